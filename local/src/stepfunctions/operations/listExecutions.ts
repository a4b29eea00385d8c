import { authorize } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import type { ExecutionRow, MapChildRow, MapRunRow } from '../Store.ts';
import { expressChildOf, type FoundExecution } from './findExecution.ts';
import { findMapRun } from './findMapRun.ts';
import { findStateMachine } from './findStateMachine.ts';
import type { Operation } from './Operation.ts';
import { pageTokenFor, positionOf } from './pageToken.ts';
import { arnOf, invalid, optionalStringOf, pageSizeOf } from './requestMembers.ts';

const STATUSES = ['SUCCEEDED', 'TIMED_OUT', 'PENDING_REDRIVE', 'ABORTED', 'FAILED', 'RUNNING'];

/** Executions of a state machine, or children of a map run, the latest first. */
export const listExecutions: Operation = (engine, input, caller) => {
  const isMapRun = input['mapRunArn'] !== undefined;
  const arn = arnOf(input, isMapRun ? 'mapRunArn' : 'stateMachineArn');
  authorize(caller, 'states:ListExecutions', arn);
  const status = optionalStringOf(input, 'statusFilter');
  if (status !== undefined && !STATUSES.includes(status)) {
    throw invalid(
      `Value '${status}' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [${STATUSES.join(', ')}]`,
    );
  }
  const limit = pageSizeOf(input);
  const before = positionOf(optionalStringOf(input, 'nextToken'), arn) ?? Number.MAX_SAFE_INTEGER;
  const filter = { status: status ?? null, before, limit: limit + 1 };
  const mapRun = isMapRun ? findMapRun(engine, arn) : undefined;
  const page = mapRun ? children(engine, mapRun, filter) : ofMachine(engine, arn, filter);
  const shown = page.slice(0, limit);
  const last = shown.at(-1);
  return {
    executions: shown.map(({ execution }) => summaryOf(execution, mapRun?.arn)),
    ...(page.length > limit && last ? { nextToken: pageTokenFor(arn, last.position) } : {}),
  };
};

interface Filter {
  readonly status: string | null;
  readonly before: number;
  readonly limit: number;
}

interface Listed {
  readonly position: number;
  readonly execution: FoundExecution;
}

function ofMachine(engine: Engine, arn: string, filter: Filter): Listed[] {
  findStateMachine(engine, arn);
  const rows = engine.store.all<ExecutionRow>(
    `SELECT * FROM executions WHERE machine_arn = :arn AND map_run IS NULL AND id < :before AND (:status IS NULL OR status = :status)
     ORDER BY id DESC LIMIT :limit`,
    { ...filter, arn },
  );
  return rows.map((row) => ({ position: row.id, execution: row }));
}

function children(engine: Engine, run: MapRunRow, filter: Filter): Listed[] {
  const standard = engine.store.all<ExecutionRow>(
    `SELECT * FROM executions WHERE map_run = :run AND type = 'STANDARD' AND map_index < :before AND (:status IS NULL OR status = :status)
     ORDER BY map_index DESC LIMIT :limit`,
    { ...filter, run: run.id },
  );
  if (standard.length > 0) return standard.map((row) => ({ position: row.map_index ?? 0, execution: row }));
  const running: Listed[] = [];
  for (const [position, { execution }] of engine.mapRuns.get(run.id)?.running ?? []) {
    if (execution.isStandard || position >= filter.before || (filter.status ?? 'RUNNING') !== 'RUNNING') continue;
    running.push({
      position,
      execution: { ...execution.identity, id: undefined, input: execution.identity.input.text },
    });
  }
  const finished = engine.store.all<MapChildRow>(
    `SELECT * FROM map_children WHERE map_run = :run AND idx < :before AND (:status IS NULL OR status = :status) ORDER BY idx DESC LIMIT :limit`,
    { ...filter, run: run.id },
  );
  const listed = finished.map((child) => ({ position: child.idx, execution: expressChildOf(run, child) }));
  return [...running, ...listed].sort((a, b) => b.position - a.position).slice(0, filter.limit);
}

function summaryOf(execution: FoundExecution, mapRunArn: string | undefined): Record<string, unknown> {
  return {
    executionArn: execution.arn,
    stateMachineArn: execution.machine_arn,
    name: execution.name,
    status: execution.status,
    startDate: execution.started_ms / 1000,
    ...(execution.stopped_ms === null ? {} : { stopDate: execution.stopped_ms / 1000 }),
    ...(mapRunArn === undefined ? {} : { mapRunArn }),
    redriveCount: execution.redrive_count,
    ...(execution.redriven_ms === null ? {} : { redriveDate: execution.redriven_ms / 1000 }),
  };
}
