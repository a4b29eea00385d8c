import { refuse } from '../../payroll/errors.ts';
import { paymentIdOf, type PaymentPlace, standingOf } from '../../table/payments.ts';
import { getPaidItem } from '../../table/paymentState.ts';
import { getRun } from '../../table/payrollRun.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/caller.ts';
import { paymentChangeItems } from './paymentChangeItems.ts';
import { paymentNotFound } from './paymentPlaceOf.ts';
import { returnedState } from './returnedState.ts';

/** Whether a payment can have come back, and the writes that note it. Said again with the same code, it is noted already. */
export async function decideReturn(
  { caller, input }: MutationEvent<{ returnCode?: string }>,
  place: PaymentPlace,
  at: string,
): Promise<Decision<object>> {
  const { companyId, actor } = caller;
  const paymentId = paymentIdOf(place);
  const returnCode = input.returnCode ?? '';
  const [run, paid] = await Promise.all([getRun(companyId, place.runId), getPaidItem(companyId, place)]);
  if (!run || !paid) return paymentNotFound(paymentId);
  const standing = standingOf(paid.item, place.split, run.paymentsSubmittedAt);
  const next = returnedState(returnCode, standing.attempt, at);
  if (!next.ok) return next;
  if (standing.status === 'RETURNED' && standing.returnCode === returnCode) return { existing: {} };
  if (paid.payment.method === 'CHECK')
    return refuse(
      'INVALID_STATE',
      `Payment "${paymentId}" is a check, which no bank sends back with a return code.`,
      'Stop the check at the bank, then take the pay back with voidPayrollRun.',
      'paymentId',
    );
  if (standing.status !== 'SUBMITTED')
    return refuse(
      'INVALID_STATE',
      `Payment "${paymentId}" is ${standing.status}${standing.returnCode ? ` with ${standing.returnCode}` : ''}; only a payment that is SUBMITTED can come back.`,
      standing.status === 'PENDING'
        ? 'Wait until it was handed to the bank.'
        : 'Read the payment to see what became of it.',
      'paymentId',
    );
  const cause = { actor, at, reason: `Payment ${paymentId} came back with ${returnCode}.` };
  return { items: paymentChangeItems(run, place, paid, next.value, cause), answer: {} };
}
