import { describe, expect, test } from 'vitest';
import { failure, invokes, StateMachineRig } from './StateMachineRig.ts';

/** A machine of one state. */
const only = (state: object) => ({ StartAt: 'S', States: { S: state } });

describe('what a state makes of its input', () => {
  test.each([
    // case                          state                                                                                  input                       output
    ['Pass hands its input on', { Type: 'Pass', End: true }, { a: 1 }, { a: 1 }],
    [
      'Pass shapes an output',
      { Type: 'Pass', Output: { b: '{% $states.input.a + 1 %}', c: [1, '{% "x" %}'] }, End: true },
      { a: 1 },
      { b: 2, c: [1, 'x'] },
    ],
    ['text around an expression makes it a literal', { Type: 'Pass', Output: 'a {% 1 %}', End: true }, {}, 'a {% 1 %}'],
    ['Succeed ends with its output', { Type: 'Succeed', Output: '{% $states.input.n * 2 %}' }, { n: 21 }, 42],
    [
      'a context object is at hand',
      { Type: 'Pass', Output: '{% $states.context.State.Name & $states.context.StateMachine.Name %}', End: true },
      {},
      'Spayroll',
    ],
    [
      '$partition cuts an array',
      { Type: 'Pass', Output: '{% $partition([1..5], 2) %}', End: true },
      {},
      [[1, 2], [3, 4], [5]],
    ],
    ['$range includes its end', { Type: 'Pass', Output: '{% $range(0, 10, 5) %}', End: true }, {}, [0, 5, 10]],
    ['$range of one number is the number', { Type: 'Pass', Output: '{% $range(3, 3, 1) %}', End: true }, {}, 3],
    [
      'only a Task has a RetryCount',
      { Type: 'Pass', Output: '{% $exists($states.context.State.RetryCount) %}', End: true },
      {},
      false,
    ],
    [
      '$hash is hexadecimal',
      { Type: 'Pass', Output: '{% $hash("a", "MD5") %}', End: true },
      {},
      '0cc175b9c0f1b6a831c399e269772661',
    ],
    ['$parse reads JSON', { Type: 'Pass', Output: '{% $parse(\'{"a":[1]}\') %}', End: true }, {}, { a: [1] }],
    ['$random is repeatable by seed', { Type: 'Pass', Output: '{% $random(7) = $random(7) %}', End: true }, {}, true],
    [
      '$uuid is a version 4 UUID',
      { Type: 'Pass', Output: '{% $contains($uuid(), /^[0-9a-f-]{14}4/) %}', End: true },
      {},
      true,
    ],
    [
      'Parallel answers in branch order',
      {
        Type: 'Parallel',
        Branches: [
          { StartAt: 'One', States: { One: { Type: 'Pass', Output: 1, End: true } } },
          { StartAt: 'T', States: { T: { Type: 'Pass', End: true } } },
        ],
        End: true,
      },
      'x',
      [1, 'x'],
    ],
    [
      'Map selects items and keeps their order',
      {
        Type: 'Map',
        Items: '{% $states.input.ids %}',
        ItemSelector: {
          id: '{% $states.context.Map.Item.Value %}',
          at: '{% $states.context.Map.Item.Index %}',
          of: '{% $states.input.run %}',
        },
        ItemProcessor: { StartAt: 'T', States: { T: { Type: 'Pass', End: true } } },
        End: true,
      },
      { ids: ['a', 'b'], run: 'r' },
      [
        { id: 'a', at: 0, of: 'r' },
        { id: 'b', at: 1, of: 'r' },
      ],
    ],
    [
      'an iteration still knows its item in a later state',
      {
        Type: 'Map',
        ItemProcessor: {
          StartAt: 'T',
          States: {
            T: { Type: 'Pass', Output: 0, Next: 'U' },
            U: { Type: 'Pass', Output: '{% $states.context.Map.Item.Value %}', End: true },
          },
        },
        End: true,
      },
      [7, 8],
      [7, 8],
    ],
  ])('%s', async (_case, state, input, output) => {
    const ended = await new StateMachineRig().define(only(state)).run(input);
    expect(ended).toMatchObject({ status: 'SUCCEEDED' });
    expect(JSON.parse(ended.output ?? '')).toEqual(output);
  });
});

describe('Choice', () => {
  const machine = {
    StartAt: 'Decide',
    States: {
      Decide: {
        Type: 'Choice',
        Choices: [
          { Condition: '{% $states.input.count > 10 %}', Next: 'Many', Output: '{% "many" %}' },
          { Condition: '{% $states.input.count > 0 %}', Next: 'Few', Assign: { seen: '{% $states.input.count %}' } },
        ],
        Default: 'None',
        Output: 'default',
      },
      Many: { Type: 'Succeed' },
      Few: { Type: 'Succeed', Output: '{% $seen %}' },
      None: { Type: 'Succeed' },
    },
  };
  test.each([
    ['the first rule that holds', { count: 11 }, 'many'],
    ['a rule assigns variables of its own', { count: 3 }, 3],
    ['the default otherwise, with the output of the state', { count: 0 }, 'default'],
  ])('%s', async (_case, input, output) => {
    const ended = await new StateMachineRig().define(machine).run(input);
    expect(JSON.parse(ended.output ?? 'null')).toEqual(output);
  });

  test('nothing that holds and no default is States.NoChoiceMatched', async () => {
    const { Many, Few, Decide } = machine.States;
    const rig = new StateMachineRig().define({
      StartAt: 'Decide',
      States: { Many, Few, Decide: { Type: 'Choice', Choices: Decide.Choices } },
    });
    expect(await rig.run({ count: 0 })).toMatchObject({ status: 'FAILED', error: 'States.NoChoiceMatched' });
  });
});

describe('Wait', () => {
  test.each([
    ['seconds', { Seconds: 90 }, 90_000],
    ['an expression for seconds', { Seconds: '{% $states.input.wait %}' }, 30_000],
    ['an instant', { Timestamp: '2026-01-05T09:10:00Z' }, 600_000],
  ])('waits for %s, and not less', async (_case, fields, waitsMs) => {
    const rig = new StateMachineRig().define(only({ Type: 'Wait', ...fields, End: true }));
    const arn = await rig.start({ wait: 30 });
    await new Promise((resolve) => setImmediate(resolve));
    await rig.cloud.clock.advance(waitsMs - 1);
    expect((await rig.describe(arn)).status).toBe('RUNNING');
    await rig.cloud.clock.advance(1);
    expect((await rig.ended(arn)).status).toBe('SUCCEEDED');
  });

  test('an instant without an offset is refused at run time', async () => {
    const rig = new StateMachineRig().define(
      only({ Type: 'Wait', Timestamp: '{% "2016-12-05T21:29:29" %}', End: true }),
    );
    expect((await rig.run()).cause).toContain(
      'The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: 2016-12-05T21:29:29',
    );
  });
});

describe('variables', () => {
  test('Assign and Output are both evaluated from the values at entry', async () => {
    const rig = new StateMachineRig().define({
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { x: 1 }, Next: 'B' },
        B: { Type: 'Pass', Assign: { x: '{% $x + 1 %}' }, Output: '{% $x %}', Next: 'C' },
        C: { Type: 'Pass', Output: '{% [$states.input, $x] %}', End: true },
      },
    });
    expect((await rig.run()).output).toBe('[1,2]');
  });

  test('inner states read outer variables, and theirs vanish', async () => {
    const inner = {
      StartAt: 'In',
      States: { In: { Type: 'Pass', Assign: { innerX: '{% $x %}' }, Output: '{% $x %}', End: true } },
    };
    const rig = new StateMachineRig().define({
      StartAt: 'A',
      States: {
        A: { Type: 'Pass', Assign: { x: 42 }, Next: 'B' },
        B: { Type: 'Parallel', Branches: [inner], Next: 'C' },
        C: { Type: 'Pass', Output: '{% [$states.input, $exists($innerX)] %}', End: true },
      },
    });
    expect((await rig.run()).output).toBe('[42,false]');
  });

  test('more than 256 KiB in one Assign is States.DataLimitExceeded', async () => {
    const rig = new StateMachineRig().define(
      only({
        Type: 'Pass',
        Assign: { big: '{% $pad("", 140000, "x") %}', too: '{% $pad("", 140000, "x") %}' },
        End: true,
      }),
    );
    expect(await rig.run()).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
  });
});

describe('Parallel', () => {
  test('the first failing branch ends the others', async () => {
    const rig = new StateMachineRig({
      functions: { never: () => new Promise(() => undefined), fails: () => Promise.reject(failure('Broken')) },
    }).define({
      StartAt: 'Both',
      States: {
        Both: {
          Type: 'Parallel',
          Branches: [
            { StartAt: 'Never', States: { Never: invokes('never') } },
            { StartAt: 'Fails', States: { Fails: invokes('fails') } },
          ],
          Catch: [{ ErrorEquals: ['Broken'], Next: 'Caught' }],
          End: true,
        },
        Caught: { Type: 'Pass', Output: '{% $states.input.Error %}', End: true },
      },
    });
    const ended = await rig.run();
    expect(ended).toMatchObject({ status: 'SUCCEEDED', output: '"Broken"' });
    const types = (await rig.history(ended.executionArn)).map(({ type }) => type);
    expect(types).toContain('TaskStateAborted');
    expect(types).toContain('ParallelStateFailed');
  });
});

describe('size limits', () => {
  test.each([
    [
      'an output beyond 256 KiB',
      { Type: 'Pass', Output: '{% $pad("", 262143, "x") %}', End: true },
      "The state/task 'S' returned a result",
    ],
    ['a function that answers too much', invokes('big'), "The state/task 'lambda' returned a result"],
  ])('%s is States.DataLimitExceeded', async (_case, state, cause) => {
    const rig = new StateMachineRig({ functions: { big: () => 'x'.repeat(262_144) } }).define(only(state));
    const ended = await rig.run();
    expect(ended).toMatchObject({ status: 'FAILED', error: 'States.DataLimitExceeded' });
    expect(ended.cause).toContain(cause);
  });

  test('a history ends at 25,000 events', async () => {
    const rig = new StateMachineRig().define({
      StartAt: 'A',
      States: { A: { Type: 'Pass', Next: 'B' }, B: { Type: 'Pass', Next: 'A' } },
    });
    expect(await rig.run()).toMatchObject({
      status: 'FAILED',
      error: 'States.Runtime',
      cause: 'The execution reached the maximum number of history events (25000).',
    });
  });
});
