import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { ChangePaymentPayload, MutationRecordManualPaymentArgs } from '../../clients/generated/schema.ts';
import { changedPaymentOf } from '../changedPayment.ts';
import { commandRequest } from '../command.ts';

export function request(ctx: Context<MutationRecordManualPaymentArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationRecordManualPaymentArgs>): ChangePaymentPayload {
  return changedPaymentOf(ctx);
}
