import { authorize } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import type { MapRunRow } from '../Store.ts';
import { findMapRun } from './findMapRun.ts';
import type { Operation } from './Operation.ts';
import { arnOf } from './requestMembers.ts';

export const describeMapRun: Operation = (engine, input, caller) => {
  const mapRunArn = arnOf(input, 'mapRunArn');
  authorize(caller, 'states:DescribeMapRun', mapRunArn);
  const run = findMapRun(engine, mapRunArn);
  const { executions, items } = countsOf(engine, run);
  return {
    mapRunArn,
    executionArn: run.execution_arn,
    status: run.status,
    startDate: run.started_ms / 1000,
    ...(run.stopped_ms === null ? {} : { stopDate: run.stopped_ms / 1000 }),
    maxConcurrency: run.max_concurrency,
    toleratedFailureCount: run.tolerated_count,
    toleratedFailurePercentage: run.tolerated_percentage,
    executionCounts: executions,
    itemCounts: items,
    redriveCount: run.redrive_count,
    ...(run.redriven_ms === null ? {} : { redriveDate: run.redriven_ms / 1000 }),
  };
};

type Tally = Record<
  | 'pending'
  | 'running'
  | 'succeeded'
  | 'failed'
  | 'timedOut'
  | 'aborted'
  | 'total'
  | 'resultsWritten'
  | 'failuresNotRedrivable'
  | 'pendingRedrive',
  number
>;

const MEMBER_OF_STATUS: Readonly<Record<string, keyof Tally>> = {
  SUCCEEDED: 'succeeded',
  FAILED: 'failed',
  TIMED_OUT: 'timedOut',
  ABORTED: 'aborted',
  PENDING_REDRIVE: 'pendingRedrive',
};

function countsOf({ store, mapRuns }: Engine, run: MapRunRow): { executions: Tally; items: Tally } {
  const executions = tally(run.total, run.results_written);
  const items = tally(run.total_items, run.results_written === 0 ? 0 : run.total_items);
  const rows = store.all<{ status: string; executions: number; items: number }>(
    'SELECT status, COUNT(*) AS executions, SUM(items) AS items FROM map_children WHERE map_run = :id GROUP BY status',
    { id: run.id },
  );
  for (const row of rows) {
    const member = MEMBER_OF_STATUS[row.status];
    if (!member) continue;
    executions[member] += row.executions;
    items[member] += row.items;
  }
  for (const child of mapRuns.get(run.id)?.running.values() ?? []) {
    executions.running++;
    items.running += child.items;
  }
  if (run.status === 'RUNNING') {
    executions.pending = unaccounted(executions);
    items.pending = unaccounted(items);
  }
  return { executions, items };
}

function tally(total: number, resultsWritten: number): Tally {
  return {
    pending: 0,
    running: 0,
    succeeded: 0,
    failed: 0,
    timedOut: 0,
    aborted: 0,
    total,
    resultsWritten,
    failuresNotRedrivable: 0,
    pendingRedrive: 0,
  };
}

function unaccounted({ total, running, succeeded, failed, timedOut, aborted, pendingRedrive }: Tally): number {
  return Math.max(0, total - running - succeeded - failed - timedOut - aborted - pendingRedrive);
}
