import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ENUM_VALUES, type Given, INPUT_SHAPES, type InputMember } from '../../clients/generated/inputShapes.ts';
import { readInput } from '../../workers/commands/readInput.ts';

/* What a worker is handed is what the contract says, whatever was sent. */

const GROUP = {
  idempotencyKey: 'k1',
  payGroupId: 'weekly',
  name: 'Weekly',
  frequency: 'WEEKLY',
  anchorDate: '2026-01-05',
} as const;

const START = { idempotencyKey: 'k1', payGroupId: 'weekly', periodStartDate: '2026-11-09' } as const;

const refusalOf = (name: keyof Given, value: unknown, path?: string) => {
  const read = readInput(name, value, path);
  return read.ok ? undefined : read.error;
};

test('null is the same as a member that is left out, also where the contract has a default', () => {
  const sparse = readInput('StartPayrollRunInput', START);
  const nulls = { type: null, sequence: null, employeeIds: null, payDate: null, correctsRunId: null, asDraft: null };
  expect(readInput('StartPayrollRunInput', { ...START, ...nulls })).toEqual(sparse);
  expect(sparse).toEqual({ ok: true, value: { ...START, type: 'REGULAR', sequence: 1, asDraft: false } });
});

test('null is left out within lists and objects too', () => {
  const form = { state: 'CA', allowances: null, filingStatus: null };
  const employee = {
    externalId: 'E1',
    payGroupId: 'weekly',
    givenName: 'Ada',
    familyName: 'Young',
    hireDate: '2025-01-06',
    workState: 'CA',
    homeState: null,
    stateTaxForms: [form],
    taxProfile: { filingStatus: 'SINGLE', multipleJobs: null, extraWithholding: null },
  };
  expect(readInput('EmployeeInput', employee)).toMatchObject({
    value: { stateTaxForms: [{ state: 'CA' }], taxProfile: { filingStatus: 'SINGLE', multipleJobs: false } },
  });
  const read = readInput('EmployeeInput', employee);
  expect(JSON.stringify(read)).not.toContain('null');
});

test.each<[name: string, input: keyof Given, value: object, field: string, says: string[]]>([
  ['a required member that is null', 'UpsertPayGroupInput', { ...GROUP, payGroupId: null }, 'payGroupId', ['absent']],
  ['a required member that is missing', 'DeleteHookInput', { idempotencyKey: 'k1' }, 'hookId', ['absent']],
  ['a member that is not in the contract', 'DeleteHookInput', { idempotencyKey: 'k', hookId: 'h', x: 1 }, 'x', ['"x"']],
  [
    'an id of 2,100 characters',
    'StartPayrollRunInput',
    { ...START, payGroupId: 'g'.repeat(2100) },
    'payGroupId',
    ['2100', '80'],
  ],
  ['an empty id', 'StartPayrollRunInput', { ...START, payGroupId: '' }, 'payGroupId', ['""', '1 to 80']],
  [
    'an id with the separator of keys',
    'UpsertPayGroupInput',
    { ...GROUP, payGroupId: 'a#b' },
    'payGroupId',
    ['a#b', '1 to 40'],
  ],
  [
    'an id with NUL',
    'DeleteHookInput',
    { idempotencyKey: 'k1', hookId: 'a\u0000b' },
    'hookId',
    ['U+0000', 'position 2'],
  ],
  ['a name of blanks', 'UpsertPayGroupInput', { ...GROUP, name: '   ' }, 'name', ['1 to 200']],
  ['a name with a line end', 'UpsertPayGroupInput', { ...GROUP, name: 'a\nb' }, 'name', ['U+000A']],
  ['half an emoji', 'UpsertPayGroupInput', { ...GROUP, name: 'a\ud83d' }, 'name', ['surrogate']],
  [
    'an idempotency key of 129 characters',
    'DeleteHookInput',
    { idempotencyKey: 'k'.repeat(129), hookId: 'h' },
    'idempotencyKey',
    ['129', '1 to 128'],
  ],
  ['a text where a number belongs', 'StartPayrollRunInput', { ...START, sequence: '2' }, 'sequence', ['whole number']],
  ['a fraction', 'StartPayrollRunInput', { ...START, sequence: 1.5 }, 'sequence', ['1.5', 'whole number']],
  ['a number where a text belongs', 'UpsertPayGroupInput', { ...GROUP, name: 7 }, 'name', ['7', 'text']],
  [
    'a day that no calendar has',
    'UpsertPayGroupInput',
    { ...GROUP, anchorDate: '2026-02-30' },
    'anchorDate',
    ['2026-02-30'],
  ],
  [
    'a word that the enum does not have',
    'UpsertPayGroupInput',
    { ...GROUP, frequency: 'toString' },
    'frequency',
    ['toString', 'WEEKLY'],
  ],
  [
    'one employee where a list belongs',
    'StartPayrollRunInput',
    { ...START, employeeIds: 'emp_1' },
    'employeeIds',
    ['list'],
  ],
  [
    'no employees where one is needed',
    'StartPayrollRunInput',
    { ...START, employeeIds: [] },
    'employeeIds',
    ['0', '1 to 100'],
  ],
  [
    '101 employees',
    'StartPayrollRunInput',
    { ...START, employeeIds: Array<string>(101).fill('emp_1') },
    'employeeIds',
    ['101', '1 to 100'],
  ],
  ['null in a list', 'StartPayrollRunInput', { ...START, employeeIds: ['emp_1', null] }, 'employeeIds.1', ['absent']],
])('%s is refused by its path, with value and limit', (_name, input, value, field, says) => {
  const refusal = refusalOf(input, value);
  expect(refusal).toMatchObject({ type: 'INVALID_INPUT', field });
  for (const word of says) expect(refusal?.message).toContain(word);
});

test('the path of a row begins where the row lies', () => {
  const row = { externalId: 'E1', earnings: [{ type: 'BONUS', amount: null }] };
  expect(refusalOf('PayrollInputInput', row, 'inputs.3')?.field).toBe('inputs.3.earnings.0.amount');
});

test('a reason may run over several lines, and an id of an employee may hold any letter, but no space around it', () => {
  const reason = { idempotencyKey: 'k1', runId: 'run_1', reason: 'Wrong hours:\n\tweek 2.' };
  expect(refusalOf('RejectPayrollRunInput', reason)).toBeUndefined();
  expect(refusalOf('PayrollInputInput', { externalId: 'Ж-007 é' })).toBeUndefined();
  expect(refusalOf('PayrollInputInput', { externalId: 'E1 ' })).toMatchObject({ field: 'externalId' });
});

/** A value that fits: every member that must be there. */
function fitting(name: string): Record<string, unknown> {
  const shape: Readonly<Record<string, InputMember>> = INPUT_SHAPES[name as keyof Given];
  const required = Object.entries(shape).filter(([, member]) => member.required);
  return Object.fromEntries(required.map(([member, type]) => [member, valueOf(type)]));
}

function valueOf({ of, list }: InputMember): unknown {
  const enumeration = Object.entries(ENUM_VALUES).find(([name]) => name === of);
  const value = Object.hasOwn(INPUT_SHAPES, of)
    ? fitting(of)
    : (enumeration?.[1][0] ?? { Int: 1, Boolean: true, AWSDate: '2026-11-09' }[of] ?? 'a');
  return list ? [value] : value;
}

const members = Object.entries(INPUT_SHAPES).flatMap(([name, shape]) =>
  Object.keys(shape).map((member): [name: keyof Given, member: string] => [name as keyof Given, member]),
);

const HOSTILE: unknown[] = [
  ...[null, undefined, '', ' ', -1, 0, 1.5, NaN, Infinity, 2 ** 53, true, [], {}, [[]], [null], 'x'.repeat(2100)],
  ...['__proto__', 'constructor', 'toString', 'hasOwnProperty', '\u0000', '\ud800', '👩‍💻', 'emp_1 ', 'еmp_1'],
  Array<string>(10_000).fill('a'),
  JSON.parse('{"__proto__": {"a": 1}, "constructor": 2}'),
];

test.each(members)('%s.%s: whatever is sent is read or refused, and never thrown', (name, member) => {
  const fits = fitting(name);
  expect(refusalOf(name, fits)).toBeUndefined();
  for (const value of HOSTILE) {
    const read = readInput(name, { ...fits, [member]: value });
    if (!read.ok)
      expect(read.error).toMatchObject({ type: 'INVALID_INPUT', field: expect.stringMatching(`^${member}`) });
    else expect(Object.values(read.value)).not.toContain(null);
  }
});

test('any value at all is read or refused', () => {
  const names = Object.keys(INPUT_SHAPES) as (keyof Given)[];
  fc.assert(
    fc.property(fc.constantFrom(...names), fc.anything({ withNullPrototype: true }), (name, value) => {
      const read = readInput(name, value);
      expect(read.ok || read.error.type === 'INVALID_INPUT').toBe(true);
    }),
  );
});
