import { paymentIdOf, type PaymentPlace } from '../../table/payments.ts';
import type { PaymentState } from '../../table/runItem.ts';
import { publish } from './publish.ts';

/** Tells subscribers how a payment stands that did not simply leave with its run's file. No name and no amount. */
export async function announcePayment(companyId: string, place: PaymentPlace, state: PaymentState): Promise<void> {
  const { runId, employeeId } = place;
  const { attempt, returnCode, at } = state;
  const status = state.status === 'PAID_BY_HAND' ? 'SUBMITTED' : state.status;
  await publish('PaymentUpdated', {
    payment: { companyId, runId, paymentId: paymentIdOf(place), employeeId, status, attempt, returnCode, at },
  });
}
