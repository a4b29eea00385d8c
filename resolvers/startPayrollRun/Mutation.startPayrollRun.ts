import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { StartPayrollRunPayload, MutationStartPayrollRunArgs } from '../../clients/generated/schema.ts';
import { commandRequest } from '../command.ts';
import { type DecidedRun, decidedRunOf } from '../decidedRun.ts';

export function request(ctx: Context<MutationStartPayrollRunArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(
  ctx: Context<MutationStartPayrollRunArgs, object, object, object, DecidedRun>,
): StartPayrollRunPayload {
  return decidedRunOf(ctx);
}
