/** Answers and refusals of the API, word for word as recorded from AWS (LocalStack's validated snapshots, 2023 to 2025). */
import { expect, test } from 'vitest';
import { MACHINE_ARN, StateMachineRig } from '../../stepfunctions/StateMachineRig.ts';

const passes = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };

test.each([
  [
    'StartExecution',
    { stateMachineArn: `${MACHINE_ARN}2` },
    'StateMachineDoesNotExist',
    `State Machine Does Not Exist: '${MACHINE_ARN}2'`,
  ],
  [
    'StartExecution',
    { stateMachineArn: MACHINE_ARN, input: 'not some json' },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Unrecognized token 'not': was expecting (JSON String, Number, Array, Object or token 'null', 'true' or 'false')'",
  ],
  [
    'StartExecution',
    { stateMachineArn: MACHINE_ARN, input: "{'a': 1}" },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Unexpected character (''' (code 39)): was expecting double-quote to start field name'",
  ],
  [
    'StartExecution',
    { stateMachineArn: MACHINE_ARN, input: '' },
    'InvalidExecutionInput',
    "Invalid State Machine Execution Input: 'Invalid execution input.'",
  ],
  [
    'DescribeStateMachine',
    { stateMachineArn: 'not_a_valid_arn' },
    'InvalidArn',
    "Invalid Arn: 'Invalid ARN prefix: not_a_valid_arn'",
  ],
  [
    'DescribeExecution',
    { executionArn: 'invalid_execution_arn' },
    'InvalidArn',
    "Invalid Arn: 'Invalid ARN prefix: invalid_execution_arn'",
  ],
  [
    'DescribeExecution',
    { executionArn: `${MACHINE_ARN.replace(':stateMachine:', ':execution:')}:nobody` },
    'ExecutionDoesNotExist',
    `Execution Does Not Exist: '${MACHINE_ARN.replace(':stateMachine:', ':execution:')}:nobody'`,
  ],
  [
    'ListExecutions',
    { stateMachineArn: MACHINE_ARN, statusFilter: 'succeeded' },
    'ValidationException',
    "1 validation error detected: Value 'succeeded' at 'statusFilter' failed to satisfy constraint: Member must satisfy enum value set: [SUCCEEDED, TIMED_OUT, PENDING_REDRIVE, ABORTED, FAILED, RUNNING]",
  ],
  ['SendTaskSuccess', { taskToken: 'nonsense', output: '1' }, 'InvalidToken', "Invalid Token: 'Invalid token'"],
])('%s %j', async (operation, input, name, message) => {
  const rig = new StateMachineRig().define(passes);
  await expect(rig.call(operation, input)).rejects.toMatchObject({ name, message });
});

test('an execution that ran out of time has no error and no cause, and may be redriven', async () => {
  const rig = new StateMachineRig().define({
    TimeoutSeconds: 5,
    StartAt: 'W',
    States: { W: { Type: 'Wait', Seconds: 60, End: true } },
  });
  const { executionArn, ...described } = await rig.run({}, { waitsMs: 5_000 });
  expect(described).toEqual({
    stateMachineArn: MACHINE_ARN,
    name: executionArn.split(':').at(-1),
    status: 'TIMED_OUT',
    startDate: Date.parse('2026-01-05T09:00:00Z') / 1000,
    stopDate: Date.parse('2026-01-05T09:00:05Z') / 1000,
    input: '{}',
    inputDetails: { included: true },
    redriveCount: 0,
    redriveStatus: 'REDRIVABLE',
  });
});
