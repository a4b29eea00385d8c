import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { PayrollRunConnection, QueryPayrollRunsArgs } from '../../clients/generated/schema.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { pageInfoOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import { payrollRunOf } from '../payrollRun.ts';

export function request(ctx: Context<QueryPayrollRunsArgs>): DynamoDBQueryRequest {
  const { afterId } = positionOf(ctx.args.after);
  return query({
    index: 'runsByCompany',
    // The latest first: `~` sorts after every id.
    query: { runsOfCompany: { eq: companyOf(ctx) }, runOrder: { lt: afterId === '' ? '~' : afterId } },
    scanIndexForward: false,
    limit: pageSizeOf(ctx.args.first),
  });
}

export function response(ctx: Context<QueryPayrollRunsArgs>): PayrollRunConnection {
  const page = resultOf(ctx) as QueryPage<RunRecord>;
  return {
    nodes: page.items.map((run) => payrollRunOf(run)),
    pageInfo: pageInfoOf(page, page.items[page.items.length - 1]?.runId),
  };
}
