import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { CashRequirement, QueryCashRequirementArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryCashRequirementArgs>): LambdaRequest {
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), runId: ctx.args.runId } };
}

export function response(ctx: Context<QueryCashRequirementArgs>): CashRequirement | null {
  return resultOf(ctx) as CashRequirement | null;
}
