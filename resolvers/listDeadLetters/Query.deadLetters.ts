import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { DeadLetter } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context): LambdaRequest {
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx) } };
}

export function response(ctx: Context): DeadLetter[] {
  return resultOf(ctx) as DeadLetter[];
}
