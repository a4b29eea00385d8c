import { describe, expect, test } from 'vitest';
import type { Retrier } from '../../src/stepfunctions/definition/StateMachineDefinition.ts';
import { matchingGuard, retryDelayMs } from '../../src/stepfunctions/retryDelayMs.ts';
import { StatesError } from '../../src/stepfunctions/StatesError.ts';
import { failure, invokes, settle, StateMachineRig } from './StateMachineRig.ts';

const retrier: Retrier = {
  errorEquals: ['E'],
  intervalSeconds: 2,
  maxAttempts: 9,
  backoffRate: 3,
  maxDelaySeconds: 20,
  hasFullJitter: false,
};

test.each([
  // case                                  retrier                                    attempts used   random   delay in ms
  ['the first retry waits the interval', retrier, 0, 0.5, 2_000],
  ['each further one BackoffRate times as long', retrier, 2, 0.5, 18_000],
  ['but never more than MaxDelaySeconds', retrier, 3, 0.5, 20_000],
  ['FULL jitter waits any part of it', { ...retrier, hasFullJitter: true }, 2, 0.25, 4_500],
])('%s', (_case, given, used, random, delayMs) => {
  expect(retryDelayMs(given, used, () => random)).toBe(delayMs);
});

const task = { isTaskFailure: true };
test.each([
  // ErrorEquals               error                                                              matches
  ['Broken', new StatesError('Broken', '', task), true],
  ['Broken', new StatesError('Other', '', task), false],
  ['States.ALL', new StatesError('Other', '', task), true],
  ['States.ALL', new StatesError('States.DataLimitExceeded'), false],
  ['States.ALL', new StatesError('States.Runtime'), false],
  ['States.DataLimitExceeded', new StatesError('States.DataLimitExceeded'), true],
  ['States.TaskFailed', new StatesError('Other', '', task), true],
  ['States.TaskFailed', new StatesError('States.Timeout', '', task), false],
  ['States.TaskFailed', new StatesError('States.QueryEvaluationError'), false],
  ['States.Timeout', new StatesError('States.Timeout', '', { ...task, isHeartbeat: true }), true],
  ['States.HeartbeatTimeout', new StatesError('States.Timeout', '', { ...task, isHeartbeat: true }), true],
  ['States.HeartbeatTimeout', new StatesError('States.Timeout', '', task), false],
])('%s against %o: %s', (name, error, isMatch) => {
  expect(matchingGuard([{ errorEquals: [name] }], error) !== undefined).toBe(isMatch);
});

const retried = (fields: object, end: object = { End: true }) => ({
  StartAt: 'Work',
  States: { Work: invokes('work', { ...fields, ...end }), ...('End' in end ? {} : { Caught: { Type: 'Succeed' } }) },
});

describe('Retry', () => {
  test('invokes again after the interval, and succeeds', async () => {
    let calls = 0;
    const rig = new StateMachineRig({
      functions: { work: () => (++calls < 3 ? Promise.reject(failure('Busy')) : calls) },
    });
    rig.define(retried({ Retry: [{ ErrorEquals: ['Busy'], IntervalSeconds: 5, BackoffRate: 2 }] }));
    const arn = await rig.start();
    await settle();
    await rig.cloud.clock.advance(4_999);
    expect(calls).toBe(1);
    await rig.cloud.clock.advance(1);
    expect(calls).toBe(2);
    await rig.cloud.clock.advance(10_000);
    expect(await rig.ended(arn)).toMatchObject({ status: 'SUCCEEDED', output: '3' });
    const scheduled = (await rig.history(arn)).filter(({ type }) => type === 'TaskScheduled');
    expect(scheduled).toHaveLength(3);
    // Start of the one state, and two retries: each is a billed transition.
    expect(rig.stepFunctions.counts).toMatchObject({ standardTransitions: 3, taskStarts: 3 });
  });

  test('gives up after MaxAttempts, counted by retrier', async () => {
    let calls = 0;
    const rig = new StateMachineRig({ functions: { work: () => Promise.reject(failure(++calls % 2 ? 'A' : 'B')) } });
    rig.define(
      retried({
        Retry: [
          { ErrorEquals: ['A'], MaxAttempts: 2 },
          { ErrorEquals: ['B'], MaxAttempts: 1 },
        ],
      }),
    );
    expect(await rig.run({}, { waitsMs: 60_000 })).toMatchObject({ status: 'FAILED', error: 'B' });
    expect(calls).toBe(4);
  });

  test('MaxAttempts 0 never retries', async () => {
    let calls = 0;
    const rig = new StateMachineRig({ functions: { work: () => Promise.reject(failure(`A${++calls}`)) } });
    rig.define(retried({ Retry: [{ ErrorEquals: ['States.ALL'], MaxAttempts: 0 }] }));
    expect(await rig.run()).toMatchObject({ status: 'FAILED', error: 'A1' });
  });

  test('a failed evaluation can be retried and caught, by its own name', async () => {
    const rig = new StateMachineRig();
    rig.define(
      retried(
        { Arguments: '{% $missing %}', Catch: [{ ErrorEquals: ['States.QueryEvaluationError'], Next: 'Caught' }] },
        { Next: 'Caught' },
      ),
    );
    const ended = await rig.run();
    expect(JSON.parse(ended.output ?? '')).toEqual({
      Error: 'States.QueryEvaluationError',
      Cause:
        "An error occurred while executing the state 'Work' (entered at the event id #2). The JSONata expression '$missing' specified for the field 'Arguments' returned nothing (undefined).",
    });
  });
});

describe('Catch', () => {
  test('shapes its output and assigns from $states.errorOutput', async () => {
    const rig = new StateMachineRig({ functions: { work: () => Promise.reject(failure('Broken', 'no funds')) } });
    const machine = retried(
      {
        Catch: [
          {
            ErrorEquals: ['Broken'],
            Next: 'Caught',
            Output: { was: '{% $states.errorOutput.Error %}', of: '{% $states.input %}' },
            Assign: { cause: '{% $parse($states.errorOutput.Cause).errorMessage %}' },
          },
        ],
      },
      { Next: 'Caught' },
    );
    Object.assign(machine.States, { Caught: { Type: 'Pass', Output: '{% [$states.input, $cause] %}', End: true } });
    const ended = await rig.define(machine).run('in');
    expect(JSON.parse(ended.output ?? '')).toEqual([{ was: 'Broken', of: 'in' }, 'no funds']);
  });

  test('States.Runtime ends the execution whatever Catch says', async () => {
    const rig = new StateMachineRig({ functions: {} });
    rig.define(retried({ Catch: [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }] }, { Next: 'Caught' }));
    expect(await rig.run()).toMatchObject({ status: 'FAILED', error: 'States.Runtime' });
  });

  test('what a Fail state says is what the execution says', async () => {
    const rig = new StateMachineRig().define({
      StartAt: 'Stop',
      States: { Stop: { Type: 'Fail', Error: 'Rejected', Cause: '{% "by " & $states.input %}' } },
    });
    expect(await rig.run('Ann')).toMatchObject({ status: 'FAILED', error: 'Rejected', cause: 'by Ann' });
  });
});
