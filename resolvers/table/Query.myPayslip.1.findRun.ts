import { type Context, type DynamoDBGetItemRequest, runtime } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { QueryMyPayslipArgs } from '../../clients/generated/schema.ts';
import { runKey } from '../../table/keys.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

/** Statuses from approval on, `isCommitted` of `payroll/runStatus.ts`: a voided run is not shown any more. */
const SHOWN = ['APPROVED', 'PAYING', 'PAID', 'PARTIALLY_PAID', 'COMPENSATING'];

/** An employee sees a payslip once its run is approved, not while it may still change. */
export function request(ctx: Context<QueryMyPayslipArgs>): DynamoDBGetItemRequest {
  return get({ key: runKey(companyOf(ctx), ctx.args.runId) });
}

export function response(ctx: Context<QueryMyPayslipArgs>): null {
  const run = resultOf(ctx) as RunRecord | null;
  if (!run || SHOWN.indexOf(run.status) < 0) runtime.earlyReturn(null, { skipTo: 'END' });
  return null;
}
