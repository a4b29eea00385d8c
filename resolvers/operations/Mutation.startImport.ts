import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { StartImportPayload, MutationStartImportArgs } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationStartImportArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationStartImportArgs>): StartImportPayload {
  return resultOf(ctx) as StartImportPayload;
}
