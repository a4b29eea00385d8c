import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { CompleteRunHookPayload, MutationCompleteRunHookArgs, UserError } from '../../clients/generated/schema.ts';
import type { HookCallRecord } from '../../table/hook.ts';
import { commandRequest, resultOf } from '../command.ts';
import { hookCallOf } from '../hook.ts';

export function request(ctx: Context<MutationCompleteRunHookArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationCompleteRunHookArgs>): CompleteRunHookPayload {
  const { hookCall, replayed, userErrors } = resultOf(ctx) as {
    hookCall?: HookCallRecord;
    replayed: boolean;
    userErrors: UserError[];
  };
  return { hookCall: hookCall ? hookCallOf(hookCall) : null, replayed, userErrors };
}
