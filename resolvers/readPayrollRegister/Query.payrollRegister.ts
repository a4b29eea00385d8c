import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { QueryPayrollRegisterArgs, RegisterConnection, RegisterRow } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { cursorOf, nextPositionOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';

/** What the worker answers: rows of one segment. */
interface RegisterPage {
  rows: RegisterRow[];
  hasMore: boolean;
  segmentCount: number;
}

export function request(ctx: Context<QueryPayrollRegisterArgs>): LambdaRequest {
  const { partition, afterId } = positionOf(ctx.args.after);
  const page = { segment: partition, afterId, first: pageSizeOf(ctx.args.first) };
  return { operation: 'Invoke', payload: { companyId: companyOf(ctx), runId: ctx.args.runId, ...page } };
}

export function response(ctx: Context<QueryPayrollRegisterArgs>): RegisterConnection {
  const { rows, hasMore, segmentCount } = resultOf(ctx) as RegisterPage;
  const last = rows[rows.length - 1];
  const next = nextPositionOf(positionOf(ctx.args.after), hasMore && last ? last.employeeId : null, segmentCount);
  return { nodes: rows, pageInfo: { hasNextPage: next !== null, endCursor: next ? cursorOf(next) : null } };
}
