import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { QueryRequirementsArgs, Requirement } from '../../clients/generated/schema.ts';
import { runKey } from '../../table/keys.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryRequirementsArgs>): DynamoDBGetItemRequest {
  return get({ key: runKey(companyOf(ctx), ctx.args.runId), consistentRead: true });
}

/** As they stood when the run was calculated; null when there is no such run. */
export function response(ctx: Context<QueryRequirementsArgs>): Requirement[] | null {
  const run = resultOf(ctx) as RunRecord | null;
  return run ? (run.requirements ?? []) : null;
}
