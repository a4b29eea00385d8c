import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationCreateApiKeyArgs, CreateApiKeyPayload } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationCreateApiKeyArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationCreateApiKeyArgs>): CreateApiKeyPayload {
  return resultOf(ctx) as CreateApiKeyPayload;
}
