import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { QueryFindPaymentsArgs, SentPayment } from '../../clients/generated/schema.ts';
import type { PaymentPlace, RunPayments } from '../../table/payments.ts';
import type { CalculatedItem } from '../../table/runItem.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { moneyOf } from '../money.ts';
import { paymentOf } from '../payment.ts';

/** An entry as the worker found it. */
interface FoundPayment {
  runId: string;
  paymentFileId: string;
  effectiveEntryDate: string;
  traceNumber: string;
  individualId: string;
  individualName: string;
  amountCents: number;
  last4: string;
  isPrenote: boolean;
  item?: CalculatedItem;
  place?: PaymentPlace;
  payments?: RunPayments;
}

export function request(ctx: Context<QueryFindPaymentsArgs>): LambdaRequest {
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), wanted: ctx.args } };
}

export function response(ctx: Context<QueryFindPaymentsArgs>): SentPayment[] {
  const found = resultOf(ctx) as FoundPayment[];
  return found.map((each) => {
    const { item, place, payments } = each;
    return {
      payment: item && place && payments ? paymentOf(item, place, place.split, payments) : null,
      runId: each.runId,
      paymentFileId: each.paymentFileId,
      effectiveEntryDate: each.effectiveEntryDate,
      traceNumber: each.traceNumber,
      individualId: each.individualId,
      individualName: each.individualName,
      amount: moneyOf(each.amountCents),
      maskedAccountNumber: `****${each.last4}`,
      isPrenote: each.isPrenote,
    };
  });
}
