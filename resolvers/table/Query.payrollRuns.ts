import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { PayrollRunConnection, QueryPayrollRunsArgs } from '../../clients/generated/schema.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { pageInfoOf, type QueryPage, resultOf } from '../command.ts';
import { pageSizeOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';
import { payrollRunOf } from '../payrollRun.ts';

export function request(ctx: Context<QueryPayrollRunsArgs>): DynamoDBQueryRequest {
  return query({
    index: 'runsByCompany',
    query: { runsOfCompany: { eq: companyOf(ctx) } },
    scanIndexForward: false,
    limit: pageSizeOf(ctx.args.first),
    nextToken: ctx.args.after ?? null,
  });
}

export function response(ctx: Context<QueryPayrollRunsArgs>): PayrollRunConnection {
  const page = resultOf(ctx) as QueryPage<RunRecord>;
  return { nodes: page.items.map((run) => payrollRunOf(run)), pageInfo: pageInfoOf(page) };
}
