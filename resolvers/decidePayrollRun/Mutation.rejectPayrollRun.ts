import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { DecidePayrollRunPayload, MutationRejectPayrollRunArgs } from '../../clients/generated/schema.ts';
import { commandRequest } from '../command.ts';
import { type DecidedRun, decidedRunOf } from '../decidedRun.ts';

export function request(ctx: Context<MutationRejectPayrollRunArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(
  ctx: Context<MutationRejectPayrollRunArgs, object, object, object, DecidedRun>,
): DecidePayrollRunPayload {
  return decidedRunOf(ctx);
}
