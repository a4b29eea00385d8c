import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { PayrollRunItemConnection, QueryFailedPayrollRunItemsArgs } from '../../clients/generated/schema.ts';
import { runPartition } from '../../table/keys.ts';
import type { FailedItem } from '../../table/runItem.ts';
import { pageInfoOf, type QueryPage, resultOf } from '../command.ts';
import { pageSizeOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import { runItemOf } from '../runItem.ts';

export function request(ctx: Context<QueryFailedPayrollRunItemsArgs>): DynamoDBQueryRequest {
  return query({
    index: 'failedItemsByRun',
    query: { failedInRun: { eq: runPartition(companyOf(ctx), ctx.args.runId) } },
    limit: pageSizeOf(ctx.args.first),
    nextToken: ctx.args.after ?? null,
  });
}

export function response(ctx: Context<QueryFailedPayrollRunItemsArgs>): PayrollRunItemConnection {
  const page = resultOf(ctx) as QueryPage<FailedItem>;
  return { nodes: page.items.map((item) => runItemOf(item, ctx.args.runId, 0, null)), pageInfo: pageInfoOf(page) };
}
