import { authorize } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import type { MapRunRow } from '../Store.ts';
import { findExecution } from './findExecution.ts';
import type { Operation } from './Operation.ts';
import { redriveStatusOf } from './redriveStatusOf.ts';
import { arnOf } from './requestMembers.ts';

export const describeExecution: Operation = (engine, input, caller) => {
  const executionArn = arnOf(input, 'executionArn');
  authorize(caller, 'states:DescribeExecution', executionArn);
  const execution = findExecution(engine, executionArn);
  return {
    executionArn,
    stateMachineArn: execution.machine_arn,
    name: execution.name,
    status: execution.status,
    startDate: execution.started_ms / 1000,
    ...(execution.stopped_ms === null ? {} : { stopDate: execution.stopped_ms / 1000 }),
    input: execution.input,
    inputDetails: { included: true },
    ...(execution.output === null ? {} : { output: execution.output, outputDetails: { included: true } }),
    ...(execution.error === null ? {} : { error: execution.error }),
    ...(execution.cause === null ? {} : { cause: execution.cause }),
    ...(execution.map_run === null ? {} : { mapRunArn: mapRunArnOf(engine, execution.map_run) }),
    redriveCount: execution.redrive_count,
    ...(execution.redriven_ms === null ? {} : { redriveDate: execution.redriven_ms / 1000 }),
    ...redriveStatusOf(engine, execution),
  };
};

function mapRunArnOf({ store }: Engine, id: number): string | undefined {
  return store.get<MapRunRow>('SELECT * FROM map_runs WHERE id = :id', { id })?.arn;
}
