import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { PayrollRunItemConnection, QueryPayrollRunItemsArgs } from '../../clients/generated/schema.ts';
import { RUN_ITEM_PREFIX, runItemsPartition } from '../../table/keys.ts';
import type { RunItemRecord } from '../../table/runItem.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { cursorOf, nextPositionOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import type { PaidRun } from '../paidRun.ts';
import { runItemOf } from '../runItem.ts';

export function request(ctx: Context<QueryPayrollRunItemsArgs>): DynamoDBQueryRequest {
  const { partition, afterId } = positionOf(ctx.args.after);
  return query({
    query: {
      pk: { eq: runItemsPartition(companyOf(ctx), ctx.args.runId, partition) },
      // `#` sorts after the id itself and before every other id.
      sk: { between: [`${RUN_ITEM_PREFIX}${afterId}#`, `${RUN_ITEM_PREFIX}~`] },
    },
    limit: pageSizeOf(ctx.args.first),
    // Who was told of a change reads at once: what is counted must be on the page.
    consistentRead: true,
  });
}

export function response(
  ctx: Context<QueryPayrollRunItemsArgs, object, { result: PaidRun }>,
): PayrollRunItemConnection {
  const { segmentCount, payments: ofRun } = ctx.prev.result;
  const page = resultOf(ctx) as QueryPage<RunItemRecord>;
  const position = positionOf(ctx.args.after);
  const last = page.items[page.items.length - 1];
  const next = nextPositionOf(position, page.nextToken && last ? last.employeeId : null, segmentCount);
  return {
    nodes: page.items.map((item) => runItemOf(item, ctx.args.runId, position.partition, ofRun)),
    pageInfo: { hasNextPage: next !== null, endCursor: next ? cursorOf(next) : null },
  };
}
