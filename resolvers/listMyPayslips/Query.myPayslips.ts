import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MyPayslipConnection, QueryMyPayslipsArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { pageSizeOf } from '../cursor.ts';
import { companyOf, employeeOf } from '../identity.ts';

export function request(ctx: Context<QueryMyPayslipsArgs>): LambdaRequest {
  const page = { first: pageSizeOf(ctx.args.first), after: ctx.args.after ?? null };
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), employeeId: employeeOf(ctx), ...page } };
}

export function response(ctx: Context<QueryMyPayslipsArgs>): MyPayslipConnection {
  return resultOf(ctx) as MyPayslipConnection;
}
