import { authorize } from '../../Caller.ts';
import type { MapRunRow } from '../Store.ts';
import { findExecution } from './findExecution.ts';
import type { Operation } from './Operation.ts';
import { pageTokenFor, positionOf } from './pageToken.ts';
import { arnOf, optionalStringOf, pageSizeOf } from './requestMembers.ts';

export const listMapRuns: Operation = (engine, input, caller) => {
  const executionArn = arnOf(input, 'executionArn');
  authorize(caller, 'states:ListMapRuns', executionArn);
  const { id } = findExecution(engine, executionArn);
  const limit = pageSizeOf(input);
  const before = positionOf(optionalStringOf(input, 'nextToken'), executionArn) ?? Number.MAX_SAFE_INTEGER;
  const rows = engine.store.all<MapRunRow>(
    'SELECT * FROM map_runs WHERE execution = :id AND id < :before ORDER BY id DESC LIMIT :limit',
    { id: id ?? -1, before, limit: limit + 1 },
  );
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    mapRuns: shown.map((run) => ({
      executionArn,
      mapRunArn: run.arn,
      stateMachineArn: `${run.machine_arn}/${run.label}`,
      startDate: run.started_ms / 1000,
      ...(run.stopped_ms === null ? {} : { stopDate: run.stopped_ms / 1000 }),
    })),
    ...(rows.length > limit && last ? { nextToken: pageTokenFor(executionArn, last.id) } : {}),
  };
};
