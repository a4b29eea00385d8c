import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationUpsertEmployeesArgs, UpsertEmployeesPayload } from '../../clients/generated/schema.ts';
import { commandRequest, resultOf } from '../command.ts';

export function request(ctx: Context<MutationUpsertEmployeesArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationUpsertEmployeesArgs>): UpsertEmployeesPayload {
  return resultOf(ctx) as UpsertEmployeesPayload;
}
