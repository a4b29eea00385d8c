import { randomUUID } from 'node:crypto';
import { AwsError } from '../../AwsError.ts';
import { authorize } from '../../Caller.ts';
import type { Engine } from '../Engine.ts';
import type { ExecutionIdentity } from '../Execution.ts';
import type { Payload } from '../Payload.ts';
import { runExpress } from '../runExpress.ts';
import type { ExecutionRow, StateMachineRow } from '../Store.ts';
import { findStateMachine } from './findStateMachine.ts';
import type { Operation } from './Operation.ts';
import { parseExecutionInput } from './parseExecutionInput.ts';
import { arnOf, optionalStringOf } from './requestMembers.ts';

/** AWS refuses these in an execution's name. */
const NAME_FORBIDDEN = /[\s<>{}[\]?*"#%\\^|~`$&,;:/\u0000-\u001f\u007f-\u009f]/;

export const startExecution: Operation = (engine, input, caller) => {
  const stateMachineArn = arnOf(input, 'stateMachineArn');
  authorize(caller, 'states:StartExecution', stateMachineArn);
  const machine = findStateMachine(engine, stateMachineArn);
  const name = executionName(input);
  const payload = parseExecutionInput(input);
  if (machine.type === 'EXPRESS') {
    const identity = newIdentity(engine, machine, name, payload);
    void runExpress(engine, engine.create(identity, engine.definition(machine.definition, 'EXPRESS')));
    return { executionArn: identity.arn, startDate: identity.started_ms / 1000 };
  }
  const existing = engine.store.get<ExecutionRow>('SELECT * FROM executions WHERE arn = :arn', {
    arn: standardArn(machine, name),
  });
  if (existing) return sameExecution(existing, payload);
  const identity = newIdentity(engine, machine, name, payload);
  const execution = engine.create(identity, engine.definition(machine.definition, 'STANDARD'));
  // The answer goes out before the first state runs, as it would from a service.
  setImmediate(() => void execution.run());
  return { executionArn: identity.arn, startDate: identity.started_ms / 1000 };
};

export function executionName(input: Readonly<Record<string, unknown>>): string {
  const name = optionalStringOf(input, 'name') ?? randomUUID();
  if (name.length < 1 || name.length > 80 || NAME_FORBIDDEN.test(name))
    throw new AwsError('InvalidName', `Invalid Name: '${name}'`);
  return name;
}

export function newIdentity(
  { cloud }: Engine,
  machine: StateMachineRow,
  name: string,
  input: Payload,
): ExecutionIdentity {
  return {
    arn: machine.type === 'STANDARD' ? standardArn(machine, name) : expressArn(machine, name),
    machine_arn: machine.arn,
    definition: machine.definition,
    role_arn: machine.role_arn,
    name,
    type: machine.type,
    status: 'RUNNING',
    started_ms: cloud.clock.now(),
    stopped_ms: null,
    input,
    output: null,
    error: null,
    cause: null,
    redrive_count: 0,
    redriven_ms: null,
    map_run: null,
    map_index: null,
  };
}

function standardArn({ arn }: StateMachineRow, name: string): string {
  return `${arn.replace(':stateMachine:', ':execution:')}:${name}`;
}

/** Express names need not be unique, so the ARN has a part that is. */
function expressArn({ arn }: StateMachineRow, name: string): string {
  return `${arn.replace(':stateMachine:', ':express:')}:${name}:${randomUUID()}`;
}

function sameExecution({ arn, status, input, started_ms }: ExecutionRow, payload: Payload): unknown {
  if (status !== 'RUNNING' || input !== payload.text) {
    throw new AwsError('ExecutionAlreadyExists', `Execution Already Exists: '${arn}'`);
  }
  return { executionArn: arn, startDate: started_ms / 1000 };
}
