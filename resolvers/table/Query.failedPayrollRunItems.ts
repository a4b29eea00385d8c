import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { PayrollRunItemConnection, QueryFailedPayrollRunItemsArgs } from '../../clients/generated/schema.ts';
import { RUN_ITEM_PREFIX, runPartition } from '../../table/keys.ts';
import { runPaymentsOf } from '../../table/payments.ts';
import type { FailedItem } from '../../table/runItem.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { pageInfoOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import { runItemOf } from '../runItem.ts';

export function request(ctx: Context<QueryFailedPayrollRunItemsArgs>): DynamoDBQueryRequest {
  return query({
    index: 'failedItemsByRun',
    query: {
      failedInRun: { eq: runPartition(companyOf(ctx), ctx.args.runId) },
      // `#` sorts after the id itself and before every other id.
      sk: { between: [`${RUN_ITEM_PREFIX}${positionOf(ctx.args.after).afterId}#`, `${RUN_ITEM_PREFIX}~`] },
    },
    limit: pageSizeOf(ctx.args.first),
  });
}

export function response(ctx: Context<QueryFailedPayrollRunItemsArgs>): PayrollRunItemConnection {
  const page = resultOf(ctx) as QueryPage<FailedItem>;
  return {
    nodes: page.items.map((item) => runItemOf(item, ctx.args.runId, 0, runPaymentsOf(null))),
    pageInfo: pageInfoOf(page, page.items[page.items.length - 1]?.employeeId),
  };
}
