import { authorize } from '../../Caller.ts';
import { findStateMachine } from './findStateMachine.ts';
import type { Operation } from './Operation.ts';
import { arnOf } from './requestMembers.ts';

export const describeStateMachine: Operation = (engine, input, caller) => {
  const stateMachineArn = arnOf(input, 'stateMachineArn');
  authorize(caller, 'states:DescribeStateMachine', stateMachineArn);
  const { name, type, role_arn, definition, created_ms } = findStateMachine(engine, stateMachineArn);
  return {
    stateMachineArn,
    name,
    status: 'ACTIVE',
    definition: engine.store.definitionText(definition),
    roleArn: role_arn,
    type,
    creationDate: created_ms / 1000,
  };
};
