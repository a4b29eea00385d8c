import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationUpsertFilingProfileArgs, UpsertFilingProfilePayload } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationUpsertFilingProfileArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationUpsertFilingProfileArgs>): UpsertFilingProfilePayload {
  return resultOf(ctx) as UpsertFilingProfilePayload;
}
