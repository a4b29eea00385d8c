import { refuse } from '../../payroll/errors.ts';
import { paymentIdOf, type PaymentPlace, standingOf } from '../../table/payments.ts';
import { getPaidItem } from '../../table/paymentState.ts';
import { getRun } from '../../table/payrollRun.ts';
import type { PaymentState } from '../../table/runItem.ts';
import type { Decision } from '../commands/answerOnce.ts';
import type { MutationEvent } from '../commands/MutationEvent.ts';
import { invalidInput } from '../commands/refusals.ts';
import { withoutAbsent } from '../commands/withoutAbsent.ts';
import { paymentChangeItems } from './paymentChangeItems.ts';
import { paymentNotFound } from './paymentPlaceOf.ts';

/** Whether a payment may be recorded as paid by hand, and the writes that do it: a returned deposit, or a check of the run. */
export async function decideManualPayment(
  { caller, input }: MutationEvent<'recordManualPayment'>,
  place: PaymentPlace,
  at: string,
): Promise<Decision<{ paymentId: string }>> {
  const { companyId, actor } = caller;
  const { reason, checkNumber } = input;
  const paymentId = paymentIdOf(place);
  if (checkNumber !== undefined && !/^\d{1,20}$/.test(checkNumber))
    return invalidInput('checkNumber', checkNumber, '1 to 20 digits', 'Take it from the check, or leave it out.');
  const [run, paid] = await Promise.all([getRun(companyId, place.runId), getPaidItem(companyId, place)]);
  if (!run || !paid) return paymentNotFound(paymentId);
  const standing = standingOf(paid.item, place.split, run.paymentsSubmittedAt);
  if (standing.isPaidByHand) return { existing: { paymentId } };
  const isCheck = paid.payment.method === 'CHECK';
  const mayBe = standing.status === 'RETURNED' || (isCheck && standing.status === 'SUBMITTED');
  if (!mayBe || run.type === 'REVERSAL' || paid.item.reversedByRunId !== undefined)
    return refuse(
      'INVALID_STATE',
      `Payment "${paymentId}" is ${run.type === 'REVERSAL' ? 'of a REVERSAL' : paid.item.reversedByRunId ? 'REVERSED' : standing.status}; paid by hand is a deposit that is RETURNED, or a check of a run that is paid.`,
      'Record the return with recordBankReturns or markPaymentReturned first.',
      'paymentId',
    );
  const next = withoutAbsent<PaymentState>({
    status: 'PAID_BY_HAND',
    attempt: standing.attempt,
    at,
    reason,
    checkNumber,
    actor,
  });
  const cause = { actor, at, reason: `Payment ${paymentId} was paid by hand.` };
  return { items: paymentChangeItems(run, place, paid, next, cause), answer: { paymentId } };
}
