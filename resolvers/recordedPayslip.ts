import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { RunItemPlace } from '../table/runItem.ts';
import { companyOf } from './identity.ts';
import { placeOf } from './runItem.ts';

/** Sends a worker to where a payslip lies, in the caller's own company. */
export function invokeForPayslip(ctx: Context<{ payslipId: string }>): LambdaRequest {
  const { runId, segment, employeeId } = placeOf(ctx.args.payslipId);
  const payload: RunItemPlace = { companyId: companyOf(ctx), runId, segment, employeeId };
  return { operation: 'Invoke', payload };
}
