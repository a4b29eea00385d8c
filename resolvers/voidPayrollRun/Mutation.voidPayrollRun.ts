import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MutationVoidPayrollRunArgs, VoidPayrollRunPayload } from '../../clients/generated/schema.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { commandRequest, resultOf } from '../command.ts';
import type { DecidedRun } from '../decidedRun.ts';
import { payrollRunOf } from '../payrollRun.ts';

/** What the worker answers. */
interface VoidedRun extends DecidedRun {
  reversalRun?: RunRecord;
}

export function request(ctx: Context<MutationVoidPayrollRunArgs>): LambdaRequest {
  return commandRequest(ctx);
}

export function response(ctx: Context<MutationVoidPayrollRunArgs>): VoidPayrollRunPayload {
  const { run, reversalRun, replayed, userErrors } = resultOf(ctx) as VoidedRun;
  return {
    run: run ? payrollRunOf(run) : null,
    reversalRun: reversalRun ? payrollRunOf(reversalRun) : null,
    replayed,
    userErrors,
  };
}
