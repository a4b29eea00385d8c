import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { PaymentConnection, QueryReturnedPaymentsArgs } from '../../clients/generated/schema.ts';
import { RUN_ITEM_PREFIX, runPartition } from '../../table/keys.ts';
import { runPaymentsOf } from '../../table/payments.ts';
import type { CalculatedItem } from '../../table/runItem.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { pageInfoOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import { paymentsOfItem } from '../payment.ts';

export function request(ctx: Context<QueryReturnedPaymentsArgs>): DynamoDBQueryRequest {
  return query({
    index: 'returnedPaymentsByRun',
    query: {
      returnedInRun: { eq: runPartition(companyOf(ctx), ctx.args.runId) },
      // `#` sorts after the id itself and before every other id.
      sk: { between: [`${RUN_ITEM_PREFIX}${positionOf(ctx.args.after).afterId}#`, `${RUN_ITEM_PREFIX}~`] },
    },
    limit: pageSizeOf(ctx.args.first),
  });
}

export function response(ctx: Context<QueryReturnedPaymentsArgs>): PaymentConnection {
  const page = resultOf(ctx) as QueryPage<CalculatedItem & { pk: string }>;
  const { runId } = ctx.args;
  return {
    nodes: page.items.flatMap((item) =>
      // A payment that was paid again and waits for the bank is listed until the bank has it.
      paymentsOfItem(item, { runId, segment: segmentOf(item.pk) }, runPaymentsOf(null)).filter(
        ({ split }) => !!item.paymentStates && isUnpaid(item, split),
      ),
    ),
    pageInfo: pageInfoOf(page, page.items[page.items.length - 1]?.employeeId),
  };
}

function isUnpaid(item: CalculatedItem, split: number): boolean {
  const states = item.paymentStates ?? {};
  const state = states[`${split}`];
  return !!state && (state.status === 'RETURNED' || state.status === 'PENDING');
}

/** The partition of an item ends with its segment in six digits; a number in JSON begins with none of their zeros. */
function segmentOf(partition: string): number {
  return (JSON.parse(`1${partition.slice(-6)}`) as number) - 1000000;
}
