import { describe, expect, test } from 'vitest';
import { callerAllowed } from '../testCloud.ts';
import { failure, invokes, MACHINE_ARN, settle, StateMachineRig } from './StateMachineRig.ts';

const waits = { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 60, End: true } } };
const passes = { StartAt: 'P', States: { P: { Type: 'Pass', End: true } } };
const start = (input: object) => ({ stateMachineArn: MACHINE_ARN, ...input });

describe('StartExecution', () => {
  test('the same name and input give the same execution while it runs', async () => {
    const rig = new StateMachineRig().define(waits);
    const first = await rig.call('StartExecution', start({ name: 'run_1', input: '{"a":1}' }));
    await rig.cloud.clock.advance(5_000);
    expect(await rig.call('StartExecution', start({ name: 'run_1', input: '{"a":1}' }))).toEqual(first);
  });

  test('the same name with another input, or once it is closed, is ExecutionAlreadyExists', async () => {
    const rig = new StateMachineRig().define(waits);
    const arn = await rig.start({}, 'run_1');
    const refused = { name: 'ExecutionAlreadyExists', message: `Execution Already Exists: '${arn}'` };
    await expect(rig.call('StartExecution', start({ name: 'run_1', input: '{"a":1}' }))).rejects.toMatchObject(refused);
    await rig.call('StopExecution', { executionArn: arn });
    await expect(rig.call('StartExecution', start({ name: 'run_1', input: '{}' }))).rejects.toMatchObject(refused);
  });

  test.each(['a b', 'a/b', 'a:b', 'a*', '', 'x'.repeat(81), 'a\u0001'])('the name %j is refused', async (name) => {
    const rig = new StateMachineRig().define(passes);
    await expect(rig.call('StartExecution', start({ name }))).rejects.toMatchObject({ name: 'InvalidName' });
  });

  test.each(['1', '"text"', 'null', 'true', '[]', undefined])('input may be %s', async (input) => {
    const rig = new StateMachineRig().define(passes);
    const { executionArn } = await rig.call<{ executionArn: string }>(
      'StartExecution',
      start(input === undefined ? {} : { input }),
    );
    expect((await rig.ended(executionArn)).output).toBe(input ?? '{}');
  });

  test('input beyond 256 KiB is refused', async () => {
    const rig = new StateMachineRig().define(passes);
    await expect(
      rig.call('StartExecution', start({ input: JSON.stringify('x'.repeat(262_143)) })),
    ).rejects.toMatchObject({ name: 'ValidationException' });
  });

  test('Express starts need no unique name, and leave nothing behind when they succeed', async () => {
    const rig = new StateMachineRig({ functions: { f: (ok: boolean) => (ok ? 1 : Promise.reject(failure('Bad'))) } });
    rig.define({ StartAt: 'T', States: { T: invokes('f') } }, 'EXPRESS');
    const good = await rig.start(true, 'same');
    const bad = await rig.start(false, 'same');
    expect(good).not.toBe(bad);
    await settle();
    await expect(rig.describe(good)).rejects.toMatchObject({ name: 'ExecutionDoesNotExist' });
    expect(await rig.describe(bad)).toMatchObject({ status: 'FAILED', error: 'Bad', redriveStatus: 'NOT_REDRIVABLE' });
    expect((await rig.history(bad)).at(-1)?.type).toBe('ExecutionFailed');
    expect(rig.stepFunctions.counts).toMatchObject({
      expressExecutions: 2,
      expressDurationMs: 200,
      standardTransitions: 0,
    });
  });
});

test('StartSyncExecution answers with the result and what is billed', async () => {
  const rig = new StateMachineRig().define(
    { StartAt: 'W', States: { W: { Type: 'Wait', Seconds: 1, Output: 7, End: true } } },
    'EXPRESS',
  );
  const answer = rig.call('StartSyncExecution', start({}));
  await settle();
  await rig.cloud.clock.advance(1_001);
  expect(await answer).toMatchObject({
    status: 'SUCCEEDED',
    output: '7',
    billingDetails: { billedMemoryUsedInMB: 64, billedDurationInMilliseconds: 1000 },
  });
  await expect(new StateMachineRig().define(passes).call('StartSyncExecution', start({}))).rejects.toMatchObject({
    name: 'StateMachineTypeNotSupported',
  });
});

describe('what an operation asks of IAM', () => {
  const executionArn = `${MACHINE_ARN.replace('stateMachine', 'execution')}:run_1`;
  test.each([
    ['StartExecution', { stateMachineArn: MACHINE_ARN }, MACHINE_ARN],
    ['StopExecution', { executionArn }, executionArn],
    ['DescribeExecution', { executionArn }, executionArn],
    ['GetExecutionHistory', { executionArn }, executionArn],
    ['RedriveExecution', { executionArn }, executionArn],
    ['ListMapRuns', { executionArn }, executionArn],
    ['ListExecutions', { stateMachineArn: MACHINE_ARN }, MACHINE_ARN],
    ['DescribeStateMachine', { stateMachineArn: MACHINE_ARN }, MACHINE_ARN],
    ['ListStateMachines', {}, '*'],
  ])('%s', async (operation, input, resource) => {
    const rig = new StateMachineRig().define(passes);
    await rig.ended(await rig.start({}, 'run_1'));
    const denied = {
      name: 'AccessDeniedException',
      message: expect.stringContaining(`states:${operation} on resource: ${resource}`) as string,
    };
    await expect(rig.call(operation, input, callerAllowed())).rejects.toMatchObject(denied);
    const allowed = rig.call(operation, input, callerAllowed(`states:${operation} ${resource}`));
    if (operation === 'RedriveExecution')
      await expect(allowed).rejects.toMatchObject({ name: 'ExecutionNotRedrivable' });
    else await expect(allowed).resolves.toBeDefined();
  });
});

test('ListExecutions and GetExecutionHistory are paged', async () => {
  const rig = new StateMachineRig().define(passes);
  for (const name of ['a', 'b', 'c']) await rig.ended(await rig.start({}, name));
  const first = await rig.call<{ executions: { name: string }[]; nextToken: string }>('ListExecutions', {
    stateMachineArn: MACHINE_ARN,
    maxResults: 2,
  });
  expect(first.executions.map(({ name }) => name)).toEqual(['c', 'b']);
  const second = await rig.call('ListExecutions', {
    stateMachineArn: MACHINE_ARN,
    maxResults: 2,
    nextToken: first.nextToken,
  });
  expect(second).toEqual({ executions: [expect.objectContaining({ name: 'a', status: 'SUCCEEDED' })] });
  const executionArn = `${MACHINE_ARN.replace('stateMachine', 'execution')}:a`;
  const page = await rig.call<{ events: { id: number }[]; nextToken: string }>('GetExecutionHistory', {
    executionArn,
    maxResults: 3,
    reverseOrder: true,
  });
  expect(page.events.map(({ id }) => id)).toEqual([4, 3, 2]);
  const rest = await rig.call<{ events: object[] }>('GetExecutionHistory', {
    executionArn,
    reverseOrder: true,
    nextToken: page.nextToken,
    includeExecutionData: false,
  });
  expect(rest.events).toEqual([
    expect.objectContaining({
      id: 1,
      type: 'ExecutionStarted',
      executionStartedEventDetails: { inputDetails: { truncated: false }, roleArn: expect.any(String) as string },
    }),
  ]);
});

test('a running execution keeps the definition that it was started with', async () => {
  const rig = new StateMachineRig().define(waits);
  const arn = await rig.start('x');
  await settle();
  rig.define({ StartAt: 'P', States: { P: { Type: 'Pass', Output: 'new', End: true } } });
  rig.restart();
  await settle();
  await rig.cloud.clock.advance(60_000);
  expect((await rig.ended(arn)).output).toBe('"x"');
  expect((await rig.run()).output).toBe('"new"');
});

test('each change of status is an event for the default bus', async () => {
  const rig = new StateMachineRig().define(passes);
  await rig.run({ a: 1 });
  expect(
    rig.statusChanges.map(({ detail }) => [detail['status'], detail['stopDate'], detail['input'], detail['output']]),
  ).toEqual([
    ['RUNNING', null, '{"a":1}', null],
    ['SUCCEEDED', rig.cloud.clock.now(), '{"a":1}', '{"a":1}'],
  ]);
});

test('operations that are not emulated are refused by name', async () => {
  await expect(new StateMachineRig().call('CreateActivity', {})).rejects.toThrow(
    "does not emulate Step Functions' CreateActivity",
  );
});
