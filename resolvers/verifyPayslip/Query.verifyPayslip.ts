import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { PayslipVerification, QueryVerifyPayslipArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { invokeForPayslip } from '../recordedPayslip.ts';

export function request(ctx: Context<QueryVerifyPayslipArgs>): LambdaRequest {
  return invokeForPayslip(ctx);
}

export function response(ctx: Context<QueryVerifyPayslipArgs>): PayslipVerification | null {
  return resultOf(ctx) as PayslipVerification | null;
}
