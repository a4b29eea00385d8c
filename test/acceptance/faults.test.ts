import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Fault, FaultPoint } from 'cdk-local-engine';
import { RejectPayrollRunDocument, StartPayrollRunDocument } from '../../clients/generated/operations/graphql.ts';
import { watchRun } from '../../clients/sdk/watchRun.ts';
import { executionStatus } from './executionStatus.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { cancel, openPayrollOffice, type PayrollOffice, readRun, startInput, startRun } from './payrollOffice.ts';
import { readRunInTable, type RunInTable, shownTotals } from './payrollTable.ts';

/* Whatever dies, comes twice or gets lost on the way: the same payslips, to the byte, and everybody once. */

/** Two segments. */
const EMPLOYEES = 110;
const ALWAYS = Infinity;

const faults = new OrderedFaults();
let office: PayrollOffice;
/** The run that nothing happened to. */
let undisturbed: RunInTable;
let undisturbedHash: string | null;
let sequence = 1;

beforeAll(async () => {
  // Small pauses between retries: a tenth of what the workflow asks for.
  office = await openPayrollOffice({ employees: EMPLOYEES, faults, random: () => 0.1 });
  const runId = await startRun(office.admin, { sequence });
  await watchRun(office.admin, runId);
  undisturbed = await readRunInTable(office.aws, runId);
  undisturbedHash = (await readRun(office.admin, runId)).calculationHash;
  expect(undisturbed.employees.size).toBe(EMPLOYEES);
  await cancel(office.admin, runId);
});
afterAll(() => office.close());
beforeEach(() => {
  faults.clear();
  sequence += 1;
});

/** Watches a run to its approval and compares it with the one that nothing happened to. */
async function expectTheSameRun(runId: string) {
  const view = await watchRun(office.admin, runId);
  const run = await readRun(office.admin, runId);
  const inTable = await readRunInTable(office.aws, runId);
  expect(inTable.totals).toEqual(undisturbed.totals);
  expect(inTable.items).toEqual(undisturbed.items);
  expect(run.calculationHash).toBe(undisturbedHash);
  expect(shownTotals(run)).toEqual(inTable.totals);
  const { status, version, employeeCount, calculatedCount, failedCount, sequence: closed } = view;
  expect({ status, version }).toEqual({ status: run.status, version: run.version });
  expect({ employeeCount, calculatedCount, failedCount, closed }).toEqual({
    employeeCount: EMPLOYEES,
    calculatedCount: inTable.totals.calculatedCount,
    failedCount: inTable.totals.failedCount,
    closed: 2,
  });
  return { view, inTable };
}

/** Decides a run, so that its workflow ends and the next sequence of the period may start. */
async function expectRejected(runId: string): Promise<void> {
  const input = { idempotencyKey: `reject ${runId}`, runId, reason: 'Another one follows.' };
  const { rejectPayrollRun } = await office.approver.execute(RejectPayrollRunDocument, { input });
  expect(rejectPayrollRun).toMatchObject({ run: { status: 'REJECTED' }, userErrors: [] });
  await expect.poll(() => executionStatus(office.aws, runId)).toBe('SUCCEEDED');
  const { events } = await readRunInTable(office.aws, runId);
  const history = events.map(({ status }) => status);
  expect(history).toEqual(['QUEUED', 'PREPARING', 'CALCULATING', 'AWAITING_APPROVAL', 'REJECTED']);
}

describe.each(['PreparePayrollRun', 'CalculateSegment', 'ReconcilePayrollRun', 'RequestApproval'])('%s', (worker) => {
  test.each<[string, FaultPoint]>([
    ['before it begins', 'LAMBDA_BEFORE'],
    ['after its work, before it could answer', 'LAMBDA_AFTER'],
  ])('may die %s', async (_when, point) => {
    faults.order(point, worker, 'CRASH');
    const runId = await startRun(office.admin, { sequence });
    const { view, inTable } = await expectTheSameRun(runId);
    expect(faults.happened).toBe(1);
    expect(view.employees).toEqual(inTable.employees);
    await expectRejected(runId);
  });
});

test.each<[string, FaultPoint, string, Fault, number]>([
  ['the message that starts it comes twice', 'SQS_DELIVERY', 'StartQueue', 'DUPLICATE', 1],
  ['every event comes twice', 'EVENT_DELIVERY', '', 'DUPLICATE', ALWAYS],
  ['the first event comes late', 'EVENT_DELIVERY', '', 'DELAY', 1],
  ['two events arrive, and are taken for lost', 'EVENT_DELIVERY', '', 'CRASH', 2],
  ['every message reaches the subscriber twice', 'SUBSCRIPTION_DELIVERY', '', 'DUPLICATE', ALWAYS],
  ['the connection breaks at a message', 'SUBSCRIPTION_DELIVERY', 'onRunStatusChanged', 'CRASH', 1],
])('%s, and nothing changes', async (_name, point, target, fault, times) => {
  faults.order(point, target, fault, times);
  const runId = await startRun(office.admin, { sequence });
  const { view, inTable } = await expectTheSameRun(runId);
  expect(faults.happened).toBeGreaterThan(0);
  // A broken connection may have lost some; whoever is told of is told right.
  for (const [employeeId, outcome] of view.employees) expect(inTable.employees.get(employeeId)).toBe(outcome);
  if (fault !== 'CRASH') expect(view.employees).toEqual(inTable.employees);
  faults.clear();
  await expectRejected(runId);
});

test('every event is lost: whoever watches reads the counts instead', async () => {
  faults.order('EVENT_DELIVERY', '', 'DROP', ALWAYS);
  const runId = await startRun(office.admin, { sequence });
  const { view } = await expectTheSameRun(runId);
  expect(view.employees.size).toBe(0);
  faults.clear();
  await expectRejected(runId);
});

describe('a mutation whose function dies shows an error, and its retry with the same key gets', () => {
  test('the start that has not happened, made now', async () => {
    faults.order('LAMBDA_BEFORE', 'StartPayrollRun', 'CRASH');
    await expect(startRun(office.admin, { sequence })).rejects.toMatchObject({ name: 'PayrollClientError' });
    const { startPayrollRun } = await office.admin.execute(StartPayrollRunDocument, {
      input: startInput({ sequence }),
    });
    expect(startPayrollRun).toMatchObject({ replayed: false, userErrors: [] });
    const runId = startPayrollRun?.run?.runId ?? '';
    await expectTheSameRun(runId);
    await expectRejected(runId);
  });

  test('the start that did happen', async () => {
    faults.order('LAMBDA_AFTER', 'StartPayrollRun', 'CRASH');
    await expect(startRun(office.admin, { sequence })).rejects.toMatchObject({ name: 'PayrollClientError' });
    const { startPayrollRun } = await office.admin.execute(StartPayrollRunDocument, {
      input: startInput({ sequence }),
    });
    expect(startPayrollRun).toMatchObject({ replayed: true, userErrors: [] });
    const runId = startPayrollRun?.run?.runId ?? '';
    await expectTheSameRun(runId);
    await expectRejected(runId);
  });

  test.each<[string, FaultPoint, boolean]>([
    ['the decision that has not happened, made now', 'LAMBDA_BEFORE', false],
    ['the decision that did happen', 'LAMBDA_AFTER', true],
  ])('%s', async (_name, point, replayed) => {
    const runId = await startRun(office.admin, { sequence });
    await expectTheSameRun(runId);
    faults.order(point, 'DecidePayrollRun', 'CRASH');
    const input = { idempotencyKey: `reject ${runId}`, runId, reason: 'Another one follows.' };
    const lost = office.approver.execute(RejectPayrollRunDocument, { input });
    await expect(lost).rejects.toMatchObject({ name: 'PayrollClientError' });
    const { rejectPayrollRun } = await office.approver.execute(RejectPayrollRunDocument, { input });
    expect(rejectPayrollRun).toMatchObject({ run: { status: 'REJECTED' }, replayed, userErrors: [] });
    await expectRejected(runId);
  });
});
