import { type PaymentPlace, type RunPayments, runPaymentsOf } from '../table/payments.ts';
import { getPaidItem } from '../table/paymentState.ts';
import { getRun } from '../table/payrollRun.ts';
import type { CalculatedItem } from '../table/runItem.ts';
import { announcePayment } from './bus/announcePayment.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { type AppliedNotice, applyNoticeOfChange } from './payments/applyNoticeOfChange.ts';
import { decideManualPayment } from './payments/decideManualPayment.ts';
import { decideReturn } from './payments/decideReturn.ts';
import { decideRetry } from './payments/decideRetry.ts';
import { enqueuePaymentFile } from './payments/enqueuePaymentFile.ts';
import { findPayments, type WantedPayments } from './payments/findPayments.ts';
import { type RecordedReturns, recordBankReturns } from './payments/recordBankReturns.ts';
import { type ReleasedFile, releasePaymentFile } from './payments/releasePaymentFile.ts';
import { paymentNotFound, paymentPlaceOf } from './payments/paymentPlaceOf.ts';

/** What is known of the payment that the resolver shows. */
interface ChangedPayment {
  item?: CalculatedItem;
  place?: PaymentPlace;
  payments?: RunPayments;
  replayed: boolean;
  userErrors: UserError[];
}

interface FindPaymentsEvent {
  companyId: string;
  wanted: WantedPayments;
}

/**
 * What is done with payments after their run: the mutations markPaymentReturned, retryPayment, recordManualPayment,
 * recordBankReturns, applyNoticeOfChange, downloadPaymentFile and acknowledgePaymentFile, and the query findPayments. One function for all of them, because a stack has 500
 * resources at the most.
 */
export const handler = (event: FindPaymentsEvent | Parameters<typeof changePayment>[0]): Promise<unknown> => {
  if (!('mutation' in event)) return findPayments(event.companyId, event.wanted);
  if (event.mutation === 'recordBankReturns') return recordReturns(event);
  if (event.mutation === 'downloadPaymentFile' || event.mutation === 'acknowledgePaymentFile') return release(event);
  return event.mutation === 'applyNoticeOfChange' ? applyNotice(event) : changePayment(event);
};

const recordReturns = mutationHandler<'recordBankReturns', RecordedReturns>(
  (event) => recordBankReturns(event, Date.now()),
  { returns: [], remainingCount: 0 },
);

const applyNotice = mutationHandler<'applyNoticeOfChange', AppliedNotice>((event) =>
  applyNoticeOfChange(event, Date.now()),
);

const release = mutationHandler<'downloadPaymentFile' | 'acknowledgePaymentFile', ReleasedFile>((event) =>
  releasePaymentFile(event, Date.now()),
);

/** Of several changes at the same time exactly one is written. */
const changePayment = mutationHandler(
  async (
    event: MutationEvent<'markPaymentReturned' | 'retryPayment' | 'recordManualPayment'>,
  ): Promise<ChangedPayment> => {
    const { companyId } = event.caller;
    const place = paymentPlaceOf(event.input.paymentId);
    const nowMs = Date.now();
    const outcome = await answerOnce(event, nowMs, async () => {
      if (!place) return paymentNotFound(event.input.paymentId);
      const at = new Date(nowMs).toISOString();
      switch (event.mutation) {
        case 'retryPayment':
          return decideRetry(event, place, nowMs);
        case 'recordManualPayment':
          return decideManualPayment(event, place, at);
        case 'markPaymentReturned':
          return decideReturn(event, place, at);
      }
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
    return {
      item: paid.item,
      place,
      payments: runPaymentsOf(run),
      replayed: outcome.replayed,
      userErrors: [],
    };
  },
);
