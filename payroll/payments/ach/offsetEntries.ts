import { cents } from '../../money.ts';
import { LARGEST_ENTRY_CENTS } from './achEntryProblem.ts';
import type { AchBatch, AchEntry, AchFile } from './AchFile.ts';

/**
 * The entries that bring a batch's debits to its credits: the funding account is debited for wages and credited for
 * reversals. Several where the batch's total is more than one entry can carry; none without an offset account, or where
 * there are only prenotes. Their trace sequences follow the batch's last.
 */
export function offsetEntries({ offsetAccount, companyName }: AchFile, batch: AchBatch): AchEntry[] {
  if (!offsetAccount) return [];
  let left = 0;
  for (const { amountCents } of batch.entries) left += amountCents;
  let traceSequence = batch.entries.at(-1)?.traceSequence ?? 0;
  const offsets: AchEntry[] = [];
  while (left > 0) {
    const amountCents = cents(Math.min(left, LARGEST_ENTRY_CENTS));
    left -= amountCents;
    traceSequence += 1;
    offsets.push({
      ...offsetAccount,
      transaction: batch.entryDescription === 'PAYROLL' ? 'DEBIT' : 'CREDIT',
      isPrenote: false,
      amountCents,
      individualId: 'OFFSET',
      individualName: companyName,
      traceSequence,
    });
  }
  return offsets;
}
