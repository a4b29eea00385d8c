import { type PaymentPlace, paymentIdOf } from '../../table/payments.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import { getPaidItem } from '../../table/paymentState.ts';
import { getRun } from '../../table/payrollRun.ts';
import { transact } from '../../table/transact.ts';
import { announcePayment } from '../bus/announcePayment.ts';
import { paymentChangeItems } from './paymentChangeItems.ts';
import { returnedState } from './returnedState.ts';

/** How often a return is noted afresh when somebody else changes the run or the payment before it could be written. */
const ATTEMPTS = 10;

/**
 * Notes that the bank returned a payment of a file, once: a payment that was paid again meanwhile, or whose return is noted
 * already, stays as it is. Answers whether anything was written.
 */
export async function noteReturn(
  file: PaymentFileRecord,
  place: PaymentPlace,
  code: string,
  { actor, at }: { actor: string; at: string },
): Promise<boolean> {
  const { companyId, runId } = file;
  for (let attempt = 1; attempt <= ATTEMPTS; attempt++) {
    const [run, paid] = await Promise.all([getRun(companyId, runId), getPaidItem(companyId, place)]);
    if (!run || !paid) throw new Error(`a payment of ${runId} that was returned is not in the run`);
    const { state } = paid;
    const next = returnedState(code, file.retries?.attempt ?? 1, at, state);
    if (!next.ok) throw new Error(`${code} cannot be noted: ${next.error.message}`);
    if (state && (state.attempt > next.value.attempt || ['RETURNED', 'PAID_BY_HAND'].includes(state.status))) {
      await announcePayment(companyId, place, state);
      return false;
    }
    const cause = { actor, at, reason: `Payment ${paymentIdOf(place)} was returned with ${code}.` };
    const { refused } = await transact(paymentChangeItems(run, place, paid, next.value, cause));
    if (refused) continue;
    await announcePayment(companyId, place, next.value);
    return true;
  }
  throw new Error(`a return of ${runId} met another change ${ATTEMPTS} times in a row`);
}
