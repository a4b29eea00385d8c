import { AwsError } from '../../AwsError.ts';
import type { Engine } from '../Engine.ts';
import { childArn } from '../mapRun/arns.ts';
import type { ExecutionRow, MapChildRow, MapRunRow } from '../Store.ts';

/** An execution as DescribeExecution sees it; without `id`, one that has no history of its own. */
export type FoundExecution = Omit<ExecutionRow, 'id'> & { readonly id: number | undefined };

/** Any execution that the store or a running map run knows. Throws `ExecutionDoesNotExist`. */
export function findExecution(engine: Engine, arn: string): FoundExecution {
  const row = engine.store.get<ExecutionRow>('SELECT * FROM executions WHERE arn = :arn', { arn });
  const found = row ?? expressChild(engine, arn);
  if (!found) throw new AwsError('ExecutionDoesNotExist', `Execution Does Not Exist: '${arn}'`);
  return found;
}

/** Express children have rows of their own only when they failed. */
function expressChild(engine: Engine, arn: string): FoundExecution | undefined {
  const [, machine, label, uuid, name] = /^(.+:express:[^/]+)\/([^:]+):([^:]+):([^:]+)$/.exec(arn) ?? [];
  if (machine === undefined) return undefined;
  const mapRunArn = `${machine.replace(':express:', ':mapRun:')}/${label}:${uuid}`;
  const run = engine.store.get<MapRunRow>('SELECT * FROM map_runs WHERE arn = :mapRunArn', { mapRunArn });
  if (!run || name === undefined) return undefined;
  for (const { execution } of engine.mapRuns.get(run.id)?.running.values() ?? []) {
    if (execution.identity.name === name)
      return { ...execution.identity, id: undefined, input: execution.identity.input.text };
  }
  const child = engine.store.get<MapChildRow>('SELECT * FROM map_children WHERE map_run = :id AND name = :name', {
    id: run.id,
    name,
  });
  return child && expressChildOf(run, child);
}

export function expressChildOf(run: MapRunRow, child: MapChildRow): FoundExecution {
  const uuid = run.arn.split(':').at(-1) ?? '';
  const { name, status, started_ms, stopped_ms, input, output, error, cause, redrive_count } = child;
  return {
    id: undefined,
    arn: childArn(run.machine_arn, run.label, 'EXPRESS', uuid, name),
    machine_arn: `${run.machine_arn}/${run.label}`,
    definition: 0,
    role_arn: '',
    name,
    type: 'EXPRESS',
    status,
    started_ms,
    stopped_ms,
    input,
    output,
    error,
    cause,
    redrive_count,
    redriven_ms: null,
    map_run: run.id,
    map_index: child.idx,
  };
}
