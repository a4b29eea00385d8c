import type { Context, DynamoDBGetItemRequest } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { QueryRunProgressArgs, RunProgress } from '../../clients/generated/schema.ts';
import { runProgressKey } from '../../table/keys.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { type ProgressAsRead, runProgressOf } from '../runProgress.ts';

/** Strongly consistent: it is what fills a gap between messages. */
export function request(ctx: Context<QueryRunProgressArgs>): DynamoDBGetItemRequest {
  return get({ key: runProgressKey(companyOf(ctx), ctx.args.runId), consistentRead: true });
}

export function response(ctx: Context<QueryRunProgressArgs>): RunProgress | null {
  const progress = resultOf(ctx) as ProgressAsRead | null;
  return progress ? runProgressOf(progress) : null;
}
