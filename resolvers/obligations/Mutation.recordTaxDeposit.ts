import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationRecordTaxDepositArgs, RecordTaxDepositPayload } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationRecordTaxDepositArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationRecordTaxDepositArgs>): RecordTaxDepositPayload {
  return resultOf(ctx) as RecordTaxDepositPayload;
}
