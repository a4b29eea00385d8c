import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { DecidePayrollRunPayload, MutationApprovePayrollRunArgs } from '../../clients/generated/schema.ts';
import { commandRequest } from '../command.ts';
import { type DecidedRun, decidedRunOf } from '../decidedRun.ts';

export function request(ctx: Context<MutationApprovePayrollRunArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(
  ctx: Context<MutationApprovePayrollRunArgs, object, object, object, DecidedRun>,
): DecidePayrollRunPayload {
  return decidedRunOf(ctx);
}
