/**
 * Execution histories as AWS wrote them: which events, and which event each one follows. The expectations are the shapes
 * of recordings of the real service (LocalStack's validated Step Functions snapshots, 2023 to 2026), on machines of ours.
 */
import { expect, test } from 'vitest';
import { failure, invokes, settle, StateMachineRig } from '../../stepfunctions/StateMachineRig.ts';

interface Case {
  name: string;
  definition: object;
  input?: unknown;
  waitsMs?: number;
  objects?: Record<string, string>;
  functions?: Record<string, (payload: never) => unknown>;
  /** `id previousEventId type` */
  events: string[];
  /** Details of some events, by id. */
  details?: Record<number, unknown>;
}

const echo = { StartAt: 'In', States: { In: { Type: 'Pass', End: true } } };
const asks = (fields: object) => ({
  StartAt: 'Ask',
  States: {
    Ask: {
      Type: 'Task',
      Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
      Arguments: { FunctionName: 'ask', Payload: { token: '{% $states.context.Task.Token %}' } },
      End: true,
      ...fields,
    },
  },
});

const CASES: Case[] = [
  {
    name: 'a failed evaluation follows the event before its state',
    definition: { StartAt: 'S', States: { S: { Type: 'Pass', Output: { result: '{% $x %}' }, End: true } } },
    events: ['1 0 ExecutionStarted', '2 0 PassStateEntered', '3 0 EvaluationFailed', '4 3 ExecutionFailed'],
    details: {
      3: {
        cause:
          "An error occurred while executing the state 'S' (entered at the event id #2). The JSONata expression '$x' specified for the field 'Output/result' returned nothing (undefined).",
        error: 'States.QueryEvaluationError',
        location: 'Output/result',
        state: 'S',
      },
    },
  },
  {
    name: 'Items of the wrong type fail the Map state too',
    definition: { StartAt: 'S', States: { S: { Type: 'Map', Items: '{% 1 %}', ItemProcessor: echo, End: true } } },
    events: [
      '1 0 ExecutionStarted',
      '2 0 MapStateEntered',
      '3 0 EvaluationFailed',
      '4 3 MapStateFailed',
      '5 4 ExecutionFailed',
    ],
    details: {
      5: {
        cause:
          "An error occurred while executing the state 'S' (entered at the event id #2). The JSONata expression '1' specified for the field 'Items' returned an unexpected result type. Expected 'array', but was 'number' for value: 1",
        error: 'States.QueryEvaluationError',
      },
    },
  },
  {
    name: 'an unknown function',
    definition: { StartAt: 'S', States: { S: { Type: 'Pass', Output: '{% $nothing(1) %}', End: true } } },
    events: ['1 0 ExecutionStarted', '2 0 PassStateEntered', '3 0 EvaluationFailed', '4 3 ExecutionFailed'],
    details: {
      4: {
        cause:
          "An error occurred while executing the state 'S' (entered at the event id #2). The JSONata expression '$nothing(1)' specified for the field 'Output' threw an error during evaluation. T1006: Attempted to invoke a non-function",
        error: 'States.QueryEvaluationError',
      },
    },
  },
  {
    name: 'assigned variables are JSON text at the exit',
    definition: { StartAt: 'S', States: { S: { Type: 'Pass', Assign: { items: [1, 2], x: 'a' }, End: true } } },
    events: ['1 0 ExecutionStarted', '2 0 PassStateEntered', '3 2 PassStateExited', '4 3 ExecutionSucceeded'],
    details: {
      3: {
        assignedVariables: { items: '[1,2]', x: '"a"' },
        assignedVariablesDetails: { truncated: false },
        name: 'S',
        output: '{}',
        outputDetails: { truncated: false },
      },
    },
  },
  {
    name: 'a function that throws, caught',
    definition: {
      StartAt: 'S',
      States: {
        S: invokes('fails', { Catch: [{ ErrorEquals: ['Custom'], Next: 'C' }], End: true }),
        C: { Type: 'Pass', End: true },
      },
    },
    functions: { fails: () => Promise.reject(failure('Custom', '')) },
    events: [
      '1 0 ExecutionStarted',
      '2 0 TaskStateEntered',
      '3 2 TaskScheduled',
      '4 3 TaskStarted',
      '5 4 TaskFailed',
      '6 5 TaskStateExited',
      '7 6 PassStateEntered',
      '8 7 PassStateExited',
      '9 8 ExecutionSucceeded',
    ],
    details: {
      4: { resource: 'invoke', resourceType: 'lambda' },
      5: {
        cause: '{"errorType":"Custom","errorMessage":""}',
        error: 'Custom',
        resource: 'invoke',
        resourceType: 'lambda',
      },
    },
  },
  {
    name: 'a callback that nobody completes',
    definition: asks({ TimeoutSeconds: 5, HeartbeatSeconds: 3 }),
    functions: { ask: () => null },
    waitsMs: 5_000,
    events: [
      '1 0 ExecutionStarted',
      '2 0 TaskStateEntered',
      '3 2 TaskScheduled',
      '4 3 TaskStarted',
      '5 4 TaskSubmitted',
      '6 5 TaskTimedOut',
      '7 6 ExecutionFailed',
    ],
    details: {
      3: expect.objectContaining({
        region: 'us-east-1',
        resource: 'invoke.waitForTaskToken',
        resourceType: 'lambda',
        timeoutInSeconds: 5,
        heartbeatInSeconds: 3,
      }),
      6: { error: 'States.Timeout', resource: 'invoke.waitForTaskToken', resourceType: 'lambda' },
      7: { error: 'States.Timeout' },
    },
  },
  {
    name: 'a timeout that is caught has an empty cause',
    definition: {
      StartAt: 'S',
      States: {
        S: invokes('never', { TimeoutSeconds: 5, Catch: [{ ErrorEquals: ['States.Timeout'], Next: 'C' }], End: true }),
        C: { Type: 'Succeed' },
      },
    },
    functions: { never: () => new Promise(() => undefined) },
    waitsMs: 5_000,
    events: [
      '1 0 ExecutionStarted',
      '2 0 TaskStateEntered',
      '3 2 TaskScheduled',
      '4 3 TaskStarted',
      '5 4 TaskTimedOut',
      '6 5 TaskStateExited',
      '7 6 SucceedStateEntered',
      '8 7 SucceedStateExited',
      '9 8 ExecutionSucceeded',
    ],
    details: { 6: { name: 'S', output: '{"Error":"States.Timeout","Cause":""}', outputDetails: { truncated: false } } },
  },
  {
    name: 'iterations of an inline Map, one at a time',
    definition: { StartAt: 'M', States: { M: { Type: 'Map', MaxConcurrency: 1, ItemProcessor: echo, End: true } } },
    input: [1, 2],
    events: [
      '1 0 ExecutionStarted',
      '2 0 MapStateEntered',
      '3 2 MapStateStarted',
      '4 3 MapIterationStarted',
      '5 4 PassStateEntered',
      '6 5 PassStateExited',
      '7 6 MapIterationSucceeded',
      '8 6 MapIterationStarted',
      '9 8 PassStateEntered',
      '10 9 PassStateExited',
      '11 10 MapIterationSucceeded',
      '12 11 MapStateSucceeded',
      '13 11 MapStateExited',
      '14 13 ExecutionSucceeded',
    ],
    details: { 3: { length: 2 }, 8: { index: 1, name: 'M' } },
  },
  {
    name: 'an iteration that fails',
    definition: {
      StartAt: 'M',
      States: {
        M: { Type: 'Map', ItemProcessor: { StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E' } } }, End: true },
      },
    },
    input: [1],
    events: [
      '1 0 ExecutionStarted',
      '2 0 MapStateEntered',
      '3 2 MapStateStarted',
      '4 3 MapIterationStarted',
      '5 4 FailStateEntered',
      '6 5 MapIterationFailed',
      '7 5 MapStateFailed',
      '8 7 ExecutionFailed',
    ],
    details: { 8: { error: 'E' } },
  },
  {
    name: 'a Parallel branch that fails, caught',
    definition: {
      StartAt: 'P',
      States: {
        P: {
          Type: 'Parallel',
          Branches: [{ StartAt: 'F', States: { F: { Type: 'Fail', Error: 'E', Cause: 'why' } } }],
          Catch: [{ ErrorEquals: ['E'], Next: 'C' }],
          End: true,
        },
        C: { Type: 'Pass', End: true },
      },
    },
    events: [
      '1 0 ExecutionStarted',
      '2 0 ParallelStateEntered',
      '3 2 ParallelStateStarted',
      '4 3 FailStateEntered',
      '5 4 ParallelStateFailed',
      '6 5 ParallelStateExited',
      '7 6 PassStateEntered',
      '8 7 PassStateExited',
      '9 8 ExecutionSucceeded',
    ],
    details: { 6: { name: 'P', output: '{"Error":"E","Cause":"why"}', outputDetails: { truncated: false } } },
  },
  {
    name: 'a Distributed Map',
    definition: {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          Label: 'Each',
          ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'STANDARD' }, ...echo },
          End: true,
        },
      },
    },
    input: ['Hello', 'World'],
    events: [
      '1 0 ExecutionStarted',
      '2 0 MapStateEntered',
      '3 2 MapStateStarted',
      '4 3 MapRunStarted',
      '5 4 MapRunSucceeded',
      '6 5 MapStateSucceeded',
      '7 5 MapStateExited',
      '8 7 ExecutionSucceeded',
    ],
    details: {
      3: { length: 2 },
      4: {
        mapRunArn: expect.stringMatching(
          /^arn:aws:states:us-east-1:000000000000:mapRun:payroll\/Each:[0-9a-f-]{36}$/,
        ) as string,
      },
    },
  },
  ...[
    {
      file: 'a,a\n1,2',
      config: { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      cause: 'CSV headers cannot contain duplicates.',
    },
    { file: '{"a":1}', config: { InputType: 'JSON' }, cause: 'Attempting to map over non-iterable node.' },
  ].map(({ file, config, cause }): Case => ({
    name: `an item reader that fails: ${cause}`,
    definition: {
      StartAt: 'M',
      States: {
        M: {
          Type: 'Map',
          ItemReader: {
            Resource: 'arn:aws:states:::s3:getObject',
            Arguments: { Bucket: 'b', Key: 'k' },
            ReaderConfig: config,
          },
          ItemProcessor: { ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' }, ...echo },
          End: true,
        },
      },
    },
    objects: { 'b/k': file },
    events: [
      '1 0 ExecutionStarted',
      '2 0 MapStateEntered',
      '3 2 MapStateStarted',
      '4 3 MapRunStarted',
      '5 4 MapRunFailed',
      '6 5 MapStateFailed',
      '7 6 ExecutionFailed',
    ],
    details: {
      3: { length: 0 },
      5: { cause, error: 'States.ItemReaderFailed' },
      7: { cause, error: 'States.ItemReaderFailed' },
    },
  })),
];

test.each(CASES)(
  '$name',
  async ({ definition, input = {}, waitsMs = 0, objects = {}, functions = {}, events, details = {} }) => {
    const rig = new StateMachineRig({ objects, functions }).define(definition);
    const { executionArn } = await rig.run(input, { waitsMs });
    const history = await rig.history(executionArn);
    expect(history.map(({ id, previousEventId, type }) => `${id} ${previousEventId} ${type}`)).toEqual(events);
    for (const [id, expected] of Object.entries(details)) {
      const event = history[Number(id) - 1];
      const member = Object.keys(event ?? {}).find((name) => name.endsWith('EventDetails')) ?? '';
      expect(event?.[member], `details of event ${id}`).toEqual(expected);
    }
  },
);

test('a completed callback', async () => {
  let token = '';
  const rig = new StateMachineRig({
    functions: { ask: (payload: { token: string }) => void (token = payload.token) },
  }).define(asks({}));
  const executionArn = await rig.start();
  await settle();
  await rig.call('SendTaskSuccess', { taskToken: token, output: '"text"' });
  await rig.ended(executionArn);
  const history = await rig.history(executionArn);
  expect(history.map(({ id, previousEventId, type }) => `${id} ${previousEventId} ${type}`)).toEqual([
    '1 0 ExecutionStarted',
    '2 0 TaskStateEntered',
    '3 2 TaskScheduled',
    '4 3 TaskStarted',
    '5 4 TaskSubmitted',
    '6 5 TaskSucceeded',
    '7 6 TaskStateExited',
    '8 7 ExecutionSucceeded',
  ]);
  expect(history[5]?.['taskSucceededEventDetails']).toEqual({
    output: '"text"',
    outputDetails: { truncated: false },
    resource: 'invoke.waitForTaskToken',
    resourceType: 'lambda',
  });
});

test('a stopped execution: what comes from outside follows no event', async () => {
  const rig = new StateMachineRig().define({ StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 60, End: true } } });
  const executionArn = await rig.start();
  await settle();
  await rig.call('StopExecution', { executionArn });
  const last = (await rig.history(executionArn)).at(-1);
  expect(last).toMatchObject({ id: 3, previousEventId: 0, type: 'ExecutionAborted', executionAbortedEventDetails: {} });
});
