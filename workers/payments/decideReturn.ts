import { refuse } from '../../payroll/errors.ts';
import { paymentIdOf, type PaymentPlace, standingOf } from '../../table/payments.ts';
import { getPaidItem } from '../../table/paymentState.ts';
import { getRun } from '../../table/payrollRun.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { paymentChangeItems } from './paymentChangeItems.ts';
import { paymentNotFound } from './paymentPlaceOf.ts';
import { returnedState } from './returnedState.ts';
import { sentEntryOf } from './sentEntryOf.ts';

/** Whether a payment can have come back, and the writes that note it. Said again with the same code, it is noted already. */
export async function decideReturn(
  { caller, input }: MutationEvent<'markPaymentReturned'>,
  place: PaymentPlace,
  at: string,
): Promise<Decision<{ paymentId: string }>> {
  const { companyId, actor } = caller;
  const paymentId = paymentIdOf(place);
  const { returnCode } = input;
  const [run, paid] = await Promise.all([getRun(companyId, place.runId), getPaidItem(companyId, place)]);
  if (!run || !paid) return paymentNotFound(paymentId);
  const standing = standingOf(paid.item, place.split, run.paymentsSubmittedAt);
  const next = returnedState(returnCode, standing.attempt, at, paid.state);
  if (!next.ok) return next;
  if (paid.state?.status === 'RETURNED' && paid.state.returnCode === returnCode) return { existing: { paymentId } };
  if (paid.payment.method === 'CHECK')
    return refuse(
      'INVALID_STATE',
      `Payment "${paymentId}" is a check, which no bank sends back with a return code.`,
      'Stop the check at the bank, then take the pay back with voidPayrollRun.',
      'paymentId',
    );
  if (standing.isPaidByHand)
    return refuse(
      'INVALID_STATE',
      `Payment "${paymentId}" was paid by hand, and no bank sends that back with a return code.`,
      'Read the payment to see what became of it.',
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
  if (run.type === 'REVERSAL' && !(await sentEntryOf(companyId, place)))
    return refuse(
      'INVALID_STATE',
      `Payment "${paymentId}" is of a REVERSAL whose file does not ask for it: what it takes back had come back before, or could not be asked for any more.`,
      'Agree with the employee how the money comes back, if it did not.',
      'paymentId',
    );
  const cause = { actor, at, reason: `Payment ${paymentId} was returned with ${returnCode}.` };
  return { items: paymentChangeItems(run, place, paid, next.value, cause), answer: { paymentId } };
}
