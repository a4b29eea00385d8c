import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { PayrollRun, QueryPayrollRunByKeyArgs } from '../../clients/generated/schema.ts';
import type { RunNaturalKey } from '../../table/runId.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { payrollRunOf } from '../payrollRun.ts';

export function request(ctx: Context<QueryPayrollRunByKeyArgs>): LambdaRequest {
  const { payGroupId, periodStartDate, type, sequence } = ctx.args;
  const payload: RunNaturalKey = {
    companyId: companyOf(ctx),
    payGroupId,
    periodStartDate,
    type: type ?? 'REGULAR',
    sequence: sequence ?? 1,
  };
  return { operation: 'Invoke', payload };
}

export function response(ctx: Context<QueryPayrollRunByKeyArgs>): PayrollRun | null {
  const run = resultOf(ctx) as RunRecord | null;
  return run ? payrollRunOf(run) : null;
}
