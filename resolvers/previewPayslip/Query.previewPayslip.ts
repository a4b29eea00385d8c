import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { PayslipPreview, QueryPreviewPayslipArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryPreviewPayslipArgs>): LambdaRequest {
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), input: ctx.args.input } };
}

export function response(ctx: Context<QueryPreviewPayslipArgs>): PayslipPreview {
  return resultOf(ctx) as PayslipPreview;
}
