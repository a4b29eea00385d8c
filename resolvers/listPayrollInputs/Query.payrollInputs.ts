import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { PayrollInput, PayrollInputConnection, QueryPayrollInputsArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { cursorOf, pageSizeOf, type Position, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryPayrollInputsArgs>): LambdaRequest {
  const { payGroupId, periodStartDate, after, first } = ctx.args;
  const { partition, afterId } = positionOf(after);
  const page = { partition, afterId, first: pageSizeOf(first) };
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), payGroupId, periodStartDate, ...page } };
}

export function response(ctx: Context<QueryPayrollInputsArgs>): PayrollInputConnection {
  const { inputs, next } = resultOf(ctx) as { inputs: PayrollInput[]; next: Position | null };
  return { nodes: inputs, pageInfo: { hasNextPage: next !== null, endCursor: next ? cursorOf(next) : null } };
}
