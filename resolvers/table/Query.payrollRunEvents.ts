import type { Context, DynamoDBQueryRequest } from '@aws-appsync/utils';
import { query } from '@aws-appsync/utils/dynamodb';
import type { QueryPayrollRunEventsArgs, RunEvent } from '../../clients/generated/schema.ts';
import { EVENT_PREFIX, padded, runPartition } from '../../table/keys.ts';
import type { RunEventRecord } from '../../table/payrollRun.ts';
import { type QueryPage, resultOf } from '../command.ts';
import { companyOf } from '../identity.ts';

const EVENTS_PER_CALL = 100;

export function request(ctx: Context<QueryPayrollRunEventsArgs>): DynamoDBQueryRequest {
  const first = padded((ctx.args.afterSequence ?? 0) + 1);
  return query({
    query: {
      pk: { eq: runPartition(companyOf(ctx), ctx.args.runId) },
      sk: { between: [`${EVENT_PREFIX}${first}`, `${EVENT_PREFIX}~`] },
    },
    limit: EVENTS_PER_CALL,
  });
}

export function response(ctx: Context<QueryPayrollRunEventsArgs>): RunEvent[] {
  const page = resultOf(ctx) as QueryPage<RunEventRecord>;
  return page.items.map(({ sequence, status, actor, reason, at, hash, previousHash }) => ({
    sequence,
    status,
    actor,
    reason: reason ?? null,
    at,
    hash,
    previousHash,
  }));
}
