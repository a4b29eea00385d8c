import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationRecordBankReturnsArgs, RecordBankReturnsPayload } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationRecordBankReturnsArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationRecordBankReturnsArgs>): RecordBankReturnsPayload {
  return resultOf(ctx) as RecordBankReturnsPayload;
}
