import { AwsError } from '../../AwsError.ts';
import { authorize } from '../../Caller.ts';
import { Execution } from '../Execution.ts';
import { findStateMachine } from './findStateMachine.ts';
import type { Operation } from './Operation.ts';
import { parseExecutionInput } from './parseExecutionInput.ts';
import { arnOf } from './requestMembers.ts';
import { executionName, newIdentity } from './startExecution.ts';

/** Runs an Express execution while the caller waits. Nothing is kept: a caller that loses the answer asks again. */
export const startSyncExecution: Operation = async (engine, input, caller) => {
  const stateMachineArn = arnOf(input, 'stateMachineArn');
  authorize(caller, 'states:StartSyncExecution', stateMachineArn);
  const machine = findStateMachine(engine, stateMachineArn);
  if (machine.type !== 'EXPRESS') {
    throw new AwsError('StateMachineTypeNotSupported', 'This operation is not supported by this type of state machine');
  }
  const identity = newIdentity(engine, machine, executionName(input), parseExecutionInput(input));
  const execution = new Execution(engine, identity, engine.definition(machine.definition, 'EXPRESS'), undefined);
  execution.recordStarted();
  void execution.run();
  const { status, stoppedAtMs, output, error, cause } = await execution.closed;
  return {
    executionArn: identity.arn,
    stateMachineArn,
    name: identity.name,
    startDate: identity.started_ms / 1000,
    stopDate: stoppedAtMs / 1000,
    status,
    input: identity.input.text,
    inputDetails: { included: true },
    ...(output === undefined ? {} : { output: output.text }),
    outputDetails: { included: true },
    ...(error === undefined ? {} : { error }),
    ...(cause === undefined ? {} : { cause }),
    billingDetails: {
      billedMemoryUsedInMB: 64,
      billedDurationInMilliseconds: Math.max(1, Math.ceil((stoppedAtMs - identity.started_ms) / 100)) * 100,
    },
  };
};
