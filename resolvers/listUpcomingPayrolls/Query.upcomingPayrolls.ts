import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { QueryUpcomingPayrollsArgs, UpcomingPayrolls } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryUpcomingPayrollsArgs>): LambdaRequest {
  const { payGroupId, count } = ctx.args;
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), payGroupId, count: count ?? 6 } };
}

export function response(ctx: Context<QueryUpcomingPayrollsArgs>): UpcomingPayrolls {
  return resultOf(ctx) as UpcomingPayrolls;
}
