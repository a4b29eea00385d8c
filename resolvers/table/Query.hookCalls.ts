import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { HookCall, QueryHookCallsArgs } from '../../clients/generated/schema.ts';
import type { HookCallRecord } from '../../table/hook.ts';
import { HOOK_CALL_PREFIX, runPartition } from '../../table/keys.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { hookCallOf } from '../hook.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryHookCallsArgs>): DynamoDBQueryRequest {
  return query({
    query: { pk: { eq: runPartition(companyOf(ctx), ctx.args.runId) }, sk: { beginsWith: HOOK_CALL_PREFIX } },
  });
}

export function response(ctx: Context<QueryHookCallsArgs>): HookCall[] {
  const page = resultOf(ctx) as QueryPage<HookCallRecord>;
  return page.items.map((call) => hookCallOf(call));
}
