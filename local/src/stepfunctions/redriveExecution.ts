import type { Position } from './Position.ts';
import type { Scope } from './definition/StateMachineDefinition.ts';
import type { Engine } from './Engine.ts';
import type { Execution } from './Execution.ts';
import type { BranchRow, ExecutionRow, MapRunRow } from './Store.ts';

/**
 * Makes an execution that failed, timed out or was aborted ready to go on: what succeeded keeps its result, what did
 * not starts its state again with fresh retries and timeouts, and map runs redo only their unsuccessful children.
 */
export function redriveExecution(engine: Engine, row: ExecutionRow, scope: Scope): Execution {
  const { store, cloud } = engine;
  const redriven: ExecutionRow = {
    ...row,
    status: 'RUNNING',
    stopped_ms: null,
    error: null,
    cause: null,
    redrive_count: row.redrive_count + 1,
    redriven_ms: cloud.clock.now(),
  };
  const { status, stopped_ms, error, cause, redrive_count, redriven_ms } = redriven;
  store.transaction(() => {
    store.update('executions', row.id, { status, stopped_ms, error, cause, redrive_count, redriven_ms });
    const last = store.get<{ id: number }>('SELECT MAX(id) AS id FROM events WHERE execution = :id', { id: row.id });
    let eventId = last?.id ?? 0;
    const append = (type: string, previousEventId: number, details: Record<string, unknown>): number => {
      const event = { id: ++eventId, previousEventId, type, atMs: cloud.clock.now(), details };
      store.appendEvents(row.id, [event]);
      return event.id;
    };
    const redrivenEventId = append('ExecutionRedriven', 0, { redriveCount: redrive_count });
    for (const branch of store.branches(row.id)) {
      if (branch.output !== null || branch.position === null) continue;
      const position = restarted(JSON.parse(branch.position) as Position);
      if (position.work?.kind !== 'FORK' && branch.path === '') position.lastEventId = redrivenEventId;
      if (position.work?.kind === 'MAP_RUN') {
        const mapRun = redriveMapRun(engine, position.work.mapRunId);
        const details = { mapRunArn: mapRun.arn, redriveCount: mapRun.redrive_count };
        position.lastEventId = append('MapRunRedriven', position.lastEventId, details);
      }
      store.putBranch(row.id, { ...branch, position: JSON.stringify(position) } satisfies BranchRow);
    }
  });
  return engine.revive(redriven, scope);
}

function restarted(position: Position): Position {
  const { work } = position;
  const isKept = work?.kind === 'FORK' || work?.kind === 'MAP_RUN';
  return { ...position, retryCounts: [], retryAtMs: undefined, work: isKept ? work : undefined };
}

function redriveMapRun({ store, cloud }: Engine, id: number): MapRunRow {
  store.run(
    `UPDATE map_runs SET status = 'RUNNING', stopped_ms = NULL, redrive_count = redrive_count + 1, redriven_ms = :now WHERE id = :id`,
    { id, now: cloud.clock.now() },
  );
  store.run(`UPDATE map_children SET status = 'PENDING_REDRIVE' WHERE map_run = :id AND status <> 'SUCCEEDED'`, { id });
  store.run(
    `UPDATE executions SET status = 'PENDING_REDRIVE' WHERE map_run = :id AND status <> 'SUCCEEDED' AND type = 'STANDARD'`,
    { id },
  );
  const row = store.get<MapRunRow>('SELECT * FROM map_runs WHERE id = :id', { id });
  if (!row) throw new Error(`map run ${id} is not stored`);
  return row;
}
