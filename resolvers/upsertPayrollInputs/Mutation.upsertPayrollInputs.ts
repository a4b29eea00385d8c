import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationUpsertPayrollInputsArgs, UpsertPayrollInputsPayload } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationUpsertPayrollInputsArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationUpsertPayrollInputsArgs>): UpsertPayrollInputsPayload {
  return resultOf(ctx) as UpsertPayrollInputsPayload;
}
