import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { PayrollInput, QueryPayrollInputArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryPayrollInputArgs>): LambdaRequest {
  const { payGroupId, periodStartDate, employeeId } = ctx.args;
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), payGroupId, periodStartDate, employeeId } };
}

/** Null when there is no such employee. */
export function response(ctx: Context<QueryPayrollInputArgs>): PayrollInput | null {
  const { inputs } = resultOf(ctx) as { inputs: PayrollInput[] };
  return inputs[0] ?? null;
}
