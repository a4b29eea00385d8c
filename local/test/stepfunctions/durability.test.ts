import { spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { describe, expect, test } from 'vitest';
import { invokes, MACHINE_ARN, settle, StateMachineRig, type TestFunction } from './StateMachineRig.ts';

const EXECUTION_ARN = `${MACHINE_ARN.replace('stateMachine', 'execution')}:run_1`;

interface Said {
  work?: unknown;
  hang?: unknown;
  token?: string;
}

/** Runs a machine in a process of its own until a function hangs there, and kills it. */
async function killWhereItHangs(definition: object): Promise<{ dataDirectory: string; said: Said[] }> {
  const dataDirectory = mkdtempSync(join(tmpdir(), 'payroll-test-'));
  const definitionFile = join(dataDirectory, 'machine.asl.json');
  writeFileSync(definitionFile, JSON.stringify(definition));
  const script = join(import.meta.dirname, 'killedProcess.ts');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', script, dataDirectory, definitionFile],
    {
      stdio: ['ignore', 'pipe', 'inherit'],
    },
  );
  const said: Said[] = [];
  for await (const line of createInterface({ input: child.stdout })) {
    const words = JSON.parse(line) as Said;
    said.push(words);
    if (words.hang !== undefined) child.kill('SIGKILL');
  }
  return { dataDirectory, said };
}

/** The next process on the same data. */
function resumed(dataDirectory: string, functions: Record<string, TestFunction>): StateMachineRig {
  const rig = new StateMachineRig({ dataDirectory, functions });
  rig.stepFunctions.resume();
  return rig;
}

describe('after kill -9 another process goes on where the last one was', () => {
  test('a Task in flight is dispatched again with the same arguments, and nothing before it', async () => {
    const { dataDirectory, said } = await killWhereItHangs({
      StartAt: 'First',
      States: {
        First: invokes('work', { Assign: { id: '{% $uuid() %}' }, Next: 'Second' }),
        Second: invokes('hang', {
          Arguments: { FunctionName: 'hang', Payload: { id: '{% $id %}', once: '{% $uuid() %}' } },
          End: true,
        }),
      },
    });
    const again: unknown[] = [];
    const rig = resumed(dataDirectory, { hang: (payload: unknown) => (again.push(payload), 'done') });
    expect(await rig.ended(EXECUTION_ARN)).toMatchObject({ status: 'SUCCEEDED', output: '"done"' });
    expect(again).toEqual([said.at(-1)?.hang]);
    const ids = (await rig.history(EXECUTION_ARN)).map(({ id }) => id);
    expect(ids).toEqual(ids.map((_id, index) => index + 1));
  });

  test('finished branches and children are not run again', async () => {
    const each = { Type: 'Map', MaxConcurrency: 1, End: true };
    const { dataDirectory, said } = await killWhereItHangs({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Quick', States: { Quick: invokes('work') } },
            {
              StartAt: 'Inline',
              States: {
                Inline: {
                  ...each,
                  Items: [11, 12],
                  ItemProcessor: { StartAt: 'In', States: { In: invokes('work') } },
                  End: undefined,
                  Next: 'Distributed',
                },
                Distributed: {
                  ...each,
                  Items: [1, 2, 3],
                  ItemProcessor: {
                    ProcessorConfig: { Mode: 'DISTRIBUTED', ExecutionType: 'EXPRESS' },
                    StartAt: 'Out',
                    States: { Out: invokes('third') },
                  },
                },
              },
            },
          ],
          End: true,
        },
      },
    });
    expect(said).toEqual([
      { work: { run: 'run_1' } },
      { work: 11 },
      { work: 12 },
      { work: 1 },
      { work: 2 },
      { hang: 3 },
    ]);
    const again: unknown[] = [];
    const rig = resumed(dataDirectory, { third: (n: unknown) => (again.push(n), n) });
    expect(await rig.ended(EXECUTION_ARN)).toMatchObject({ status: 'SUCCEEDED', output: '[{"run":"run_1"},[1,2,3]]' });
    expect(again).toEqual([3]);
  });

  test('a token issued before still completes its task', async () => {
    const { dataDirectory, said } = await killWhereItHangs({
      StartAt: 'Approve',
      States: {
        Approve: {
          Type: 'Task',
          Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
          Arguments: { FunctionName: 'token', Payload: '{% "\\"" & $states.context.Task.Token & "\\"" %}' },
          TimeoutSeconds: 60,
          End: true,
        },
      },
    });
    const taskToken = said[0]?.token;
    const rig = resumed(dataDirectory, {});
    await settle();
    await rig.call('SendTaskSuccess', { taskToken, output: '"yes"' });
    expect(await rig.ended(EXECUTION_ARN)).toMatchObject({ status: 'SUCCEEDED', output: '"yes"' });
  });
});

test('a branch that is done stays done while its sibling waits', async () => {
  let calls = 0;
  const rig = new StateMachineRig({ functions: { work: () => void calls++ } }).define({
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          {
            StartAt: 'Quick',
            States: { Quick: invokes('work', { Next: 'Done' }), Done: { Type: 'Pass', Output: 'quick', End: true } },
          },
          { StartAt: 'Slow', States: { Slow: { Type: 'Wait', Seconds: 60, Output: 'slow', End: true } } },
        ],
        End: true,
      },
    },
  });
  const arn = await rig.start();
  await settle();
  rig.restart();
  await settle();
  await rig.cloud.clock.advance(60_000);
  expect(await rig.ended(arn)).toMatchObject({ status: 'SUCCEEDED', output: '["quick","slow"]' });
  expect(calls).toBe(1);
});

test('a retried Parallel state starts its branches afresh, also after a restart', async () => {
  const calls: string[] = [];
  const rig = new StateMachineRig({
    functions: {
      good: () => void calls.push('good'),
      bad: () => (calls.push('bad'), calls.length < 3 ? Promise.reject(new Error('busy')) : null),
    },
  }).define({
    StartAt: 'Both',
    States: {
      Both: {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'Good', States: { Good: invokes('good') } },
          { StartAt: 'Bad', States: { Bad: invokes('bad') } },
        ],
        Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 5 }],
        End: true,
      },
    },
  });
  const arn = await rig.start();
  await settle();
  rig.restart();
  await settle();
  await rig.cloud.clock.advance(5_000);
  expect((await rig.ended(arn)).status).toBe('SUCCEEDED');
  expect(calls).toEqual(['good', 'bad', 'good', 'bad']);
});

describe('deadlines survive a restart', () => {
  test.each([
    ['Wait', { Type: 'Wait', Seconds: 60, End: true }, 'SUCCEEDED'],
    ['TimeoutSeconds of a Task', invokes('never', { TimeoutSeconds: 60, End: true }), 'FAILED'],
    [
      'a Retry',
      invokes('busy', { Retry: [{ ErrorEquals: ['States.ALL'], IntervalSeconds: 60, MaxAttempts: 1 }], End: true }),
      'SUCCEEDED',
    ],
  ])('%s', async (_case, state, status) => {
    let calls = 0;
    const rig = new StateMachineRig({
      functions: {
        never: () => new Promise(() => undefined),
        busy: () => (++calls === 1 ? Promise.reject(new Error('busy')) : null),
      },
    }).define({ StartAt: 'S', States: { S: state } });
    const arn = await rig.start();
    await settle();
    await rig.cloud.clock.advance(40_000);
    rig.restart();
    await settle();
    await rig.cloud.clock.advance(19_999);
    expect((await rig.describe(arn)).status).toBe('RUNNING');
    await rig.cloud.clock.advance(1);
    expect((await rig.ended(arn)).status).toBe(status);
  });

  test('the machine has one TimeoutSeconds, not one for each process', async () => {
    const rig = new StateMachineRig().define({
      TimeoutSeconds: 60,
      StartAt: 'S',
      States: { S: { Type: 'Wait', Seconds: 100, End: true } },
    });
    const arn = await rig.start();
    await settle();
    await rig.cloud.clock.advance(40_000);
    rig.restart();
    await settle();
    await rig.cloud.clock.advance(20_000);
    expect(await rig.ended(arn)).toMatchObject({ status: 'TIMED_OUT' });
  });
});

test('an Express execution that was running is run again from its start', async () => {
  let calls = 0;
  const rig = new StateMachineRig({ functions: { work: () => (++calls === 1 ? new Promise(() => undefined) : null) } });
  rig.define({ StartAt: 'Work', States: { Work: invokes('work') } }, 'EXPRESS');
  await rig.start();
  await settle();
  rig.restart();
  await settle();
  expect(calls).toBe(2);
  rig.restart();
  await settle();
  expect(calls).toBe(2);
});
