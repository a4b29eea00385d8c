import { type Context, type LambdaRequest, util } from '@aws-appsync/utils';
import type { CostEstimate, QueryEstimateRunCostArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryEstimateRunCostArgs>): LambdaRequest {
  companyOf(ctx); // refuses a caller who may not read
  const { employeeCount } = ctx.args;
  if (employeeCount < 1) util.error(`employeeCount is ${employeeCount}: it must be at least 1.`, 'INVALID_INPUT');
  return { operation: 'Invoke', payload: { employeeCount } };
}

export function response(ctx: Context<QueryEstimateRunCostArgs>): CostEstimate {
  return resultOf(ctx) as CostEstimate;
}
