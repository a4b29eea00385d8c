import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { ChangePayrollRunPayload, MutationRecalculatePayrollRunArgs } from '../../clients/generated/schema.ts';
import { commandRequest } from '../command.ts';
import { type DecidedRun, decidedRunOf } from '../decidedRun.ts';

export function request(ctx: Context<MutationRecalculatePayrollRunArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(
  ctx: Context<MutationRecalculatePayrollRunArgs, object, object, object, DecidedRun>,
): ChangePayrollRunPayload {
  return decidedRunOf(ctx);
}
