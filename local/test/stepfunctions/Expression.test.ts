import fc from 'fast-check';
import jsonata from 'jsonata';
import { expect, test } from 'vitest';
import { Expression } from '../../src/stepfunctions/Expression.ts';

const functions = {};
const bindings = (input: unknown, variables: Record<string, unknown> = {}) => ({
  states: { input, context: {} },
  variables,
});

test('a straight path answers what JSONata answers, whatever the document', async () => {
  const names = fc.constantFrom('a', 'b', 'c');
  const document = fc.letrec((tie) => ({
    value: fc.oneof(
      { depthSize: 'small' },
      fc.integer(),
      fc.constant(null),
      fc.constant('x'),
      fc.array(tie('value'), { maxLength: 2 }),
      fc.dictionary(names, tie('value'), { maxKeys: 3 }),
    ),
  })).value;
  await fc.assert(
    fc.asyncProperty(document, fc.array(names, { minLength: 1, maxLength: 3 }), async (input, path) => {
      const source = `$states.input.${path.join('.')}`;
      const expected: unknown = await jsonata(source).evaluate(undefined, { states: { input, context: {} } });
      const actual = await new Expression(source, functions).evaluate(bindings(input));
      expect(JSON.stringify(actual)).toBe(JSON.stringify(expected));
    }),
    { numRuns: 300 },
  );
});

test('$eval does not exist', async () => {
  await expect(new Expression('$eval("1")', functions).evaluate(bindings({}))).rejects.toThrow(
    'T1006: Attempted to invoke a non-function',
  );
});

test('an expression that never ends is stopped', async () => {
  const endless = new Expression('($f := function($n) { $f($n + 1) }; $f(0))', functions);
  await expect(endless.evaluate(bindings({}))).rejects.toThrow('timed out');
});

test("results are plain JSON: JSONata's marks do not leak into the next expression", async () => {
  const first = await new Expression('$states.input.items.id', functions).evaluate(
    bindings({ items: [{ id: 1 }, { id: 2 }] }),
  );
  expect(Reflect.ownKeys(first as object)).toEqual(['0', '1', 'length']);
});

test('$now() and $millis() tell the account’s time, which stands still within an expression', async () => {
  let nowMs = Date.parse('2026-01-05T09:00:00Z');
  const evaluate = (source: string) => new Expression(source, functions, () => nowMs++).evaluate(bindings({}));
  expect(await evaluate('[$millis(), $now(), $millis()]')).toEqual([
    1_767_603_600_000,
    '2026-01-05T09:00:00.000Z',
    1_767_603_600_000,
  ]);
  expect(await evaluate('$now("[Y0001]-[M01]-[D01] [H01]:[m01]", "-0500")')).toBe('2026-01-05 04:00');
  expect(await evaluate('$floor(($toMillis("2026-01-05T10:00:00Z") - $millis()) / 1000)')).toBe(3599);
});
