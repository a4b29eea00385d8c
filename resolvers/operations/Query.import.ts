import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { Import, QueryImportArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

export function request(ctx: Context<QueryImportArgs>): LambdaRequest {
  return {
    operation: 'Invoke',
    payload: { companyId: companyOf(ctx), operationId: ctx.args.importId, field: 'import' },
  };
}

export function response(ctx: Context<QueryImportArgs>): Import | null {
  return resultOf(ctx) as Import | null;
}
