import { PutCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
import { putCompany } from '../../table/company.ts';
import { documentClient, tableName } from '../../table/documentClient.ts';
import { getEmployees } from '../../table/employee.ts';
import { employeeIdsOf } from '../../table/externalId.ts';
import { externalIdKey } from '../../table/keys.ts';
import { type PayGroupRecord, putPayGroup } from '../../table/payGroup.ts';
import { transact } from '../../table/transact.ts';
import { handler as upsertEmployees } from '../../workers/upsertEmployees.ts';
import { dieAtWrite } from './dieAtWrite.ts';
import { openTables } from './openTables.ts';

/* External ids that differ in writing alone: one person with two payslips, unless somebody says that they are two. */

const companyId = 'acme';
const GROUP: PayGroupRecord = {
  companyId,
  payGroupId: 'weekly',
  name: 'Weekly',
  frequency: 'WEEKLY',
  anchorDate: '2026-01-05',
  payDateOffsetDays: 5,
  approvalPolicy: 'REQUIRED',
  startsAutomatically: false,
  cutOff: { daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'America/New_York' },
  version: 1,
};

let tables: Awaited<ReturnType<typeof openTables>>;
beforeAll(async () => {
  tables = await openTables();
});
afterAll(() => tables.close());
beforeEach(async () => {
  await tables.fresh();
  const company = { companyId, name: 'Acme', selfApprovalAllowed: false, employeeSequence: 0, unemployment: {} };
  await transact([putCompany({ ...company, version: 1 }, undefined), putPayGroup(GROUP, undefined)]);
});

const caller = { companyId, actor: 'somebody' };
const send = async (employees: EmployeeInput[], idempotencyKey: string = crypto.randomUUID()) =>
  (await upsertEmployees({ caller, mutation: 'upsertEmployees', input: { idempotencyKey, employees } })).results;

const row = (externalId: string, more: Partial<EmployeeInput> = {}): EmployeeInput => ({
  externalId,
  payGroupId: 'weekly',
  givenName: 'Ana',
  familyName: 'Chen',
  hireDate: '2021-03-15',
  workState: 'TX',
  ...more,
});

/** What became of each row: its outcome, or the code of its refusal. */
const outcomesOf = (results: Awaited<ReturnType<typeof send>>) =>
  results.map(({ outcome, userErrors: [error] }) => error?.code ?? outcome);

const CYRILLIC_A = '\u0410';
const SIMILAR = 'SIMILAR_EMPLOYEE_EXISTS';

const PAIRS: [string, string, string][] = [
  ['case', 'E-7', 'e-7'],
  ['leading zeros', '007', '7'],
  ['leading zeros after letters', 'E0042', 'E42'],
  ['blanks within', 'E 7', 'E7'],
  ['a character that cannot be seen', 'E\u200b7', 'E7'],
  ['a Cyrillic letter', 'Ann', `${CYRILLIC_A}nn`],
  ['the form of Unicode', '\u00e9', 'e\u0301'],
  ['wide digits', '12', '\uff11\uff12'],
  ['two ids of which neither is its own folding', 'E-07', 'E-007'],
];
const BOTH_ORDERS = PAIRS.flatMap(([what, one, other]) => [
  [what, one, other] as const,
  [`${what}, the other way around`, other, one] as const,
]);

test.each(BOTH_ORDERS)(
  '%s: the second is refused, names the first, and both ways out lead on',
  async (_w, one, other) => {
    const [first] = await send([row(one)]);
    const [refused] = await send([row(other)]);
    expect(refused).toMatchObject({ outcome: 'REFUSED', userErrors: [{ code: SIMILAR, field: ['externalId'] }] });
    expect(refused?.userErrors[0]?.message).toContain(`"${one}"`);
    expect(refused?.userErrors[0]?.resolution).toContain('distinctFrom');
    expect(await employeeIdsOf(companyId, [other])).toEqual(new Map());

    // It is the same employee: the row with the id on record changes nothing.
    expect(await send([row(one)])).toMatchObject([{ outcome: 'UNCHANGED', employeeId: first?.employeeId }]);
    // They are two people: from then on each is found by the own id, and neither is asked about again.
    const [second] = await send([row(other, { distinctFrom: [one] })]);
    expect(second?.outcome).toBe('CREATED');
    expect(second?.employeeId).not.toBe(first?.employeeId);
    const again = await send([row(other), row(one, { familyName: 'Diaz' })]);
    expect(outcomesOf(again)).toEqual(['UNCHANGED', 'UPDATED']);
    expect(again.map(({ employeeId }) => employeeId)).toEqual([second?.employeeId, first?.employeeId]);
  },
);

test('two rows of a call are one question, and none when the second names the first', async () => {
  expect(outcomesOf(await send([row('E-7'), row('e-7'), row('e-8')]))).toEqual(['CREATED', SIMILAR, 'CREATED']);
  const confirmed = [row('A1'), row('a1', { distinctFrom: ['A1'] }), row('A01', { distinctFrom: ['a1', 'A1'] })];
  expect(outcomesOf(await send(confirmed))).toEqual(['CREATED', 'CREATED', 'CREATED']);
  expect((await employeeIdsOf(companyId, ['A1', 'a1', 'A01'])).size).toBe(3);
});

test('a row that is refused for another reason is nobody to be mistaken for', async () => {
  const rows = [row('E-7', { workState: 'nowhere' }), row('e-7')];
  expect(outcomesOf(await send(rows))).toEqual(['INVALID_INPUT', 'CREATED']);
});

test('a third is confirmed against both, and the refusal names whom it lacks', async () => {
  await send([row('E-7'), row('e-7', { distinctFrom: ['E-7'] })]);
  const [refused] = await send([row('e-07', { distinctFrom: ['E-7'] })]);
  expect(refused?.userErrors).toMatchObject([{ code: SIMILAR }]);
  expect(refused?.userErrors[0]?.message).toMatch(/differs from "e-7" only/);
  expect(outcomesOf(await send([row('e-07', { distinctFrom: ['E-7', 'e-7'] })]))).toEqual(['CREATED']);
});

test('a raise for a number in other letters is asked about, rather than for all that a new employee needs', async () => {
  await send([row('E-7')]);
  const raise = { externalId: 'e-7', compensation: { annualSalary: '70000' } };
  expect(outcomesOf(await send([raise]))).toEqual([SIMILAR]);
});

test('letters that look the same are told apart by their code points', async () => {
  await send([row('Ann')]);
  const [refused] = await send([row(`${CYRILLIC_A}nn`)]);
  expect(refused?.userErrors[0]?.message).toContain('character 1 is U+0410 here and U+0041 there');
});

test('calls at the same time take on one of them, whichever it is', async () => {
  const spellings = ['E-7', 'e-7', 'E-07', 'e-007', 'E -7'];
  const answers = (await Promise.all(spellings.map((id) => send([row(id)])))).flat();
  expect(outcomesOf(answers).sort()).toEqual(['CREATED', SIMILAR, SIMILAR, SIMILAR, SIMILAR]);
  expect((await employeeIdsOf(companyId, spellings)).size).toBe(1);
});

test('calls at the same time that confirm the first take on both, each once', async () => {
  await send([row('E-7')]);
  const confirm = (id: string) => send([row(id, { distinctFrom: ['E-7', 'e-7', 'E-07'] })]);
  const answers = (await Promise.all(['e-7', 'E-07', 'e-7', 'E-07'].map(confirm))).flat();
  expect(new Set(outcomesOf(answers))).not.toContain(SIMILAR);
  const ids = await employeeIdsOf(companyId, ['E-7', 'e-7', 'E-07']);
  expect(new Set(ids.values()).size).toBe(3);
  expect(answers.map(({ employeeId }) => employeeId)).toEqual(['e-7', 'E-07', 'e-7', 'E-07'].map((id) => ids.get(id)));
});

test.each(Array.from({ length: 8 }, (_, index) => index + 1))(
  'a call of two confirmed people that dies after write %i is completed by its retry',
  async (at) => {
    const rows = [row('E-7'), row('e-7', { distinctFrom: ['E-7'] })];
    await dieAtWrite(at, 'AFTER', () => send(rows, 'call'));
    expect(outcomesOf(await send(rows, 'call'))).toEqual(['CREATED', 'CREATED']);
    const ids = await employeeIdsOf(companyId, ['E-7', 'e-7']);
    expect((await getEmployees(companyId, [...ids.values()])).size).toBe(2);
  },
);

test('taking on an employee with an ordinary number costs the two writes it always did', async () => {
  const writesFor = async (id: string) => (await dieAtWrite(99, 'AFTER', () => send([row(id)]))).writes;
  // Two counts, the external id, the employee, the place in the roster and the answer.
  expect([await writesFor('E0001'), await writesFor('1'), await writesFor('S000123')]).toEqual([6, 6, 6]);
});

test('somebody recorded before external ids were folded is still found under the id as it is written', async () => {
  const [, created] = await send([row('X1'), row('E-0042')]);
  const Item = { externalId: 'OLD-07', employeeId: created?.employeeId, ...externalIdKey(companyId, 'OLD-07') };
  await documentClient.send(new PutCommand({ TableName: tableName(), Item }));
  expect(await employeeIdsOf(companyId, ['OLD-07', 'E-0042'])).toEqual(
    new Map([
      ['OLD-07', created?.employeeId],
      ['E-0042', created?.employeeId],
    ]),
  );
});

test('an id whose folding is longer than a key may be is taken on', async () => {
  expect(outcomesOf(await send([row('\ufdfa'.repeat(64))]))).toEqual(['CREATED']);
});
