import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { DocumentLink, QueryPayslipDocumentArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';
import { placeOf } from '../runItem.ts';

export function request(ctx: Context<QueryPayslipDocumentArgs>): LambdaRequest {
  const { runId, segment, employeeId } = placeOf(ctx.args.payslipId);
  const payload = { companyId: companyOf(ctx), runId, segment, employeeId, format: ctx.args.format };
  return { operation: 'Invoke', payload };
}

export function response(ctx: Context<QueryPayslipDocumentArgs>): DocumentLink | null {
  return resultOf(ctx) as DocumentLink | null;
}
