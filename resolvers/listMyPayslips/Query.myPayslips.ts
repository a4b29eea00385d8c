import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { MyPayslipConnection, QueryMyPayslipsArgs } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { cursorOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf, employeeOf } from '../identity.ts';

export function request(ctx: Context<QueryMyPayslipsArgs>): LambdaRequest {
  const { afterId } = positionOf(ctx.args.after);
  const page = { first: pageSizeOf(ctx.args.first), after: afterId === '' ? null : afterId };
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), employeeId: employeeOf(ctx), ...page } };
}

export function response(ctx: Context<QueryMyPayslipsArgs>): MyPayslipConnection {
  const { nodes, pageInfo } = resultOf(ctx) as MyPayslipConnection;
  const { hasNextPage, endCursor } = pageInfo;
  return {
    nodes,
    pageInfo: { hasNextPage, endCursor: endCursor ? cursorOf({ partition: 0, afterId: endCursor }) : null },
  };
}
