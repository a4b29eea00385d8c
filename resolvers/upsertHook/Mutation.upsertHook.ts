import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationUpsertHookArgs, UpsertHookPayload, UserError } from '../../clients/generated/schema.ts';
import type { HookRecord } from '../../table/hook.ts';
import { commandRequest, resultOf } from '../command.ts';
import { hookOf } from '../hook.ts';

export function request(ctx: Context<MutationUpsertHookArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationUpsertHookArgs>): UpsertHookPayload {
  const { hook, replayed, userErrors } = resultOf(ctx) as {
    hook?: HookRecord;
    replayed: boolean;
    userErrors: UserError[];
  };
  return { hook: hook ? hookOf(hook) : null, replayed, userErrors };
}
