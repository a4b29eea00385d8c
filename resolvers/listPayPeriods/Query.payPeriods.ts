import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { PayPeriods, QueryPayPeriodsArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryPayPeriodsArgs>): LambdaRequest {
  const { payGroupId, fromDate, toDate } = ctx.args;
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), payGroupId, fromDate, toDate } };
}

export function response(ctx: Context<QueryPayPeriodsArgs>): PayPeriods {
  return resultOf(ctx) as PayPeriods;
}
