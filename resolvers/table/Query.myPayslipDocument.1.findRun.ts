import { type Context, type DynamoDBGetItemRequest, runtime } from '@aws-appsync/utils';
import { get } from '@aws-appsync/utils/dynamodb';
import type { QueryMyPayslipDocumentArgs } from '../../clients/generated/schema.ts';
import { runKey } from '../../table/keys.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

/** Statuses from payment on: a voided run is not shown any more. */
const SHOWN = ['PAID', 'PARTIALLY_PAID', 'COMPENSATING'];

/** An employee gets a payslip to keep once it is paid, when nobody can cancel it. */
export function request(ctx: Context<QueryMyPayslipDocumentArgs>): DynamoDBGetItemRequest {
  return get({ key: runKey(companyOf(ctx), ctx.args.runId) });
}

export function response(ctx: Context<QueryMyPayslipDocumentArgs>): null {
  const run = resultOf(ctx) as RunRecord | null;
  if (!run || SHOWN.indexOf(run.status) < 0) runtime.earlyReturn(null, { skipTo: 'END' });
  return null;
}
