import { describe, expect, test } from 'vitest';
import { authorize } from '../../src/Caller.ts';
import { callerAllowed } from '../testCloud.ts';
import { failure, invokes, MACHINE_ARN, settle, StateMachineRig, type TestFunction, until } from './StateMachineRig.ts';

interface MapFields {
  type?: 'EXPRESS' | 'STANDARD';
  [field: string]: unknown;
}

/** A Distributed Map of one Lambda task. */
function mapOf({ type = 'EXPRESS', ...fields }: MapFields = {}): object {
  return {
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        Label: 'Each',
        ItemProcessor: {
          ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: type },
          StartAt: 'Work',
          States: { Work: invokes('work') },
        },
        End: true,
        ...fields,
      },
    },
  };
}

const double: TestFunction = (n: number) => n * 2;
const failsOn =
  (...bad: unknown[]): TestFunction =>
  (n: unknown) =>
    bad.includes(n) ? Promise.reject(failure('Bad')) : n;

async function mapRun(rig: StateMachineRig, executionArn: string) {
  const { mapRuns } = await rig.call<{ mapRuns: { mapRunArn: string }[] }>('ListMapRuns', { executionArn });
  return rig.call<Record<string, unknown> & { mapRunArn: string }>('DescribeMapRun', {
    mapRunArn: mapRuns[0]?.mapRunArn,
  });
}

describe.each(['EXPRESS', 'STANDARD'] as const)('%s children', (type) => {
  test('answer in the order of the items', async () => {
    const rig = new StateMachineRig({ functions: { work: double } }).define(
      mapOf({ type, Items: '{% $states.input %}' }),
    );
    const ended = await rig.run([3, 1, 2]);
    expect(ended).toMatchObject({ status: 'SUCCEEDED', output: '[6,2,4]' });
    expect(await mapRun(rig, ended.executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      executionCounts: { total: 3, succeeded: 3, failed: 0, running: 0, pending: 0 },
    });
  });

  test('one failure fails the run when none is tolerated', async () => {
    const rig = new StateMachineRig({ functions: { work: failsOn(2) } }).define(mapOf({ type }));
    const ended = await rig.run([1, 2, 3]);
    expect(ended).toMatchObject({
      status: 'FAILED',
      error: 'States.ExceedToleratedFailureThreshold',
      cause: 'The specified tolerated failure threshold was exceeded',
    });
    expect(await mapRun(rig, ended.executionArn)).toMatchObject({ status: 'FAILED' });
  });

  test('a redrive runs only what did not succeed', async () => {
    const calls: number[] = [];
    let isHealed = false;
    const work = (n: number) => {
      calls.push(n);
      return n === 2 && !isHealed ? Promise.reject(failure('Bad')) : n;
    };
    const rig = new StateMachineRig({ functions: { work } }).define(mapOf({ type, MaxConcurrency: 1 }));
    const ended = await rig.run([1, 2, 3]);
    expect(calls).toEqual([1, 2]);
    isHealed = true;
    await rig.call('RedriveExecution', { executionArn: ended.executionArn });
    expect(await rig.ended(ended.executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      output: '[1,2,3]',
      redriveCount: 1,
    });
    expect(calls).toEqual([1, 2, 2, 3]);
    expect(await mapRun(rig, ended.executionArn)).toMatchObject({
      status: 'SUCCEEDED',
      redriveCount: 1,
      executionCounts: { succeeded: 3 },
    });
    const types = (await rig.history(ended.executionArn)).map((event) => event.type);
    expect(types.slice(-7)).toEqual([
      'ExecutionFailed',
      'ExecutionRedriven',
      'MapRunRedriven',
      'MapRunSucceeded',
      'MapStateSucceeded',
      'MapStateExited',
      'ExecutionSucceeded',
    ]);
  });

  test('a restart runs no finished child again', async () => {
    const calls: number[] = [];
    let release: (() => void) | undefined;
    const work = async (n: number) => {
      calls.push(n);
      if (n === 2 && calls.length === 2) await new Promise<void>((resolve) => (release = resolve));
      return n;
    };
    const rig = new StateMachineRig({ functions: { work } }).define(mapOf({ type, MaxConcurrency: 1 }));
    const arn = await rig.start([1, 2, 3]);
    await until(() => release !== undefined);
    rig.restart();
    expect(await rig.ended(arn)).toMatchObject({ status: 'SUCCEEDED', output: '[1,2,3]' });
    expect(calls).toEqual([1, 2, 2, 3]);
  });
});

describe('tolerated failure', () => {
  test.each([
    // case                                    fields                                                         items that fail   status
    ['a count that is not exceeded', { ToleratedFailureCount: 1 }, [2], 'SUCCEEDED'],
    ['a count that is exceeded', { ToleratedFailureCount: 1 }, [2, 3], 'FAILED'],
    ['a percentage that is not exceeded', { ToleratedFailurePercentage: 50 }, [1, 2], 'SUCCEEDED'],
    ['a percentage that is exceeded', { ToleratedFailurePercentage: 49 }, [1, 2], 'FAILED'],
    ['either of them exceeded', { ToleratedFailurePercentage: 100, ToleratedFailureCount: 1 }, [1, 2], 'FAILED'],
    ['everything tolerated', { ToleratedFailurePercentage: 100 }, [1, 2, 3, 4], 'SUCCEEDED'],
  ])('%s', async (_case, fields, bad, status) => {
    const rig = new StateMachineRig({ functions: { work: failsOn(...bad) } }).define(mapOf(fields));
    expect((await rig.run([1, 2, 3, 4])).status).toBe(status);
  });

  test('a failed batch counts all of its items', async () => {
    const rig = new StateMachineRig({
      functions: { work: ({ Items }: { Items: number[] }) => (Items.includes(1) ? Promise.reject(failure('Bad')) : 0) },
    }).define(mapOf({ ItemBatcher: { MaxItemsPerBatch: 2 }, ToleratedFailureCount: 1 }));
    expect((await rig.run([1, 2, 3])).status).toBe('FAILED');
  });
});

describe('items', () => {
  const reader = (config: object) => ({
    ItemReader: {
      Resource: 'arn:aws:states:::s3:getObject',
      Arguments: { Bucket: 'b', Key: '{% $states.input.key %}' },
      ReaderConfig: config,
    },
  });
  test.each([
    ['JSON', { InputType: 'JSON' }, '[{"id":1},{"id":2}]', [{ id: 1 }, { id: 2 }]],
    ['a pointer into JSON', { InputType: 'JSON', ItemsPointer: '/a/b' }, '{"a":{"b":[1,2]}}', [1, 2]],
    ['JSON Lines', { InputType: 'JSONL' }, '{"id":1}\n\n"é"\r\n3', [{ id: 1 }, 'é', 3]],
    ['no more than MaxItems', { InputType: 'JSONL', MaxItems: 2 }, '1\n2\n3\n', [1, 2]],
    [
      'CSV: strings, filled up and cut off',
      { InputType: 'CSV', CSVHeaderLocation: 'FIRST_ROW' },
      'a,b\r\n1,"x, ""y""\nz",3\n2\n',
      [
        { a: '1', b: 'x, "y"\nz' },
        { a: '2', b: '' },
      ],
    ],
    [
      'CSV with given headers',
      { InputType: 'CSV', CSVHeaderLocation: 'GIVEN', CSVHeaders: ['n'], CSVDelimiter: 'PIPE' },
      '1|2\n',
      [{ n: '1' }],
    ],
  ])('are read from %s', async (_case, config, file, items) => {
    const rig = new StateMachineRig({ functions: { work: (item: unknown) => item }, objects: { 'b/k': file } }).define(
      mapOf(reader(config)),
    );
    const ended = await rig.run({ key: 'k' });
    expect(JSON.parse(ended.output ?? `"${ended.cause}"`)).toEqual(items);
    const started = (await rig.history(ended.executionArn)).find(({ type }) => type === 'MapStateStarted');
    expect(started?.['mapStateStartedEventDetails']).toEqual({ length: 0 });
  });

  test('are cut into batches by number and by size', async () => {
    const inputs: unknown[] = [];
    const rig = new StateMachineRig({ functions: { work: (input: unknown) => void inputs.push(input) } });
    rig.define(
      mapOf({
        ItemBatcher: { MaxItemsPerBatch: 3, MaxInputBytesPerBatch: 60, BatchInput: { run: '{% "r" %}' } },
        ItemSelector: '{% $states.context.Map.Item.Value %}',
      }),
    );
    await rig.run([1, 2, 3, 4, 'x'.repeat(20), 6]);
    expect(inputs).toEqual([
      { BatchInput: { run: 'r' }, Items: [1, 2, 3] },
      { BatchInput: { run: 'r' }, Items: [4] },
      { BatchInput: { run: 'r' }, Items: ['x'.repeat(20)] },
      { BatchInput: { run: 'r' }, Items: [6] },
    ]);
  });

  test('numbers need no reader, and the selector sees each with its place and its source', async () => {
    const selected: unknown[] = [];
    const rig = new StateMachineRig({ functions: { work: (item: unknown) => (selected.push(item), null) } }).define(
      mapOf({
        Items: '{% [$states.input.from..$states.input.to] %}',
        ItemSelector: { item: '{% $states.context.Map.Item %}', runId: '{% $states.input.runId %}' },
      }),
    );
    expect((await rig.run({ from: 5, to: 6, runId: 'run_1' })).status).toBe('SUCCEEDED');
    expect(selected).toEqual([
      { item: { Index: 0, Value: 5, Source: 'STATE_DATA' }, runId: 'run_1' },
      { item: { Index: 1, Value: 6, Source: 'STATE_DATA' }, runId: 'run_1' },
    ]);
  });

  test('what is read from S3 names its object as the source', async () => {
    const rig = new StateMachineRig({
      functions: { work: (item: unknown) => item },
      objects: { 'b/k.jsonl': '5\n6\n' },
    });
    rig.define(
      mapOf({
        ItemReader: {
          Resource: 'arn:aws:states:::s3:getObject',
          ReaderConfig: { InputType: 'JSONL' },
          Arguments: { Bucket: 'b', Key: 'k.jsonl' },
        },
        ItemSelector: '{% $states.context.Map.Item.Source %}',
      }),
    );
    expect((await rig.run()).output).toBe('["S3://b/k.jsonl","S3://b/k.jsonl"]');
  });

  test('children see no variable of the machine around them', async () => {
    const rig = new StateMachineRig({ functions: { work: double } });
    const machine = mapOf({
      ItemProcessor: {
        ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
        StartAt: 'Look',
        States: { Look: { Type: 'Pass', Output: '{% $exists($outer) %}', End: true } },
      },
    }) as { StartAt: string; States: Record<string, object> };
    machine.StartAt = 'Set';
    machine.States['Set'] = { Type: 'Pass', Assign: { outer: 1 }, Next: 'Each' };
    expect((await rig.define(machine).run([1])).output).toBe('[false]');
  });
});

test('no more than MaxConcurrency children run, and UpdateMapRun changes that', async () => {
  const waiting: (() => void)[] = [];
  const rig = new StateMachineRig({
    functions: { work: () => new Promise<void>((resolve) => waiting.push(() => resolve())) },
  });
  rig.define(mapOf({ MaxConcurrency: 2 }));
  const arn = await rig.start([1, 2, 3, 4, 5]);
  await until(() => waiting.length === 2);
  await settle();
  expect(waiting).toHaveLength(2);
  const { mapRunArn } = await mapRun(rig, arn);
  await rig.call('UpdateMapRun', { mapRunArn, maxConcurrency: 4 });
  await until(() => waiting.length === 4);
  expect(await mapRun(rig, arn)).toMatchObject({
    maxConcurrency: 4,
    executionCounts: { running: 4 },
    itemCounts: { total: 5, pending: 1 },
  });
  const { executions } = await rig.call<{ executions: { status: string }[] }>('ListExecutions', { mapRunArn });
  expect(executions.map(({ status }) => status)).toEqual(['RUNNING', 'RUNNING', 'RUNNING', 'RUNNING']);
  for (const release of waiting) release();
  await until(() => waiting.length === 5);
  waiting[4]?.();
  expect((await rig.ended(arn)).status).toBe('SUCCEEDED');
});

test('stopping the execution aborts the map run and its children', async () => {
  const rig = new StateMachineRig({ functions: { work: () => new Promise(() => undefined) } }).define(mapOf());
  const arn = await rig.start([1, 2]);
  await settle();
  await rig.call('StopExecution', { executionArn: arn });
  expect(await mapRun(rig, arn)).toMatchObject({ status: 'ABORTED', executionCounts: { aborted: 2 } });
});

test('an Express child has five minutes', async () => {
  const rig = new StateMachineRig({ functions: { work: () => new Promise(() => undefined) } }).define(mapOf());
  const ended = await rig.run([1], { waitsMs: 300_000 });
  expect(ended.error).toBe('States.ExceedToleratedFailureThreshold');
  expect(await mapRun(rig, ended.executionArn)).toMatchObject({ executionCounts: { timedOut: 1 } });
});

test('a result beyond 256 KiB needs a ResultWriter', async () => {
  const rig = new StateMachineRig({ functions: { work: () => 'x'.repeat(100_000) } }).define(mapOf());
  expect(await rig.run([1, 2, 3])).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
});

test.each([
  ['NONE', 'JSON', undefined],
  ['COMPACT', 'JSON', '[10,[20]]'],
  ['FLATTEN', 'JSONL', '10\n20\n'],
])('a ResultWriter exports what children came to (%s, %s)', async (Transformation, OutputType, succeeded) => {
  const rig = new StateMachineRig({
    functions: { work: (n: number) => (n === 3 ? Promise.reject(failure('Bad')) : n === 2 ? [20] : 10) },
  });
  rig.define(
    mapOf({
      ToleratedFailureCount: 1,
      ResultWriter: {
        Resource: 'arn:aws:states:::s3:putObject',
        Arguments: { Bucket: 'b', Prefix: 'out' },
        WriterConfig: { Transformation, OutputType },
      },
    }),
  );
  const ended = await rig.run([1, 2, 3]);
  const { mapRunArn } = await mapRun(rig, ended.executionArn);
  const folder = `out/${mapRunArn.split(':').at(-1)}`;
  expect(JSON.parse(ended.output ?? '')).toEqual({
    MapRunArn: mapRunArn,
    ResultWriterDetails: { Bucket: 'b', Key: `${folder}/manifest.json` },
  });
  const extension = OutputType.toLowerCase();
  const file = (name: string) => rig.objects.get(`b/${folder}/${name}`) ?? '';
  expect(JSON.parse(file('manifest.json'))).toEqual({
    DestinationBucket: 'b',
    MapRunArn: mapRunArn,
    ResultFiles: {
      FAILED: [{ Key: `${folder}/FAILED_0.${extension}`, Size: file(`FAILED_0.${extension}`).length }],
      PENDING: [],
      SUCCEEDED: [{ Key: `${folder}/SUCCEEDED_0.${extension}`, Size: file(`SUCCEEDED_0.${extension}`).length }],
    },
  });
  if (succeeded !== undefined) {
    expect(file(`SUCCEEDED_0.${extension}`)).toBe(succeeded);
    return;
  }
  expect(JSON.parse(file('SUCCEEDED_0.json'))[0]).toMatchObject({
    Input: '1',
    Output: '10',
    Status: 'SUCCEEDED',
    StateMachineArn: `${MACHINE_ARN}/Each`,
    RedriveCount: 0,
    RedriveStatus: 'NOT_REDRIVABLE',
  });
  expect(JSON.parse(file('FAILED_0.json'))[0]).toMatchObject({ Input: '3', Error: 'Bad', Status: 'FAILED' });
  expect(await mapRun(rig, ended.executionArn)).toMatchObject({ itemCounts: { resultsWritten: 3 } });
});

test('an Express child that failed keeps its history, one that succeeded has none', async () => {
  const rig = new StateMachineRig({ functions: { work: failsOn(1) } }).define(mapOf({ ToleratedFailureCount: 1 }));
  const ended = await rig.run([1, 2]);
  const { mapRunArn } = await mapRun(rig, ended.executionArn);
  const { executions } = await rig.call<{ executions: { executionArn: string; status: string }[] }>('ListExecutions', {
    mapRunArn,
  });
  const histories = new Map<string, string[]>();
  for (const { executionArn, status } of executions) {
    histories.set(
      status,
      (await rig.history(executionArn)).map(({ type }) => type),
    );
    expect(await rig.describe(executionArn)).toMatchObject({ status, mapRunArn });
  }
  expect(histories).toEqual(
    new Map([
      ['SUCCEEDED', []],
      [
        'FAILED',
        ['ExecutionStarted', 'TaskStateEntered', 'TaskScheduled', 'TaskStarted', 'TaskFailed', 'ExecutionFailed'],
      ],
    ]),
  );
});

test('the role must be allowed to start executions of its own machine', async () => {
  const denied = new StateMachineRig({ callerOfRole: () => callerAllowed() }).define(mapOf());
  const ended = await denied.run([]);
  expect(ended).toMatchObject({ status: 'FAILED', error: 'States.Permissions' });
  expect(ended.cause).toContain(`is not authorized to perform: states:StartExecution on resource: ${MACHINE_ARN}`);
  const allowed = new StateMachineRig({
    callerOfRole: () => callerAllowed(`states:StartExecution ${MACHINE_ARN}`),
  }).define(mapOf());
  expect((await allowed.run([])).status).toBe('SUCCEEDED');
});

test('the reader reads as the role', async () => {
  const rig = new StateMachineRig({
    callerOfRole: () => callerAllowed(`states:StartExecution ${MACHINE_ARN}`),
    getObject: async (bucket, key, caller) => {
      authorize(caller, 's3:GetObject', `arn:aws:s3:::${bucket}/${key}`);
      return Buffer.from('');
    },
  }).define(
    mapOf({
      ItemReader: {
        Resource: 'arn:aws:states:::s3:getObject',
        Arguments: { Bucket: 'b', Key: 'k' },
        ReaderConfig: { InputType: 'JSONL' },
      },
    }),
  );
  const ended = await rig.run();
  expect(ended.error).toBe('States.ItemReaderFailed');
  expect(ended.cause).toContain('is not authorized to perform: s3:GetObject');
});
