import { randomUUID } from 'node:crypto';
import type { Branch } from '../Branch.ts';
import type { Outcome } from '../Outcome.ts';
import type { DistributedMap, MapState } from '../definition/StateMachineDefinition.ts';
import { childrenArn, mapRunArn } from '../mapRun/arns.ts';
import { arraySource, type ItemSource } from '../mapRun/ItemSource.ts';
import { MapRun } from '../mapRun/MapRun.ts';
import { mapRunResult } from '../mapRun/mapRunResult.ts';
import { readItems } from '../mapRun/readItems.ts';
import { writeResults } from '../mapRun/writeResults.ts';
import type { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import type { MapRunRow } from '../Store.ts';
import { type Template, whileExecuting } from '../Template.ts';
import { mapItems } from './mapItems.ts';

/** A Map whose iterations are executions of their own, in a map run. */
export async function runDistributedMap(branch: Branch, state: MapState, map: DistributedMap): Promise<Outcome> {
  const { execution, position } = branch;
  const isContinued = position.work?.kind === 'MAP_RUN';
  const items = map.itemReader ? undefined : await mapItems(branch, state);
  const row = isContinued ? storedMapRun(branch) : await begin(branch, state, map, items?.length ?? 0);
  let result: Payload;
  try {
    result = await carryOut(branch, state, map, row, items, isContinued);
  } catch (thrown) {
    if (thrown instanceof StatesError) {
      const { error, cause } = thrown;
      branch.record('MapRunFailed', () => ({
        ...(cause === undefined ? {} : { cause }),
        ...(error === undefined ? {} : { error }),
      }));
    }
    throw thrown;
  }
  branch.record('MapRunSucceeded');
  execution.record('MapStateSucceeded', branch.lastEventId);
  return branch.complete(state, result, state.next, { result: result.value });
}

async function carryOut(
  branch: Branch,
  state: MapState,
  map: DistributedMap,
  row: MapRunRow,
  items: readonly unknown[] | undefined,
  isContinued: boolean,
): Promise<Payload> {
  const { engine } = branch.execution;
  let source: ItemSource;
  try {
    if (row.redrive_count > 0) permit(branch, 'states:RedriveExecution', childrenArn(row));
    source = map.itemReader ? await readItems(branch, map.itemReader) : arraySource(items ?? []);
  } catch (thrown) {
    if (thrown instanceof StatesError) {
      engine.store.update('map_runs', row.id, { status: 'FAILED', stopped_ms: engine.cloud.clock.now() });
    }
    throw thrown;
  }
  const run = new MapRun(branch, state, map, row, source, isContinued);
  try {
    await branch.waitFor<void>((resolve, reject) => {
      run.run().then(() => resolve(undefined), reject);
      return (interrupted) => {
        if (interrupted) run.stop(interrupted);
      };
    });
    const result = map.resultWriter
      ? await writeResults(branch, map, map.resultWriter, row)
      : mapRunResult(engine.store, row, state.name);
    if (map.resultWriter) row.results_written = row.total;
    run.close('SUCCEEDED');
    return result;
  } catch (thrown) {
    if (thrown instanceof StatesError) {
      if (row.status === 'RUNNING') run.close('FAILED');
      // What there is helps whoever looks for the cause; that it could not be written adds nothing to the failure.
      else if (map.resultWriter) await writeResults(branch, map, map.resultWriter, row).catch(() => undefined);
    }
    throw thrown;
  }
}

/** Throws `States.Permissions` unless the machine's role may do `action`, which it does on nobody's request. */
function permit({ execution: { caller }, site }: Branch, action: string, resourceArn: string): void {
  if (caller.allows(action, resourceArn)) return;
  throw new StatesError(
    'States.Permissions',
    `${whileExecuting(site)} User: ${caller.arn} is not authorized to perform: ${action} on resource: ${resourceArn} because no identity-based policy allows the ${action} action`,
  );
}

function storedMapRun({ position, execution }: Branch): MapRunRow {
  const id = position.work?.kind === 'MAP_RUN' ? position.work.mapRunId : 0;
  const row = execution.engine.store.get<MapRunRow>('SELECT * FROM map_runs WHERE id = :id', { id });
  if (!row) throw new Error(`map run ${id} is not stored`);
  return row;
}

async function begin(branch: Branch, state: MapState, map: DistributedMap, length: number): Promise<MapRunRow> {
  const { execution, position } = branch;
  const { engine, identity } = execution;
  const machineArn = identity.machine_arn.split('/')[0] ?? '';
  permit(branch, 'states:StartExecution', machineArn);
  const number = async (template: Template | undefined) =>
    (await template?.evaluateAs('number', branch.bindings(), branch.site)) ?? 0;
  const toleratedPercentage = await number(map.toleratedFailurePercentage);
  const toleratedCount = await number(map.toleratedFailureCount);
  if (toleratedPercentage < 0 || toleratedPercentage > 100) {
    throw new StatesError(
      'States.Runtime',
      `${whileExecuting(branch.site)} ToleratedFailurePercentage must be between 0 and 100.`,
    );
  }
  if (toleratedCount < 0) {
    throw new StatesError('States.Runtime', `${whileExecuting(branch.site)} ToleratedFailureCount cannot be negative.`);
  }
  const row: Omit<MapRunRow, 'id'> = {
    arn: mapRunArn(machineArn, map.label, randomUUID()),
    execution: execution.id ?? 0,
    execution_arn: identity.arn,
    branch: branch.path,
    state: state.name,
    machine_arn: machineArn,
    label: map.label,
    status: 'RUNNING',
    started_ms: engine.cloud.clock.now(),
    stopped_ms: null,
    max_concurrency: await number(state.maxConcurrency),
    tolerated_count: toleratedCount,
    tolerated_percentage: toleratedPercentage,
    total: 0,
    total_items: 0,
    results_written: 0,
    redrive_count: 0,
    redriven_ms: null,
  };
  branch.record('MapStateStarted', () => ({ length }));
  branch.record('MapRunStarted', () => ({ mapRunArn: row.arn }));
  execution.moved(branch);
  let id = 0;
  execution.checkpoint(() => {
    id = engine.store.insert('map_runs', row);
    position.work = { kind: 'MAP_RUN', mapRunId: id };
  });
  return { ...row, id };
}
