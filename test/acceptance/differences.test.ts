import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  RunDifferenceDocument,
  type RunDifferenceQuery,
  EmployeesDocument,
  RunRegisterDocument,
  type RunRegisterQuery,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput, PayrollInputInput } from '../../clients/generated/schema.ts';
import { upsertAllPayrollInputs } from '../../clients/sdk/upsertAll.ts';
import { SAMPLE_PAY_GROUP_ID, sampleEmployees, type SampleEmployee } from '../../demo/sampleEmployees.ts';
import { type ClockedOffice, record } from './clockedOffice.ts';
import { cancel, readRun, startRun } from './payrollOffice.ts';
import { centsOf, openPostingOffice, payRun, readItems } from './postingOffice.ts';

/* What changed from one run to the next, and why; and the register, where the figures of a run can be added up. */

const EMPLOYEES = 12;
const NEXT_PERIOD = '2026-11-23';

const MODELS = [...sampleEmployees(EMPLOYEES)];

const modelWhere = (isWanted: (sample: SampleEmployee) => boolean | undefined): EmployeeInput => {
  const found = MODELS.find(isWanted);
  if (!found) throw new Error('nobody of the sample company is so');
  return found.employee;
};

const isSalaried = ({ employee }: SampleEmployee) =>
  employee.compensation?.type === 'SALARY' && employee.compensation.isOvertimeExempt !== false;

/** Gets a raise; works more hours; leaves; comes. */
const RAISED = modelWhere(isSalaried);
const BUSY = modelWhere(({ employee }) => employee.compensation?.type === 'HOURLY');
const GONE = modelWhere((sample) => isSalaried(sample) && sample.employee !== RAISED);
const NEW: EmployeeInput = {
  externalId: 'NEW',
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Nora',
  familyName: 'Olsen',
  hireDate: '2026-11-24',
  workState: 'TX',
  compensation: { type: 'SALARY', annualSalary: '52000' },
  taxProfile: { filingStatus: 'SINGLE', multipleJobs: false },
};

let office: ClockedOffice;
let first: string;
let second: string;
let idOf: Map<string, string>;

type Difference = NonNullable<RunDifferenceQuery['diffPayrollRuns']>;

async function diff(runId: string, page: { againstRunId?: string; first?: number; after?: string | null } = {}) {
  const { diffPayrollRuns } = await office.admin.execute(RunDifferenceDocument, { runId, ...page });
  if (!diffPayrollRuns) throw new Error('the difference has no answer');
  return diffPayrollRuns;
}

const ofEmployee = ({ employees }: Difference, externalId: string) =>
  employees.find(({ employeeId }) => employeeId === idOf.get(externalId));

const causesOf = (difference: Difference, externalId: string) =>
  new Set(ofEmployee(difference, externalId)?.lines.map(({ cause }) => cause));

/** What is entered for the second period: the same as for the first, and one more hour a week for one employee. */
const enteredNext = (): PayrollInputInput[] =>
  MODELS.flatMap(({ payInputs }) => {
    if (!payInputs) return [];
    if (payInputs.externalId !== BUSY.externalId) return [payInputs];
    const hoursWorked = payInputs.hoursWorked?.map((week) => ({ ...week, hours: `${Number(week.hours) + 1}` }));
    return [{ ...payInputs, hoursWorked: hoursWorked ?? [] }];
  });

beforeAll(async () => {
  office = await openPostingOffice(EMPLOYEES);
  const { admin } = office;
  first = await payRun(office);
  await record(admin, { ...RAISED, compensation: { type: 'SALARY', annualSalary: '200000' } });
  await record(admin, { ...GONE, terminationDate: '2026-11-22' });
  await record(admin, NEW);
  const period = { payGroupId: SAMPLE_PAY_GROUP_ID, periodStartDate: NEXT_PERIOD };
  await upsertAllPayrollInputs(admin, period, enteredNext(), { idempotencyKey: 'next inputs' });
  second = await startRun(admin, { idempotencyKey: 'second', periodStartDate: NEXT_PERIOD });
  await office.runIs(second, 'AWAITING_APPROVAL');
  const { employees } = await admin.execute(EmployeesDocument, { first: 100 });
  idOf = new Map(employees?.nodes.map(({ externalId, employeeId }) => [externalId, employeeId]));
});
afterAll(() => office.close());

test('a run is compared with the last paid one of its group, and each change has its cause', async () => {
  const difference = await diff(second);
  expect(difference).toMatchObject({ runId: second, againstRunId: first, userErrors: [] });
  const raise = ofEmployee(difference, RAISED.externalId);
  expect(raise?.lines.find(({ code }) => code === 'SALARY')).toMatchObject({
    after: { amount: '7692.31' },
    cause: 'EMPLOYEE_RECORD',
  });
  expect(causesOf(difference, RAISED.externalId)).toContain('EMPLOYEE_RECORD');
  expect(causesOf(difference, RAISED.externalId)).not.toContain('INPUT');
  expect(causesOf(difference, BUSY.externalId)).toContain('INPUT');
  expect(causesOf(difference, BUSY.externalId)).not.toContain('EMPLOYEE_RECORD');
  expect(causesOf(difference, NEW.externalId)).toEqual(new Set(['HEADCOUNT']));
  expect(causesOf(difference, GONE.externalId)).toEqual(new Set(['HEADCOUNT']));
  expect(ofEmployee(difference, GONE.externalId)).toMatchObject({ netPayAfter: { amount: '0.00' } });
  const changed = [RAISED, BUSY, NEW, GONE].map(({ externalId }) => idOf.get(externalId));
  const others = difference.employees.filter(({ employeeId }) => !changed.includes(employeeId));
  // Who was left alone is only on the list where the year or the month made a difference.
  for (const { lines } of others) for (const { cause } of lines) expect(['YEAR_TO_DATE', 'CALENDAR']).toContain(cause);
});

test('the differences of employees add up to the difference of the runs', async () => {
  const { employees, before, after } = await diff(second);
  const change = employees.reduce((sum, one) => sum + centsOf(one.netPayAfter) - centsOf(one.netPayBefore), 0);
  expect(change).toBe(centsOf(after?.netPay) - centsOf(before?.netPay));
  for (const { lines, netPayBefore, netPayAfter } of employees) {
    let net = 0;
    for (const { kind, change } of lines)
      if (kind === 'EARNING' || kind === 'REIMBURSEMENT') net += centsOf(change);
      else if (kind !== 'EMPLOYER_TAX') net -= centsOf(change);
    expect(net).toBe(centsOf(netPayAfter) - centsOf(netPayBefore));
  }
});

test.each([1, 2, 5])('pages of %i have everybody of the whole list, once and in its order', async (size) => {
  const whole = await diff(second, { first: 100 });
  expect(whole.pageInfo).toEqual({ hasNextPage: false, endCursor: null });
  const found: Difference['employees'] = [];
  let after: string | null = null;
  do {
    const page: Difference = await diff(second, { first: size, after });
    expect(page.employees.length).toBeLessThanOrEqual(size);
    found.push(...page.employees);
    after = page.pageInfo.endCursor;
  } while (after !== null);
  expect(found).toEqual(whole.employees);
});

test('the first run of a group stands against nothing, and a run against itself does not differ', async () => {
  const nothingBefore = await diff(first);
  expect(nothingBefore).toMatchObject({ againstRunId: null, before: null, userErrors: [] });
  expect(nothingBefore.employees.length).toBe(EMPLOYEES);
  expect((await diff(second, { againstRunId: second })).employees).toEqual([]);
});

test('another way round, each change has the other sign', async () => {
  const there = await diff(second);
  const back = await diff(first, { againstRunId: second });
  const netChanges = ({ employees }: Difference, sign: number) =>
    employees.map(
      ({ employeeId, netPayBefore, netPayAfter }) =>
        [employeeId, sign * (centsOf(netPayAfter) - centsOf(netPayBefore)) + 0] as const,
    );
  expect(netChanges(back, -1)).toEqual(netChanges(there, 1));
});

test('a run that is not there, not ready or of another company has no difference', async () => {
  expect(await diff('run_20261109ffffffffffffffffffff')).toMatchObject({ userErrors: [{ code: 'RUN_NOT_FOUND' }] });
  const stopped = await startRun(office.admin, {
    idempotencyKey: 'bonus',
    type: 'BONUS',
    employeeIds: [...idOf.values()],
  });
  await office.runIs(stopped, 'AWAITING_APPROVAL', 'FAILED');
  await cancel(office.admin, stopped);
  expect(await diff(stopped)).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }], employees: [] });
  const { diffPayrollRuns } = await office.stranger.execute(RunDifferenceDocument, { runId: second });
  expect(diffPayrollRuns).toMatchObject({ employees: [], userErrors: [{ code: 'RUN_NOT_FOUND' }] });
});

test('the register adds up to the control totals, whatever its pages are', async () => {
  const rows: NonNullable<RunRegisterQuery['payrollRegister']>['nodes'] = [];
  let after: string | null = null;
  do {
    const page: RunRegisterQuery = await office.admin.execute(RunRegisterDocument, { runId: first, first: 5, after });
    rows.push(...(page.payrollRegister?.nodes ?? []));
    after = page.payrollRegister?.pageInfo.endCursor ?? null;
  } while (after !== null);
  expect(rows.map(({ employeeId }) => employeeId)).toEqual(
    (await readItems(office.admin, first)).map(({ employeeId }) => employeeId),
  );
  const sumOf = (...columns: ('grossPay' | 'netPay' | 'taxes' | 'employerTaxes' | 'reimbursements')[]) =>
    rows.reduce((sum, row) => sum + columns.reduce((of, column) => of + centsOf(row[column]), 0), 0);
  const { controlTotals } = await readRun(office.admin, first);
  expect(sumOf('grossPay')).toBe(centsOf(controlTotals?.grossPay));
  expect(sumOf('taxes')).toBe(centsOf(controlTotals?.employeeTaxes));
  expect(sumOf('reimbursements')).toBe(centsOf(controlTotals?.reimbursements));
  expect(sumOf('netPay')).toBe(centsOf(controlTotals?.netPay));
  expect(sumOf('employerTaxes')).toBe(centsOf(controlTotals?.employerTaxes));
  const deductions = rows.reduce(
    (sum, row) => sum + centsOf(row.preTaxDeductions) + centsOf(row.garnishments) + centsOf(row.postTaxDeductions),
    0,
  );
  expect(deductions).toBe(centsOf(controlTotals?.deductions));
  const ofStranger = await office.stranger.execute(RunRegisterDocument, { runId: first });
  expect(ofStranger.payrollRegister?.nodes).toEqual([]);
});
