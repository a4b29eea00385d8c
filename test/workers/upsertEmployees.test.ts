import { GetCommand, ScanCommand } from '@aws-sdk/lib-dynamodb';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
import { getGroupChanges } from '../../table/changes.ts';
import { putCompany } from '../../table/company.ts';
import { documentClient, tableName } from '../../table/documentClient.ts';
import { getEmployees } from '../../table/employee.ts';
import { employeeIdsOf } from '../../table/externalId.ts';
import { externalIdKey } from '../../table/keys.ts';
import { type PayGroupRecord, putPayGroup } from '../../table/payGroup.ts';
import { transact } from '../../table/transact.ts';
import { handler as upsertEmployees } from '../../workers/upsertEmployees.ts';
import { handler as upsertPayrollInputs } from '../../workers/upsertPayrollInputs.ts';
import { dieAtWrite } from './dieAtWrite.ts';
import { openTables } from './openTables.ts';

/* Rows are written one by one: whatever moment a call dies at, sending it again completes it and answers as the first would. */

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
  await transact([
    putCompany({ ...company, version: 1 }, undefined),
    putPayGroup(GROUP, undefined),
    putPayGroup({ ...GROUP, payGroupId: 'other' }, undefined),
  ]);
});

const caller = { companyId, actor: 'somebody' };
const send = (idempotencyKey: string, employees: unknown[]) =>
  upsertEmployees({ caller, mutation: 'upsertEmployees', input: { idempotencyKey, employees } });

const row = (externalId: string, more: Partial<EmployeeInput> = {}): EmployeeInput => ({
  externalId,
  payGroupId: 'weekly',
  givenName: 'Ana',
  familyName: 'Chen',
  hireDate: '2021-03-15',
  workState: 'TX',
  ...more,
});

const outcomesOf = ({ results }: Awaited<ReturnType<typeof send>>) => results.map(({ outcome }) => outcome);

async function employeesByExternalId(externalIds: string[]) {
  const ids = await employeeIdsOf(companyId, externalIds);
  const found = await getEmployees(companyId, [...ids.values()]);
  return externalIds.map((externalId) => found.get(ids.get(externalId) ?? ''));
}

const itemsOfEmployees = async () => {
  const { Items = [] } = await documentClient.send(new ScanCommand({ TableName: tableName() }));
  return Items.filter(({ pk }) => /#EMPLOYEES#|#EXTERNAL#/.test(String(pk)));
};

/** Two who are taken on, one who changes, one who moves to another group and one who stays as they are. */
const BEFORE = [row('CHANGES'), row('MOVES'), row('STAYS')];
const CALL = [
  row('NEW1'),
  row('CHANGES', { familyName: 'Diaz' }),
  row('MOVES', { payGroupId: 'other' }),
  row('STAYS'),
  row('NEW2'),
];
const OUTCOMES = ['CREATED', 'UPDATED', 'UPDATED', 'UNCHANGED', 'CREATED'];

describe.each(['BEFORE', 'AFTER'] as const)('a call that dies %s one of its writes', (when) => {
  test.each(Array.from({ length: 14 }, (_, index) => index + 1))('number %i is completed by the retry', async (at) => {
    await send('before', BEFORE);
    const first = await dieAtWrite(at, when, () => send('call', CALL));
    const changesAtDeath = await getGroupChanges(companyId, 'weekly');
    const retry = await send('call', CALL);
    expect(retry).toMatchObject({ userErrors: [] });
    expect(outcomesOf(retry)).toEqual(OUTCOMES);
    const employees = await employeesByExternalId(CALL.map(({ externalId }) => externalId));
    expect(employees).toMatchObject([
      { version: 1 },
      { version: 2, familyName: 'Diaz' },
      { version: 2, payGroupId: 'other' },
      { version: 1 },
      { version: 1 },
    ]);
    // Nobody twice: two items of each, and the version before of the two who changed.
    expect(await itemsOfEmployees()).toHaveLength(5 * 2 + 2);
    // Unless its answer was recorded, the retry counts the edits of its group again.
    const changes = await getGroupChanges(companyId, 'weekly');
    if (!retry.replayed) expect(changes.changes).toBeGreaterThan(changesAtDeath.changes ?? 0);
    if (!first.died) expect(retry.replayed).toBe(true);
    expect(await send('call', CALL)).toEqual({ ...retry, replayed: true });
  });
});

test('an external id that a death left without its employee is nobody: hours for it are refused', async () => {
  const { died } = await dieAtWrite(3, 'AFTER', () => send('call', [row('E1')]));
  expect(died).toBe(true);
  const { Item } = await documentClient.send(
    new GetCommand({ TableName: tableName(), Key: externalIdKey(companyId, 'e1') }),
  );
  expect(Item).toBeDefined();
  const hours = await upsertPayrollInputs({
    caller,
    mutation: 'upsertPayrollInputs',
    input: {
      idempotencyKey: 'hours',
      payGroupId: 'weekly',
      periodStartDate: '2026-03-02',
      inputs: [{ externalId: 'E1', hoursWorked: [{ week: 1, hours: '40' }] }],
    },
  });
  expect(hours.results).toMatchObject([{ outcome: 'REFUSED', userErrors: [{ code: 'EMPLOYEE_NOT_FOUND' }] }]);
  // Another command than the one that died takes the employee on, under the id that was given out.
  expect(outcomesOf(await send('another', [row('E1')]))).toEqual(['CREATED']);
  expect(await employeesByExternalId(['E1'])).toMatchObject([{ employeeId: String(Item?.['employeeId']), version: 1 }]);
});

test('a thousand rows are one call, and one more is refused with the way out', async () => {
  const rows = Array.from({ length: 1_000 }, (_, index) => row(`E${index}`));
  const first = await send('all', rows);
  expect(new Set(outcomesOf(first))).toEqual(new Set(['CREATED']));
  expect(await send('all', rows)).toEqual({ ...first, replayed: true });
  expect(new Set(outcomesOf(await send('again', rows)))).toEqual(new Set(['UNCHANGED']));
  const more = await send('too many', [...rows, row('E1000')]);
  expect(more).toMatchObject({ results: [], userErrors: [{ code: 'INVALID_INPUT', field: ['employees'] }] });
  expect(more.userErrors[0]?.message).toContain('1000');
});

test('a row that the contract does not know is refused by its member, and the others are taken', async () => {
  const rows = [row('A'), { ...row('B'), deductions: null, salary: '1' }, { externalId: null }, 'text', row('C')];
  const { results } = await send('rows', rows);
  expect(results).toMatchObject([
    { externalId: 'A', outcome: 'CREATED' },
    { externalId: 'B', outcome: 'REFUSED', userErrors: [{ code: 'INVALID_INPUT', field: ['salary'] }] },
    { externalId: '', outcome: 'REFUSED', userErrors: [{ field: ['externalId'] }] },
    { externalId: '', outcome: 'REFUSED' },
    { externalId: 'C', outcome: 'CREATED' },
  ]);
});

test('the second row of an external id is refused', async () => {
  const { results } = await send('rows', [row('A'), row('A', { familyName: 'Other' })]);
  expect(results).toMatchObject([
    { outcome: 'CREATED' },
    { outcome: 'REFUSED', userErrors: [{ field: ['externalId'] }] },
  ]);
});

test('a key that comes again with another row is refused, also after a death before its answer was recorded', async () => {
  await dieAtWrite(5, 'BEFORE', () => send('key', [row('A')]));
  expect(await employeesByExternalId(['A'])).toMatchObject([{ version: 1 }]);
  expect(await send('key', [row('A', { familyName: 'Other' })])).toMatchObject({
    results: [],
    userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED' }],
  });
  await send('key', [row('A')]);
  expect(await send('key', [row('A', { familyName: 'Other' })])).toMatchObject({
    results: [],
    userErrors: [{ code: 'IDEMPOTENCY_KEY_REUSED', field: ['employees', '0'] }],
  });
});

test('a change that expects a version is completed by its retry, and refused when somebody else was faster', async () => {
  await send('hire', [row('A')]);
  const change = [row('A', { familyName: 'Diaz', expectedVersion: 1 })];
  // The counter, the version before and the employee are written; the second count is not.
  await dieAtWrite(4, 'BEFORE', () => send('change', change));
  expect(outcomesOf(await send('change', change))).toEqual(['UPDATED']);
  expect(await send('late', change)).toMatchObject({ results: [{ userErrors: [{ code: 'VERSION_CONFLICT' }] }] });
});

test('calls at the same time take everybody on once', async () => {
  const rows = Array.from({ length: 30 }, (_, index) => row(`E${index}`));
  const answers = await Promise.all(['a', 'a', 'b', 'c'].map((key) => send(key, rows)));
  const ids = answers.map(({ results }) => results.map(({ employeeId }) => employeeId));
  for (const other of ids) expect(other).toEqual(ids[0]);
  expect(await itemsOfEmployees()).toHaveLength(60);
});
