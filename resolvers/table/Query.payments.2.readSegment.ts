import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { Payment, PaymentConnection, QueryPaymentsArgs } from '../../clients/generated/schema.ts';
import { RUN_ITEM_PREFIX, runItemsPartition } from '../../table/keys.ts';
import type { RunItemRecord } from '../../table/runItem.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { cursorOf, nextPositionOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import type { PaidRun } from '../paidRun.ts';
import { paymentsOfItem } from '../payment.ts';

/** A page may end between two payments of one employee: its cursor names employee and split. */
export function request(ctx: Context<QueryPaymentsArgs>): DynamoDBQueryRequest {
  const { partition, afterId } = positionOf(ctx.args.after);
  return query({
    query: {
      pk: { eq: runItemsPartition(companyOf(ctx), ctx.args.runId, partition) },
      sk: { between: [`${RUN_ITEM_PREFIX}${afterId.split('/')[0]}`, `${RUN_ITEM_PREFIX}~`] },
    },
    // One more than are asked for: the first may be on the page before.
    limit: pageSizeOf(ctx.args.first) + 1,
    // Who was told of a change reads at once: what is counted must be on the page.
    consistentRead: true,
  });
}

export function response(ctx: Context<QueryPaymentsArgs, object, { result: PaidRun }>): PaymentConnection {
  const page = resultOf(ctx) as QueryPage<RunItemRecord>;
  const position = positionOf(ctx.args.after);
  const { segmentCount, payments: ofRun } = ctx.prev.result;
  const place = { runId: ctx.args.runId, segment: position.partition };
  const payments = page.items
    .flatMap((item) => paymentsOfItem(item, place, ofRun))
    .filter((payment) => orderOf(payment) > position.afterId);
  const nodes = payments.slice(0, pageSizeOf(ctx.args.first));
  const last = nodes[nodes.length - 1];
  const hasMore = nodes.length < payments.length || !!page.nextToken;
  const lastItem = page.items[page.items.length - 1];
  const lastId = last ? orderOf(last) : lastItem ? `${lastItem.employeeId}/~` : null;
  const next = nextPositionOf(position, hasMore ? lastId : null, segmentCount);
  return { nodes, pageInfo: { hasNextPage: next !== null, endCursor: next ? cursorOf(next) : null } };
}

/** Sorts as the payments do: by employee, then by split, which has one digit. */
const orderOf = ({ employeeId, split }: Payment) => `${employeeId}/${split}`;
