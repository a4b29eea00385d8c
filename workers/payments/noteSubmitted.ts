import { getPaymentFile, type PaymentFileRecord, submitPaymentFile } from '../../table/paymentFile.ts';
import { paymentIdOf } from '../../table/payments.ts';
import { getPaidItem } from '../../table/paymentState.ts';
import { getRun } from '../../table/payrollRun.ts';
import type { PaymentState } from '../../table/runItem.ts';
import { transact } from '../../table/transact.ts';
import { announcePayment } from '../bus/announcePayment.ts';
import { paymentChangeItems } from './paymentChangeItems.ts';

/** How often it is noted afresh when somebody else changes the run before it could be written. */
const ATTEMPTS = 10;

/** Notes, once, that the gateway took a file; a payment that it pays again goes out with it. */
export async function noteSubmitted(file: PaymentFileRecord, at: string): Promise<void> {
  const { companyId, retries } = file;
  if (retries) return announcePayment(companyId, retries, await noteRetried(file, retries, at));
  if (file.status === 'WRITTEN') await transact([submitPaymentFile(file, at)]); // refused: another attempt noted it
}

/** Answers how the payment stands afterwards: the bank may have sent it back in the same breath. */
async function noteRetried(
  { companyId, runId, paymentFileId }: PaymentFileRecord,
  retries: NonNullable<PaymentFileRecord['retries']>,
  at: string,
): Promise<PaymentState> {
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const [run, file, paid] = await Promise.all([
      getRun(companyId, runId),
      getPaymentFile(companyId, runId, paymentFileId),
      getPaidItem(companyId, retries),
    ]);
    if (!run || !file || !paid?.state) throw new Error(`${paymentFileId} pays nothing of ${runId} again`);
    if (file.status === 'SUBMITTED') return paid.state;
    const isPending = paid.state.status === 'PENDING' && paid.state.attempt === retries.attempt;
    const next: PaymentState = isPending ? { ...paid.state, status: 'SUBMITTED', at } : paid.state;
    const cause = { actor: 'submitPayments', at, reason: `Payment ${paymentIdOf(retries)} was paid again.` };
    const changes = isPending ? paymentChangeItems(run, retries, paid, next, cause) : [];
    const { refused } = await transact([submitPaymentFile(file, at), ...changes]);
    if (!refused) return next;
  }
  throw new Error(`${paymentFileId} met another change ${ATTEMPTS} times in a row`);
}
