import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { Command, QueryCommandArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryCommandArgs>): LambdaRequest {
  const { mutation, idempotencyKey } = ctx.args;
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), mutation, idempotencyKey } };
}

export function response(ctx: Context<QueryCommandArgs>): Command | null {
  return resultOf(ctx) as Command | null;
}
