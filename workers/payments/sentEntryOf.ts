import { getPaymentFiles } from '../../table/paymentFile.ts';
import type { PaymentPlace } from '../../table/payments.ts';
import { individualIdOf } from './individualId.ts';
import { readPaymentFile } from './readPaymentFile.ts';
import { type SentEntry, sentEntries } from './sentEntries.ts';

/**
 * The entry of a run's files that moves the money of a payment; nothing where no file has one.
 * @param paymentFileId of a payment that was paid again: its last file; otherwise the run's own files are looked through
 */
export async function sentEntryOf(
  companyId: string,
  { runId, employeeId, split }: PaymentPlace,
  paymentFileId?: string,
): Promise<SentEntry | undefined> {
  const individualId = individualIdOf(employeeId, split);
  for (const file of await getPaymentFiles(companyId, runId)) {
    if (paymentFileId === undefined ? file.kind === 'RETRY' : file.paymentFileId !== paymentFileId) continue;
    for (const entry of sentEntries(await readPaymentFile(file)))
      if (entry.individualId === individualId && !entry.isPrenote) return entry;
  }
  return undefined;
}
