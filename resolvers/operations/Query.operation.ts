import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { Operation, QueryOperationArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryOperationArgs>): LambdaRequest {
  return {
    operation: 'Invoke',
    payload: { companyId: companyOf(ctx), operationId: ctx.args.operationId, field: 'operation' },
  };
}

export function response(ctx: Context<QueryOperationArgs>): Operation | null {
  return resultOf(ctx) as Operation | null;
}
