import { journalLinesOf } from '../../payroll/ledger/journalLines.ts';
import { type PaidNetPay, paidPostings } from '../../payroll/ledger/paidPostings.ts';
import { cents } from '../../payroll/money.ts';
import type { LedgerEntryRecord } from '../../table/ledger.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { SegmentSums } from '../../table/runProgress.ts';
import { PayrollAssertionFailed } from '../calculation/PayrollAssertionFailed.ts';

/**
 * The entry after those of the segments: net pay leaves, by file and by check. Of a reversal it comes back, as far as a file took it back
 * or a check was stopped; what no file could take back stays owed by the employees. Nothing where no money moves.
 */
export function paymentEntry(
  run: RunRecord,
  { directDepositCents, checkCents }: Pick<SegmentSums, 'directDepositCents' | 'checkCents'>,
  files: readonly PaymentFileRecord[],
  postedAt: string,
): LedgerEntryRecord | undefined {
  const paid: PaidNetPay[] = [];
  if (checkCents !== 0) paid.push({ method: 'CHECK', amountCents: cents(checkCents) });
  let inFilesCents = 0;
  for (const { kind, fundingAccountId, totalCreditCents, totalDebitCents } of files) {
    // A payment that is paid again came back before: its own entries say both.
    if (kind === 'RETRY') continue;
    const amountCents = cents(kind === 'WAGES' ? totalCreditCents : 0 - totalDebitCents);
    paid.push({ method: 'DIRECT_DEPOSIT', fundingAccountId, amountCents });
    inFilesCents += amountCents;
  }
  if (run.type !== 'REVERSAL' && inFilesCents !== directDepositCents)
    throw new PayrollAssertionFailed(
      `the payment files of run ${run.runId} come to ${inFilesCents} cents, its direct deposits to ${directDepositCents}`,
    );
  const lines = journalLinesOf(paidPostings(paid));
  if (lines.length === 0) return undefined;
  return {
    companyId: run.companyId,
    runId: run.runId,
    sequence: (run.segmentCount ?? 0) + 1,
    description: run.type === 'REVERSAL' ? 'Net pay taken back' : 'Net pay',
    postedAt,
    lines,
  };
}
