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
