import { afterAll, beforeAll, expect, test } from 'vitest';
import { EmployeesDocument, UpsertEmployeesDocument } from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { cancel, openPayrollOffice, type PayrollOffice, startRun } from './payrollOffice.ts';
import { readRunInTable } from './payrollTable.ts';

/* Who works for the company follows from what was sent, not from how often. */

const EMPLOYEES = 45;

const newcomer: EmployeeInput = {
  externalId: 'N1',
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Ada',
  familyName: 'Newcomer',
  hireDate: '2025-03-15',
  workState: 'WA',
  compensation: { type: 'SALARY', annualSalary: '52000' },
  taxProfile: { filingStatus: 'SINGLE' },
};
const newcomers = ['N1', 'N2', 'N3'].map((externalId) => ({ ...newcomer, externalId }));

let office: PayrollOffice;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: EMPLOYEES });
});
afterAll(() => office.close());

test('an import sent eight times at once, with and without one key, takes everybody on once', async () => {
  const send = async (idempotencyKey: string) => {
    const input = { idempotencyKey, employees: newcomers };
    return (await office.admin.execute(UpsertEmployeesDocument, { input })).upsertEmployees;
  };
  const keys = ['one key', 'one key', 'one key', 'one key', 'a', 'b', 'c', 'd'];
  const answers = await Promise.all(keys.map(send));
  const idsOf = (answer: (typeof answers)[number] | undefined) => answer?.results.map(({ employeeId }) => employeeId);
  for (const answer of answers) {
    expect(answer?.userErrors).toEqual([]);
    expect(idsOf(answer)).toEqual(idsOf(answers[0]));
  }
  const created = answers.filter((answer) => !answer?.replayed && answer?.results[0]?.outcome === 'CREATED');
  expect(created).toHaveLength(1);

  const { employees } = await office.admin.execute(EmployeesDocument, { first: 100 });
  expect(employees?.nodes.map(({ externalId }) => externalId).slice(-3)).toEqual(['N1', 'N2', 'N3']);
  expect(employees?.nodes).toHaveLength(EMPLOYEES + 3);
});

test('a thousand employees with accounts are one call, which changes nothing when it is sent again', async () => {
  const account = { accountType: 'CHECKING' as const, routingNumber: '021000021' };
  const employees = Array.from({ length: 1_000 }, (_, index) => ({
    ...newcomer,
    externalId: `T${index}`,
    terminationDate: '2025-12-31',
    directDeposits: [{ ...account, accountNumber: `${10_000_000 + index}` }],
  }));
  const send = async (idempotencyKey: string) => {
    const { upsertEmployees } = await office.admin.execute(UpsertEmployeesDocument, {
      input: { idempotencyKey, employees },
    });
    return upsertEmployees;
  };
  const outcomesOf = (answer: Awaited<ReturnType<typeof send>>) =>
    new Set(answer?.results.map(({ outcome }) => outcome));
  expect(outcomesOf(await send('thousand'))).toEqual(new Set(['CREATED']));
  expect((await send('thousand'))?.replayed).toBe(true);
  expect(outcomesOf(await send('thousand again'))).toEqual(new Set(['UNCHANGED']));
});

test('a row of more than 8 KB is recorded', async () => {
  const stateTreatments = Array.from({ length: 80 }, (_, index) => ({
    place: `US-PA-${'X'.repeat(18)}${String.fromCharCode(65 + Math.floor(index / 26), 65 + (index % 26))}`,
    incomeTax: 'TAXED' as const,
    levies: 'TAXED' as const,
  }));
  const deductions = ['a', 'b'].map((deductionId) => ({
    deductionId,
    type: 'SECTION_125_HEALTH' as const,
    amount: '10',
    stateTreatments,
  }));
  const row = { ...newcomer, externalId: 'LONG', terminationDate: '2025-12-31', deductions };
  expect(JSON.stringify(row).length).toBeGreaterThan(9_765);
  const { upsertEmployees } = await office.admin.execute(UpsertEmployeesDocument, {
    input: { idempotencyKey: 'long row', employees: [row] },
  });
  expect(upsertEmployees?.results).toMatchObject([{ outcome: 'CREATED' }]);
});

test.each([
  ['a query of more than 8 KB', `query { company { name } } #${'x'.repeat(9_000)}`, '8,192 bytes'],
  ['a bulk mutation of a million bytes', `mutation { upsertEmployees } #${'x'.repeat(1_000_000)}`, 'createImport'],
])('%s is refused with the limit and the way out, and not as a call too many', async (_what, query, words) => {
  const response = await fetch(`${office.aws.endpoint}/graphql`, {
    method: 'POST',
    headers: { authorization: await office.admin.token(), 'content-type': 'application/json', 'user-agent': 'test' },
    body: JSON.stringify({ query }),
  });
  expect(response.status).toBe(413);
  expect(await response.json()).toMatchObject({
    errors: [{ errorType: 'RequestTooLarge', message: expect.stringContaining(words) as string }],
  });
});

test('former employees do not make the company larger', async () => {
  const runOnce = async (sequence: number) => {
    const runId = await startRun(office.admin, { sequence });
    await watchRun(office.admin, runId);
    await cancel(office.admin, runId);
    return (await readRunInTable(office.aws, runId)).items;
  };
  const before = await runOnce(1);
  // Washington's employer share of paid leave begins at 50 people.
  const former = Array.from({ length: 10 }, (_, index) => ({
    ...newcomer,
    externalId: `F${index}`,
    terminationDate: '2026-01-31',
  }));
  const { upsertEmployees } = await office.admin.execute(UpsertEmployeesDocument, {
    input: { idempotencyKey: 'former', employees: former },
  });
  expect(upsertEmployees?.results.map(({ outcome }) => outcome)).toEqual(former.map(() => 'CREATED'));
  expect(await runOnce(2)).toEqual(before);
  const payslips = JSON.stringify([...before.values()]);
  expect(payslips).toContain('WA_PFML ');
  expect(payslips).not.toContain('WA_PFML_EMPLOYER');
});
