import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { ChangePaymentPayload, MutationRetryPaymentArgs } from '../../clients/generated/schema.ts';
import { changedPaymentOf } from '../changedPayment.ts';
import { commandRequest } from '../command.ts';

export function request(ctx: Context<MutationRetryPaymentArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationRetryPaymentArgs>): ChangePaymentPayload {
  return changedPaymentOf(ctx);
}
