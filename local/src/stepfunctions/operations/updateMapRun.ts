import { authorize } from '../../Caller.ts';
import { findMapRun } from './findMapRun.ts';
import type { Operation } from './Operation.ts';
import { arnOf, numberOf } from './requestMembers.ts';

/** Changes the concurrency and the tolerated failures of a map run while it runs. */
export const updateMapRun: Operation = (engine, input, caller) => {
  const mapRunArn = arnOf(input, 'mapRunArn');
  authorize(caller, 'states:UpdateMapRun', mapRunArn);
  const run = findMapRun(engine, mapRunArn);
  run.max_concurrency = numberOf(input, 'maxConcurrency', { min: 0, max: Infinity }) ?? run.max_concurrency;
  run.tolerated_count = numberOf(input, 'toleratedFailureCount', { min: 0, max: Infinity }) ?? run.tolerated_count;
  run.tolerated_percentage =
    numberOf(input, 'toleratedFailurePercentage', { min: 0, max: 100 }) ?? run.tolerated_percentage;
  const { max_concurrency, tolerated_count, tolerated_percentage } = run;
  engine.store.update('map_runs', run.id, { max_concurrency, tolerated_count, tolerated_percentage });
  engine.mapRuns.get(run.id)?.limitsChanged();
  return {};
};
