import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { DecidePayrollRunPayload, MutationCancelPayrollRunArgs } from '../../clients/generated/schema.ts';
import { commandRequest } from '../command.ts';
import { type DecidedRun, decidedRunOf } from '../decidedRun.ts';

export function request(ctx: Context<MutationCancelPayrollRunArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(
  ctx: Context<MutationCancelPayrollRunArgs, object, object, object, DecidedRun>,
): DecidePayrollRunPayload {
  return decidedRunOf(ctx);
}
