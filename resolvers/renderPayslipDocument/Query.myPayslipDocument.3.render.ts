import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { DocumentLink, QueryMyPayslipDocumentArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf, employeeOf } from '../identity.ts';

/** The employee is the one who is signed in; no argument names another. */
export function request(ctx: Context<QueryMyPayslipDocumentArgs, object, { result: number }>): LambdaRequest {
  const { runId, format } = ctx.args;
  const payload = { companyId: companyOf(ctx), runId, segment: ctx.prev.result, employeeId: employeeOf(ctx), format };
  return { operation: 'Invoke', payload };
}

export function response(ctx: Context<QueryMyPayslipDocumentArgs>): DocumentLink | null {
  return resultOf(ctx) as DocumentLink | null;
}
