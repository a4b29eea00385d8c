import type { Context } from '@aws-appsync/utils';
import type { ChangePaymentPayload, UserError } from '../clients/generated/schema.ts';
import type { PaymentPlace, RunPayments } from '../table/payments.ts';
import type { CalculatedItem } from '../table/runItem.ts';
import { resultOf } from './command.ts';
import { paymentOf } from './payment.ts';

/** What the worker that changes payments answers. */
interface ChangedPayment {
  item?: CalculatedItem;
  place?: PaymentPlace;
  payments?: RunPayments;
  replayed: boolean;
  userErrors: UserError[];
}

/** The payload of those mutations. */
export function changedPaymentOf(ctx: Context): ChangePaymentPayload {
  const { item, place, payments, replayed, userErrors } = resultOf(ctx) as ChangedPayment;
  const payment = item && place && payments ? paymentOf(item, place, place.split, payments) : null;
  return { payment, replayed, userErrors };
}
