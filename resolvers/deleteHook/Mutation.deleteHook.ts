import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { DeleteHookPayload, MutationDeleteHookArgs } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationDeleteHookArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationDeleteHookArgs>): DeleteHookPayload {
  return resultOf(ctx) as DeleteHookPayload;
}
