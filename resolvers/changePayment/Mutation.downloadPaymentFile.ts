import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type {
  DownloadPaymentFilePayload,
  MutationDownloadPaymentFileArgs,
  UserError,
} from '../../clients/generated/schema.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import { commandRequest, resultOf } from '../command.ts';
import { paymentFileOf } from '../paymentFile.ts';

export function request(ctx: Context<MutationDownloadPaymentFileArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationDownloadPaymentFileArgs>): DownloadPaymentFilePayload {
  const result = resultOf(ctx) as {
    file?: PaymentFileRecord;
    url?: string;
    expiresAt?: string;
    controlSheet?: string;
    replayed: boolean;
    userErrors: UserError[];
  };
  return {
    paymentFile: result.file ? paymentFileOf(result.file) : null,
    url: result.url ?? null,
    expiresAt: result.expiresAt ?? null,
    controlSheet: result.controlSheet ?? null,
    replayed: result.replayed,
    userErrors: result.userErrors,
  };
}
