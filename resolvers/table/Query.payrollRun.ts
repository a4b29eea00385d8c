import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { PayrollRun, QueryPayrollRunArgs } from '../../clients/generated/schema.ts';
import { runKey } from '../../table/keys.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { payrollRunOf } from '../payrollRun.ts';

/** Strongly consistent: a subscriber who was notified of a change reads it here. */
export function request(ctx: Context<QueryPayrollRunArgs>): DynamoDBGetItemRequest {
  return get({ key: runKey(companyOf(ctx), ctx.args.runId), consistentRead: true });
}

export function response(ctx: Context<QueryPayrollRunArgs>): PayrollRun | null {
  const run = resultOf(ctx) as RunRecord | null;
  return run ? payrollRunOf(run) : null;
}
