import { type PaymentPlace } from '../table/payments.ts';
import { getPaidItem } from '../table/paymentState.ts';
import { getRun } from '../table/payrollRun.ts';
import type { CalculatedItem } from '../table/runItem.ts';
import { announcePayment } from './bus/announcePayment.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { decideReturn } from './payments/decideReturn.ts';
import { decideRetry } from './payments/decideRetry.ts';
import { enqueuePaymentFile } from './payments/enqueuePaymentFile.ts';
import { paymentNotFound, paymentPlaceOf } from './payments/paymentPlaceOf.ts';

/** What is known of the payment that the resolver shows. */
interface ChangedPayment {
  item?: CalculatedItem;
  place?: PaymentPlace;
  paymentsSubmittedAt?: string;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.markPaymentReturned and retryPayment: of several changes at the same time exactly one is written. */
export const handler = mutationHandler(
  async (event: MutationEvent<'markPaymentReturned' | 'retryPayment'>): Promise<ChangedPayment> => {
    const { companyId } = event.caller;
    const place = paymentPlaceOf(event.input.paymentId);
    const nowMs = Date.now();
    const outcome = await answerOnce(event, nowMs, async () => {
      if (!place) return paymentNotFound(event.input.paymentId);
      return event.mutation === 'retryPayment'
        ? decideRetry(event, place, nowMs)
        : decideReturn(event, place, new Date(nowMs).toISOString());
    });
    if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
    if (!place) throw new Error('a payment was changed whose id leads nowhere');

    const [run, paid] = await Promise.all([getRun(companyId, place.runId), getPaidItem(companyId, place)]);
    if (!run || !paid?.state) throw new Error(`${event.input.paymentId} was changed but is not in the table`);
    // On a replay too: a retry that died between the table and the queue is completed by its own retry.
    const { status, paymentFileId } = paid.state;
    if (status === 'PENDING' && paymentFileId !== undefined)
      await enqueuePaymentFile({ companyId, runId: place.runId, paymentFileId });
    await announcePayment(companyId, place, paid.state);
    const { paymentsSubmittedAt } = run;
    return {
      item: paid.item,
      place,
      ...(paymentsSubmittedAt === undefined ? {} : { paymentsSubmittedAt }),
      replayed: outcome.replayed,
      userErrors: [],
    };
  },
);
