import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  ExcludePayrollRunItemsDocument,
  FailedPayrollRunItemsDocument,
  PayrollRunItemsDocument,
  RecalculatePayrollRunDocument,
  RetryPayrollRunItemsDocument,
  RunProgressDocument,
  VerifyPayslipDocument,
} from '../../clients/generated/operations/graphql.ts';
import { type SampleEmployee, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { answered, approveAs, type ClockedOffice, openClockedOffice, type RunAnswer, record } from './clockedOffice.ts';
import { cancel, readRun, startRun } from './payrollOffice.ts';
import { dumpTable, readRunInTable, shownTotals } from './payrollTable.ts';

/* A run that waits is calculated again: for some, without some, or whole. What was seen before can no longer be approved. */

/** Two segments: a retry in one of them leaves the other as it is. */
const EMPLOYEES = 110;
const samples = [...sampleEmployees(EMPLOYEES)];
/** Number 37 of the sample company has no Form W-4. */
const withoutW4 = samples[36] as SampleEmployee;

let office: ClockedOffice;
let sequence = 0;

beforeAll(async () => {
  office = await openClockedOffice(EMPLOYEES);
});
afterAll(() => office.close());

async function waitingRun() {
  const runId = await startRun(office.admin, { sequence: ++sequence });
  return office.runIs(runId, 'AWAITING_APPROVAL');
}

const newKey = () => ({ idempotencyKey: crypto.randomUUID() });

async function change(act: Promise<RunAnswer>) {
  const { run, userErrors } = await act;
  expect(userErrors).toEqual([]);
  expect(run).toMatchObject({ status: 'PREPARING', controlTotals: null, calculationHash: null, approvals: [] });
  return office.runIs(String(run?.runId), 'AWAITING_APPROVAL');
}

const recalculate = async (runId: string, key = newKey()) => {
  const input = { ...key, runId, reason: 'The roster changed.' };
  return answered((await office.admin.execute(RecalculatePayrollRunDocument, { input })).recalculatePayrollRun);
};

const retry = async (runId: string, employeeIds?: string[], key = newKey()) => {
  const input = { ...key, runId, ...(employeeIds ? { employeeIds } : {}) };
  return answered((await office.admin.execute(RetryPayrollRunItemsDocument, { input })).retryPayrollRunItems);
};

const exclude = async (runId: string, employeeIds: string[]) => {
  const input = { ...newKey(), runId, employeeIds, reason: 'On leave.' };
  return answered((await office.admin.execute(ExcludePayrollRunItemsDocument, { input })).excludePayrollRunItems);
};

const failedItems = async (runId: string) =>
  (await office.admin.execute(FailedPayrollRunItemsDocument, { runId })).failedPayrollRunItems?.nodes ?? [];

/** What the API shows is what is in the table, and all counts agree. */
async function expectSound(runId: string) {
  const run = await readRun(office.admin, runId);
  const inTable = await readRunInTable(office.aws, runId);
  expect(shownTotals(run)).toEqual(inTable.totals);
  expect(run.employeeCount).toBe(inTable.employees.size);
  expect((run.calculatedCount ?? 0) + (run.failedCount ?? 0) + (run.excludedCount ?? 0)).toBe(run.employeeCount);
  const { runProgress } = await office.admin.execute(RunProgressDocument, { runId });
  expect(runProgress).toMatchObject({
    calculatedCount: run.calculatedCount,
    failedCount: run.failedCount,
    excludedCount: run.excludedCount,
    closedSegmentCount: runProgress?.segmentCount,
  });
  return { run, inTable, runProgress };
}

test('one employee who failed is retried with what was mended, and nobody else changes', async () => {
  const before = await waitingRun();
  const runId = before.runId;
  const first = await expectSound(runId);
  const failed = (await failedItems(runId)).find(({ error }) => error?.code === 'W4_MISSING');
  expect(failed).toBeDefined();
  const employeeId = String(failed?.employeeId);

  await record(office.admin, { ...withoutW4.employee, taxProfile: { filingStatus: 'SINGLE' } });
  const stale = await approveAs(office.approver, runId);
  expect(stale).toMatchObject({ run: null, userErrors: [{ code: 'STALE_CALCULATION' }] });
  expect(stale.userErrors[0]?.message).toContain('employees of the pay group "biweekly"');
  expect(stale.userErrors[0]?.resolution).toContain('calculates the run again');

  const after = await change(retry(runId, [employeeId]));
  const second = await expectSound(runId);
  expect(after).toMatchObject({
    calculation: 2,
    calculatedCount: Number(before.calculatedCount) + 1,
    failedCount: Number(before.failedCount) - 1,
  });
  expect(after.calculationHash).not.toBe(before.calculationHash);
  expect(second.inTable.totals).not.toEqual(first.inTable.totals);
  for (const [id, item] of second.inTable.items)
    if (id !== employeeId) expect(item).toEqual(first.inTable.items.get(id));
  expect(second.inTable.employees.get(employeeId)).toBe('CALCULATED');
  expect((await failedItems(runId)).map((item) => item.employeeId)).not.toContain(employeeId);
  // One message for each segment, one for the second beginning, one for the segment that was calculated again.
  expect(first.runProgress?.sequence).toBe(2);
  expect(second.runProgress?.sequence).toBe(4);

  const outdated = await approveAs(office.approver, runId, String(before.calculationHash));
  expect(outdated).toMatchObject({ run: null, userErrors: [{ code: 'STALE_CALCULATION' }] });
  await cancel(office.admin, runId);
});

test('a retried payslip is proven by the versions it was calculated from', async () => {
  const { runId } = await waitingRun();
  const { payrollRunItems } = await office.admin.execute(PayrollRunItemsDocument, { runId, first: 3 });
  const [item] = payrollRunItems?.nodes ?? [];
  const { employee } = samples[0] as SampleEmployee;
  await record(office.admin, { ...employee, compensation: { type: 'SALARY', annualSalary: '91234.00' } });
  await change(retry(runId, [String(item?.employeeId)]));
  const payslipId = String(item?.payslipId);
  const { verifyPayslip } = await office.admin.execute(VerifyPayslipDocument, { payslipId });
  expect(verifyPayslip).toMatchObject({ matches: true });
  await cancel(office.admin, runId);
});

test('an employee who is left out is not paid, stays left out, and comes back when named', async () => {
  const before = await waitingRun();
  const { runId } = before;
  const { payrollRunItems } = await office.admin.execute(PayrollRunItemsDocument, { runId, first: 1 });
  const employeeId = String(payrollRunItems?.nodes[0]?.employeeId);
  const first = await expectSound(runId);

  const without = await change(exclude(runId, [employeeId]));
  expect(without).toMatchObject({ excludedCount: 1, calculatedCount: Number(before.calculatedCount) - 1 });
  const shown = await office.admin.execute(PayrollRunItemsDocument, { runId, first: 1 });
  expect(shown.payrollRunItems?.nodes).toMatchObject([
    { employeeId, status: 'EXCLUDED', payslipId: null, netPay: null, error: { code: 'LEFT_OUT' } },
  ]);
  await expectSound(runId);

  expect(await change(recalculate(runId))).toMatchObject({ excludedCount: 1, calculation: 3 });
  const back = await change(retry(runId, [employeeId]));
  expect(back).toMatchObject({ excludedCount: 0, calculationHash: before.calculationHash });
  expect((await expectSound(runId)).inTable.items).toEqual(first.inTable.items);
  await cancel(office.admin, runId);
});

test('after a change of the roster nothing of the calculation before is left', async () => {
  const { runId } = await waitingRun();
  const { employees: before } = (await expectSound(runId)).inTable;
  const leaver = samples[3] as SampleEmployee;
  const row = await record(office.admin, { ...leaver.employee, terminationDate: '2026-10-31' });
  const joiner = { ...leaver.employee, externalId: 'J1', givenName: 'Joined' };
  const joined = await record(office.admin, joiner);
  expect(joined).toMatchObject({ outcome: 'CREATED' });

  await change(recalculate(runId));
  const { employees: after } = (await expectSound(runId)).inTable;
  expect(before.has(String(row.employeeId))).toBe(true);
  expect(after.has(String(row.employeeId))).toBe(false);
  expect(after.has(String(joined.employeeId))).toBe(true);
  const ofRun = (await dumpTable(office.aws)).filter(({ pk }) => pk.includes(runId));
  expect(ofRun.filter(({ sk }) => sk.startsWith('SEGMENT#'))).toHaveLength(2);
  expect(ofRun.filter(({ sk }) => sk.startsWith('ITEM#'))).toHaveLength(after.size);
  await cancel(office.admin, runId);
});

test('a change that is sent twice is made once, also when it died half way', async () => {
  const { runId } = await waitingRun();
  const key = newKey();
  office.faults.order('LAMBDA_AFTER', 'ChangePayrollRun', 'CRASH');
  await expect(recalculate(runId, key)).rejects.toThrow();
  const again = await recalculate(runId, key);
  expect(again).toMatchObject({ replayed: true, userErrors: [] });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  expect(await recalculate(runId, key)).toMatchObject({ replayed: true, run: { status: 'AWAITING_APPROVAL' } });
  const { run, inTable } = await expectSound(runId);
  expect(run.calculation).toBe(2);
  expect(inTable.events.map(({ status }) => status)).toEqual([
    ...['QUEUED', 'PREPARING', 'CALCULATING', 'AWAITING_APPROVAL'],
    ...['PREPARING', 'CALCULATING', 'AWAITING_APPROVAL'],
  ]);
  await cancel(office.admin, runId);
});

test.each([
  ['the inputs are frozen anew', 'PreparePayrollRun'],
  ['a segment is calculated anew', 'CalculateSegment'],
  ['the sums are proven anew', 'ReconcilePayrollRun'],
  ['the approval is asked for anew', 'RequestApproval'],
])('a worker that dies after %s changes nothing', async (_name, worker) => {
  const { runId, calculationHash } = await waitingRun();
  const before = await expectSound(runId);
  office.faults.order('LAMBDA_AFTER', worker, 'CRASH');
  const { happened } = office.faults;
  expect(await change(recalculate(runId))).toMatchObject({ calculation: 2, calculationHash });
  expect(office.faults.happened).toBe(happened + 1);
  const after = await expectSound(runId);
  expect(after.inTable.items).toEqual(before.inTable.items);
  await cancel(office.admin, runId);
});

test.each<[string, (runId: string) => Promise<RunAnswer>, string]>([
  ['somebody who is not in the run', (runId) => retry(runId, ['emp_00000999ffffffff']), 'EMPLOYEE_NOT_FOUND'],
  ['nobody', (runId) => exclude(runId, []), 'INVALID_INPUT'],
  ['a run that is not there', () => recalculate('run_2026110900000000000000000000'), 'RUN_NOT_FOUND'],
])('a change for %s is refused', async (_name, act, code) => {
  const { runId, version } = await waitingRun();
  expect(await act(runId)).toMatchObject({ run: null, userErrors: [{ code }] });
  expect((await readRun(office.admin, runId)).version).toBe(version);
  await cancel(office.admin, runId);
  expect(await recalculate(runId)).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
});

test('a retry of one employee does not hide that another one was edited', async () => {
  const { runId } = await waitingRun();
  const { payrollRunItems } = await office.admin.execute(PayrollRunItemsDocument, { runId, first: 3 });
  const [retried] = payrollRunItems?.nodes ?? [];
  const other = samples[5] as SampleEmployee;
  await record(office.admin, { ...other.employee, familyName: 'Renamed' });
  await change(retry(runId, [String(retried?.employeeId)]));
  expect(await approveAs(office.approver, runId)).toMatchObject({ userErrors: [{ code: 'STALE_CALCULATION' }] });

  await change(recalculate(runId));
  expect(await approveAs(office.approver, runId)).toMatchObject({ userErrors: [], run: { status: 'APPROVED' } });
});
