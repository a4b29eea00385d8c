import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { QueryPayrollRunItemsArgs } from '../../clients/generated/schema.ts';
import { runKey } from '../../table/keys.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { type PaidRun, paidRunOf } from '../paidRun.ts';

/** The run says in how many segments its items are, and whether its payments left. */
export function request(ctx: Context<QueryPayrollRunItemsArgs>): DynamoDBGetItemRequest {
  return get({ key: runKey(companyOf(ctx), ctx.args.runId), consistentRead: true });
}

export function response(ctx: Context<QueryPayrollRunItemsArgs>): PaidRun {
  return paidRunOf(resultOf(ctx) as RunRecord | null);
}
