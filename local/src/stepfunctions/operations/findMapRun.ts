import { AwsError } from '../../AwsError.ts';
import type { Engine } from '../Engine.ts';
import type { MapRunRow } from '../Store.ts';

/** A map run, with the live figures of one that is running here. Throws `ResourceNotFound`. */
export function findMapRun({ store, mapRuns }: Engine, arn: string): MapRunRow {
  const row = store.get<MapRunRow>('SELECT * FROM map_runs WHERE arn = :arn', { arn });
  if (!row) throw new AwsError('ResourceNotFound', `Resource not found: '${arn}'`);
  return mapRuns.get(row.id)?.row ?? row;
}
