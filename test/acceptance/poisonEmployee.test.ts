import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  FailedPayrollRunItemsDocument,
  PayrollRunItemsDocument,
  type PayrollRunItemsQuery,
  type PayrollRunItemsQueryVariables,
  type RunItemPartsFragment,
} from '../../clients/generated/operations/graphql.ts';
import type { EmployeeInput } from '../../clients/generated/schema.ts';
import { upsertAllEmployees } from '../../clients/sdk/upsertAll.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { cancel, openPayrollOffice, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { readRunInTable, shownTotals } from './payrollTable.ts';

/* An employee whose data cannot be paid fails alone, with the reason and the way to mend it. */

/** Fewer than the first flawed employee of the sample. */
const GOOD_EMPLOYEES = 30;

const good: EmployeeInput = {
  externalId: 'GOOD',
  payGroupId: SAMPLE_PAY_GROUP_ID,
  givenName: 'Ada',
  familyName: 'Newcomer',
  hireDate: '2025-03-15',
  workState: 'TX',
  compensation: { type: 'SALARY', annualSalary: '52000' },
  taxProfile: { filingStatus: 'SINGLE' },
};

/** What is wrong with each, the engine's code for it, and a word of the fix. */
const POISON: [employee: EmployeeInput, code: string, fix: RegExp][] = [
  [{ ...good, externalId: 'NO-W4', taxProfile: null }, 'W4_MISSING', /form/],
  [{ ...good, externalId: 'NO-PAY', compensation: null }, 'COMPENSATION_MISSING', /pay/],
  [{ ...good, externalId: 'NO-HOURS', compensation: { type: 'HOURLY', hourlyRate: '20' } }, 'HOURS_MISSING', /hours/],
  [{ ...good, externalId: 'NO-STATE', workState: 'PR' }, 'JURISDICTION_NOT_SUPPORTED', /state/],
];

let office: PayrollOffice;
let employeeIds: Map<string, string>;

beforeAll(async () => {
  office = await openPayrollOffice({ employees: GOOD_EMPLOYEES });
  const rows = await upsertAllEmployees(
    office.admin,
    POISON.map(([employee]) => employee),
    { idempotencyKey: 'poison' },
  );
  employeeIds = new Map(rows.map(({ externalId, employeeId }) => [externalId, String(employeeId)]));
});
afterAll(() => office.close());

test('an employee who cannot be paid fails alone, with code, reason and fix; everybody else is calculated', async () => {
  const runId = await startRun(office.admin);
  const view = await watchRun(office.admin, runId);
  expect(view).toMatchObject({ status: 'AWAITING_APPROVAL', calculatedCount: GOOD_EMPLOYEES, failedCount: 4 });

  const { failedPayrollRunItems } = await office.admin.execute(FailedPayrollRunItemsDocument, { runId });
  const failed = new Map(failedPayrollRunItems?.nodes.map((item) => [item.employeeId, item]));
  expect([...failed.keys()].sort()).toEqual([...employeeIds.values()].sort());
  for (const [{ externalId, givenName, familyName }, code, fix] of POISON) {
    const item = failed.get(employeeIds.get(externalId) ?? '');
    expect(item, externalId).toMatchObject({
      status: 'FAILED',
      employeeName: `${givenName} ${familyName}`,
      payslipId: null,
      netPay: null,
      error: { code },
    });
    expect(item?.error?.message.length, externalId).toBeGreaterThan(10);
    expect(item?.error?.resolution, externalId).toMatch(fix);
  }

  const inTable = await readRunInTable(office.aws, runId);
  const items: RunItemPartsFragment[] = [];
  let next: PayrollRunItemsQueryVariables | undefined = { runId, first: 10 };
  while (next) {
    const page: PayrollRunItemsQuery = await office.admin.execute(PayrollRunItemsDocument, next);
    items.push(...(page.payrollRunItems?.nodes ?? []));
    const { hasNextPage, endCursor } = page.payrollRunItems?.pageInfo ?? {};
    next = hasNextPage ? { ...next, after: endCursor ?? null } : undefined;
  }
  expect(new Map(items.map(({ employeeId, status }) => [employeeId, status]))).toEqual(inTable.employees);
  expect(items).toHaveLength(GOOD_EMPLOYEES + POISON.length);
  expect(shownTotals(await readRun(office.admin, runId))).toEqual(inTable.totals);
});

test('once the data is there, the next run pays them', async () => {
  const repaired = POISON.map(([{ externalId }]) => ({ ...good, externalId, homeState: 'TX' }));
  const rows = await upsertAllEmployees(office.admin, repaired, { idempotencyKey: 'repaired' });
  expect(rows.map(({ outcome }) => outcome)).toEqual(['UPDATED', 'UPDATED', 'UPDATED', 'UPDATED']);
  await cancel(office.admin, await startRun(office.admin)); // the run above
  const runId = await startRun(office.admin, { sequence: 2 });
  const view = await watchRun(office.admin, runId);
  expect(view).toMatchObject({ calculatedCount: GOOD_EMPLOYEES + POISON.length, failedCount: 0 });
});
