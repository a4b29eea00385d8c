import { type Context, type LambdaRequest, util } from '@aws-appsync/utils';
import type { Command, QueryCommandArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryCommandArgs>): LambdaRequest {
  const { mutation, idempotencyKey } = ctx.args;
  if (!util.matches('[A-Za-z]{1,64}', mutation))
    util.error('mutation is not the name of a mutation: it must be 1 to 64 letters.', 'INVALID_INPUT');
  const { length } = idempotencyKey;
  if (length < 1 || length > 128)
    util.error(`idempotencyKey has ${length} characters; it must have 1 to 128.`, 'INVALID_INPUT');
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), mutation, idempotencyKey } };
}

export function response(ctx: Context<QueryCommandArgs>): Command | null {
  return resultOf(ctx) as Command | null;
}
