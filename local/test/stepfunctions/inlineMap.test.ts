import { describe, expect, test } from 'vitest';
import { failure, invokes, settle, StateMachineRig, until } from './StateMachineRig.ts';

test('no more than MaxConcurrency iterations run at a time', async () => {
  let running = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++running);
    await new Promise((resolve) => setImmediate(resolve));
    running--;
    return null;
  };
  const rig = new StateMachineRig({ functions: { work } }).define({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        MaxConcurrency: 2,
        ItemProcessor: { StartAt: 'Work', States: { Work: invokes('work') } },
        End: true,
      },
    },
  });
  expect((await rig.run([1, 2, 3, 4, 5, 6])).status).toBe('SUCCEEDED');
  expect(most).toBe(2);
});

test('the context names the item, its place and its source, at any depth of an iteration', async () => {
  const rig = new StateMachineRig().define({
    StartAt: 'Each',
    States: {
      Each: {
        Type: 'Map',
        Items: '{% ["a", "b"] %}',
        ItemSelector: { item: '{% $states.context.Map.Item.Value %}', run: '{% $states.input.run %}' },
        ItemProcessor: {
          StartAt: 'Both',
          States: {
            Both: {
              Type: 'Parallel',
              Branches: [
                {
                  StartAt: 'Inside',
                  States: { Inside: { Type: 'Pass', Output: '{% $states.context.Map.Item %}', End: true } },
                },
                { StartAt: 'Selected', States: { Selected: { Type: 'Pass', End: true } } },
              ],
              End: true,
            },
          },
        },
        End: true,
      },
    },
  });
  const { output } = await rig.run({ run: 'run_1' });
  expect(JSON.parse(output ?? '')).toEqual([
    [
      { Index: 0, Value: 'a', Source: 'STATE_DATA' },
      { item: 'a', run: 'run_1' },
    ],
    [
      { Index: 1, Value: 'b', Source: 'STATE_DATA' },
      { item: 'b', run: 'run_1' },
    ],
  ]);
});

/** Asks every hook and waits for its token, each for as long as it says; one that does not answer in time is skipped. */
const HOOKS = {
  StartAt: 'CallHooks',
  States: {
    CallHooks: {
      Type: 'Map',
      Items: '{% $states.input.hooks %}',
      ItemSelector: { hook: '{% $states.context.Map.Item.Value %}', place: '{% $states.context.Map.Item.Index %}' },
      MaxConcurrency: 2,
      ItemProcessor: {
        ProcessorConfig: { Mode: 'INLINE' },
        StartAt: 'CallHook',
        States: {
          CallHook: {
            Type: 'Task',
            Resource: 'arn:aws:states:::lambda:invoke.waitForTaskToken',
            Arguments: {
              FunctionName: 'callHook',
              Payload: { hookId: '{% $states.input.hook.id %}', taskToken: '{% $states.context.Task.Token %}' },
            },
            TimeoutSeconds: '{% $states.input.hook.timeoutSeconds %}',
            Catch: [
              {
                ErrorEquals: ['States.Timeout', 'States.HeartbeatTimeout'],
                Output: { hookId: '{% $states.input.hook.id %}', outcome: '{% $states.errorOutput.Error %}' },
                Next: 'HookIsOver',
              },
            ],
            Output: { hookId: '{% $states.input.hook.id %}', outcome: '{% $states.result.outcome %}' },
            Next: 'HookIsOver',
          },
          HookIsOver: { Type: 'Pass', End: true },
        },
      },
      End: true,
    },
  },
};

describe('iterations that each wait for a token', () => {
  const hooks = [
    { id: 'slow', timeoutSeconds: 60 },
    { id: 'quick', timeoutSeconds: 3600 },
    { id: 'late', timeoutSeconds: 60 },
  ];

  function started() {
    const tokens: Record<string, string> = {};
    const callHook = ({ hookId, taskToken }: { hookId: string; taskToken: string }) => {
      tokens[hookId] = taskToken;
      return null;
    };
    const rig = new StateMachineRig({ functions: { callHook } }).define(HOOKS);
    const answer = (hookId: string) =>
      rig.call('SendTaskSuccess', { taskToken: tokens[hookId], output: '{"outcome":"DONE"}' });
    return { rig, tokens, answer };
  }

  test('one that runs out of its own time is caught, and the others are not disturbed', async () => {
    const { rig, tokens, answer } = started();
    const arn = await rig.start({ hooks });
    await settle();
    expect(Object.keys(tokens)).toEqual(['slow', 'quick']); // the third waits for a place
    await rig.cloud.clock.advance(59_999);
    expect(Object.keys(tokens)).toHaveLength(2);
    await rig.cloud.clock.advance(1);
    await until(() => 'late' in tokens);
    await answer('quick');
    await answer('late');
    const { status, output } = await rig.ended(arn);
    expect(status).toBe('SUCCEEDED');
    expect(JSON.parse(output ?? '')).toEqual([
      { hookId: 'slow', outcome: 'States.Timeout' },
      { hookId: 'quick', outcome: 'DONE' },
      { hookId: 'late', outcome: 'DONE' },
    ]);
    await expect(answer('slow')).rejects.toMatchObject({ name: 'TaskTimedOut' });
  });

  test('a restart keeps what was answered, the tokens that are out, and each deadline', async () => {
    const { rig, tokens, answer } = started();
    const arn = await rig.start({ hooks });
    await settle();
    await answer('quick');
    await until(() => 'late' in tokens);
    await rig.cloud.clock.advance(40_000);
    rig.restart();
    await settle();
    await answer('late');
    await rig.cloud.clock.advance(19_999);
    expect((await rig.describe(arn)).status).toBe('RUNNING');
    await rig.cloud.clock.advance(1);
    expect(JSON.parse((await rig.ended(arn)).output ?? '')).toMatchObject([
      { outcome: 'States.Timeout' },
      { outcome: 'DONE' },
      { outcome: 'DONE' },
    ]);
  });

  test.each([0, 1.5, -1, '"60"', null])('TimeoutSeconds may not come to %s', async (timeoutSeconds) => {
    const { rig } = started();
    expect(await rig.run({ hooks: [{ id: 'odd', timeoutSeconds }] })).toMatchObject({
      status: 'FAILED',
      error: 'States.QueryEvaluationError',
    });
  });

  test('a failure that nobody catches ends the others, and a redrive asks only those again', async () => {
    const { rig, tokens, answer } = started();
    const arn = await rig.start({ hooks });
    await settle();
    await answer('quick');
    await until(() => 'late' in tokens);
    const { late, quick } = tokens;
    await rig.call('SendTaskFailure', { taskToken: tokens['slow'], error: 'Refused' });
    expect(await rig.ended(arn)).toMatchObject({ status: 'FAILED', error: 'Refused' });
    await expect(answer('late')).rejects.toMatchObject({ name: 'TaskTimedOut' });
    await rig.call('RedriveExecution', { executionArn: arn });
    await until(() => tokens['late'] !== late);
    await answer('slow');
    await answer('late');
    expect(await rig.ended(arn)).toMatchObject({ status: 'SUCCEEDED', redriveCount: 1 });
    expect(tokens['quick']).toBe(quick);
  });
});

test('a Map over nothing is over at once', async () => {
  const rig = new StateMachineRig({ functions: { callHook: () => Promise.reject(failure('Never')) } }).define(HOOKS);
  expect(await rig.run({ hooks: [] })).toMatchObject({ status: 'SUCCEEDED', output: '[]' });
});
