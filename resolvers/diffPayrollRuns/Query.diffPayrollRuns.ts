import type { Context, LambdaRequest } from '@aws-appsync/utils';
import type { QueryDiffPayrollRunsArgs, RunDifference } from '../../clients/generated/schema.ts';
import { resultOf } from '../command.ts';
import { cursorOf, pageSizeOf, positionOf } from '../cursor.ts';
import { companyOf } from '../identity.ts';

/** What the worker answers: `endId` is where the next page begins. */
type DifferencePage = Omit<RunDifference, 'pageInfo'> & { endId: string | null };

export function request(ctx: Context<QueryDiffPayrollRunsArgs>): LambdaRequest {
  const { runId, againstRunId, first, after } = ctx.args;
  const page = { first: pageSizeOf(first), afterId: positionOf(after).afterId };
  const payload = { companyId: companyOf(ctx), runId, againstRunId: againstRunId ?? null, ...page };
  return { operation: 'Invoke', payload };
}

export function response(ctx: Context<QueryDiffPayrollRunsArgs>): RunDifference {
  const { runId, againstRunId, before, after, employees, endId, userErrors } = resultOf(ctx) as DifferencePage;
  const endCursor = endId ? cursorOf({ partition: 0, afterId: endId }) : null;
  const pageInfo = { hasNextPage: endId !== null, endCursor };
  return { runId, againstRunId, before, after, employees, pageInfo, userErrors };
}
