import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationRevokeApiKeyArgs, RevokeApiKeyPayload } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationRevokeApiKeyArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationRevokeApiKeyArgs>): RevokeApiKeyPayload {
  return resultOf(ctx) as RevokeApiKeyPayload;
}
