import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type {
  AcknowledgePaymentFilePayload,
  MutationAcknowledgePaymentFileArgs,
  UserError,
} from '../../clients/generated/schema.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import { commandRequest, resultOf } from '../command.ts';
import { paymentFileOf } from '../paymentFile.ts';

export function request(ctx: Context<MutationAcknowledgePaymentFileArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationAcknowledgePaymentFileArgs>): AcknowledgePaymentFilePayload {
  const result = resultOf(ctx) as {
    file?: PaymentFileRecord;
    replayed: boolean;
    userErrors: UserError[];
  };
  return {
    paymentFile: result.file ? paymentFileOf(result.file) : null,
    replayed: result.replayed,
    userErrors: result.userErrors,
  };
}
