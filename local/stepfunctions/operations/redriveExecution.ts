import { AwsError } from '../../AwsError.ts';
import { authorize } from '../../Caller.ts';
import { executionStatusChange } from '../executionStatusChange.ts';
import { redriveExecution as redrive } from '../redriveExecution.ts';
import type { ExecutionRow } from '../Store.ts';
import { findExecution } from './findExecution.ts';
import type { Operation } from './Operation.ts';
import { redriveStatusOf } from './redriveStatusOf.ts';
import { stringOf } from './requestMembers.ts';

export const redriveExecution: Operation = (engine, input, caller) => {
  const executionArn = stringOf(input, 'executionArn');
  authorize(caller, 'states:RedriveExecution', executionArn);
  const found = findExecution(engine, executionArn);
  const { redriveStatus, redriveStatusReason } = redriveStatusOf(engine, found);
  if (redriveStatus !== 'REDRIVABLE' || found.id === undefined) {
    throw new AwsError(
      'ExecutionNotRedrivable',
      redriveStatusReason ?? `Execution is ${redriveStatus} and cannot be redriven`,
    );
  }
  const row: ExecutionRow = { ...found, id: found.id };
  const execution = redrive(engine, row, engine.definition(row.definition, 'STANDARD'));
  const { identity } = execution;
  engine.onStatusChange?.(executionStatusChange({ ...identity, input: identity.input.text }));
  setImmediate(() => void execution.run());
  return { redriveDate: (identity.redriven_ms ?? 0) / 1000 };
};
