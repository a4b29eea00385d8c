import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { CreateImportPayload, MutationCreateImportArgs } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationCreateImportArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationCreateImportArgs>): CreateImportPayload {
  return resultOf(ctx) as CreateImportPayload;
}
