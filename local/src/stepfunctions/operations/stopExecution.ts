import { AwsError } from '../../AwsError.ts';
import { authorize } from '../../Caller.ts';
import { findExecution } from './findExecution.ts';
import type { Operation } from './Operation.ts';
import { arnOf, optionalStringOf } from './requestMembers.ts';

/** Aborts a Standard execution; on one that is over it answers when that was, as AWS does. */
export const stopExecution: Operation = (engine, input, caller) => {
  const executionArn = arnOf(input, 'executionArn');
  authorize(caller, 'states:StopExecution', executionArn);
  const { id, type } = findExecution(engine, executionArn);
  if (type === 'EXPRESS') {
    throw new AwsError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine');
  }
  if (id !== undefined)
    engine.executions.get(id)?.abort(optionalStringOf(input, 'error'), optionalStringOf(input, 'cause'));
  const { stopped_ms } = findExecution(engine, executionArn);
  return { stopDate: (stopped_ms ?? engine.cloud.clock.now()) / 1000 };
};
