import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { ChangePaymentPayload, MutationMarkPaymentReturnedArgs } from '../../clients/generated/schema.ts';
import { changedPaymentOf } from '../changedPayment.ts';
import { commandRequest } from '../command.ts';

export function request(ctx: Context<MutationMarkPaymentReturnedArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationMarkPaymentReturnedArgs>): ChangePaymentPayload {
  return changedPaymentOf(ctx);
}
