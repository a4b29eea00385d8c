import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationRedriveDeadLettersArgs, RedriveDeadLettersPayload } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationRedriveDeadLettersArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationRedriveDeadLettersArgs>): RedriveDeadLettersPayload {
  return resultOf(ctx) as RedriveDeadLettersPayload;
}
