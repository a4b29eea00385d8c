import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  CancelPayrollRunDocument,
  PayrollRunByKeyDocument,
  PayrollRunItemsDocument,
  StartPayrollRunDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { StartPayrollRunInput } from '../../clients/generated/schema.ts';
import { SAMPLE_PERIOD_START_DATE, sampleEmployees } from '../../demo/sampleEmployees.ts';
import { approveAs, type ClockedOffice, enter, openClockedOffice } from './clockedOffice.ts';
import { executionStatus } from './executionStatus.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { addUser, readRun, startInput } from './payrollOffice.ts';

/* Who is in a run, and which runs a period may have beside each other. */

const EMPLOYEES = 8;
const samples = [...sampleEmployees(EMPLOYEES)];

let office: ClockedOffice;
/** The employees' ids, in the order of the sample. */
let ids: string[];

beforeAll(async () => {
  office = await openClockedOffice(EMPLOYEES);
  const rows = await Promise.all(samples.map((_, index) => noInput(index)));
  ids = rows.map(({ employeeId }) => String(employeeId));
});
afterAll(() => office.close());

/** What is entered for an employee already, once more: answers who it is. */
const noInput = (index: number) => {
  const { employee, payInputs } = samples[index] as (typeof samples)[number];
  return enter(office.admin, { ...payInputs, externalId: employee.externalId });
};

const start = async (input: Partial<StartPayrollRunInput>, client = office.admin) => {
  const { startPayrollRun } = await client.execute(StartPayrollRunDocument, {
    input: startInput({ idempotencyKey: crypto.randomUUID(), ...input }),
  });
  if (!startPayrollRun) throw new Error('the start has no answer');
  return startPayrollRun;
};

const cancel = async (runId: string) => {
  const input = { idempotencyKey: crypto.randomUUID(), runId, reason: 'Another one follows.' };
  return (await office.admin.execute(CancelPayrollRunDocument, { input })).cancelPayrollRun;
};

/** Starts a run and answers it once it waits. */
const waiting = async (input: Partial<StartPayrollRunInput>) => {
  const { run, userErrors } = await start(input);
  expect(userErrors).toEqual([]);
  return office.runIs(String(run?.runId), 'AWAITING_APPROVAL');
};

const paid = async (runId: string) => {
  expect(await approveAs(office.approver, runId)).toMatchObject({ userErrors: [] });
  return office.runIs(runId, 'PAID', 'PARTIALLY_PAID');
};

const whoIsIn = async (runId: string) => {
  const { payrollRunItems } = await office.admin.execute(PayrollRunItemsDocument, { runId, first: 100 });
  return (payrollRunItems?.nodes ?? []).map(({ employeeId }) => employeeId);
};

const netOf = async (runId: string) => Number((await readRun(office.admin, runId)).controlTotals?.netPay.amount);

describe('a draft', () => {
  const draft = { periodStartDate: '2026-10-12', asDraft: true };

  test('waits until the same call starts it, and who starts it is its starter', async () => {
    const { run } = await start(draft);
    expect(run).toMatchObject({ status: 'DRAFT', startedBy: expect.any(String) as string, calculation: null });
    const runId = String(run?.runId);
    expect(await start(draft)).toMatchObject({ run: { runId, status: 'DRAFT' }, replayed: true });
    expect(await approveAs(office.approver, runId)).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });

    const other = office.clientOf(
      await addUser(office.aws, { username: 'other@sample.example', groups: ['PayrollAdmin', 'PayrollApprover'] }),
    );
    const started = await start({ ...draft, asDraft: false }, other);
    expect(started).toMatchObject({ run: { runId, status: 'QUEUED' }, replayed: false, userErrors: [] });
    expect(started.run?.startedBy).not.toBe(run?.startedBy);
    expect(await start({ ...draft, asDraft: false })).toMatchObject({ run: { runId }, replayed: true });
    await office.runIs(runId, 'AWAITING_APPROVAL');
    expect(await approveAs(other, runId)).toMatchObject({ userErrors: [{ code: 'SELF_APPROVAL_NOT_ALLOWED' }] });
    await cancel(runId);
    other.close();
  });

  test('is cancelled without ever having had a workflow', async () => {
    const { run } = await start({ ...draft, sequence: 2 });
    const runId = String(run?.runId);
    expect(await cancel(runId)).toMatchObject({ run: { status: 'CANCELLED' } });
    await expect(executionStatus(office.aws, runId)).rejects.toThrow('Execution Does Not Exist');
    expect(await start({ ...draft, sequence: 2, asDraft: false })).toMatchObject({
      run: { status: 'CANCELLED' },
      replayed: true,
    });
  });
});

test('a run is found by what it is', async () => {
  const { run } = await start({ periodStartDate: '2026-09-28' });
  const key = { payGroupId: String(run?.payGroupId), periodStartDate: '2026-09-28' };
  const { payrollRunByKey } = await office.admin.execute(PayrollRunByKeyDocument, key);
  expect(payrollRunByKey).toMatchObject({ runId: run?.runId });
  const bonus = await office.admin.execute(PayrollRunByKeyDocument, { ...key, type: 'BONUS' });
  expect(bonus.payrollRunByKey).toBeNull();
  await cancel(String(run?.runId));
});

test('an off-cycle run pays those who have an earning for it, and no bonus run pays the same earnings', async () => {
  const { employee, payInputs } = samples[2] as (typeof samples)[number];
  const earnings = [
    ...(payInputs?.earnings ?? []),
    { type: 'BONUS', amount: '500', offCycleSequence: 1 } as const,
    { type: 'BONUS', amount: '900', offCycleSequence: 2 } as const,
  ];
  await enter(office.admin, { ...payInputs, externalId: employee.externalId, earnings });
  const { runId } = await waiting({ type: 'OFF_CYCLE' });
  expect(await whoIsIn(runId)).toEqual([ids[2]]);
  expect(await start({ type: 'BONUS' })).toMatchObject({
    run: null,
    userErrors: [{ code: 'INVALID_STATE', message: expect.stringContaining(runId) as string }],
  });
  await cancel(runId);
  const bonus = await waiting({ type: 'BONUS', payDate: '2026-12-04' });
  expect(bonus.period.payDate).toBe('2026-12-04');
  expect(bonus.controlTotals?.grossPay.amount).toBe('500.00');
  await paid(bonus.runId);

  const nobody = await start({ type: 'OFF_CYCLE', sequence: 3 });
  const failed = await office.runIs(String(nobody.run?.runId), 'FAILED');
  expect(failed.statusReason).toContain('enter earnings for this sequence');
});

describe('a last pay', () => {
  test('pays what was entered for the period, and the regular run leaves the employee out', async () => {
    const termination = await waiting({ type: 'TERMINATION', employeeIds: [String(ids[0])] });
    expect(await whoIsIn(termination.runId)).toEqual([ids[0]]);
    expect(await netOf(termination.runId)).toBeGreaterThan(0);
    const regular = await waiting({});
    expect(await whoIsIn(regular.runId)).toContain(ids[0]);
    await paid(termination.runId);
    // The regular run froze its inputs before, and would pay the employee once more.
    expect(await approveAs(office.approver, regular.runId)).toMatchObject({
      userErrors: [{ code: 'STALE_CALCULATION', message: expect.stringContaining('who else is paid') as string }],
    });
    await cancel(regular.runId);
    const next = await waiting({ sequence: 2 });
    expect(await whoIsIn(next.runId)).toEqual(ids.slice(1));
    await cancel(next.runId);
  });

  test('comes before the regular run is approved, or not at all', async () => {
    const waitingToo = await waiting({ type: 'TERMINATION', sequence: 2, employeeIds: [String(ids[1])] });
    const regular = await waiting({ sequence: 3 });
    await paid(regular.runId);
    expect(await approveAs(office.approver, waitingToo.runId)).toMatchObject({
      userErrors: [{ code: expect.stringMatching(/STALE_CALCULATION|PERIOD_CLOSED/) as string }],
    });
    await cancel(waitingToo.runId);
    expect(await start({ type: 'TERMINATION', sequence: 3, employeeIds: [String(ids[1])] })).toMatchObject({
      run: null,
      userErrors: [{ code: 'PERIOD_CLOSED', message: expect.stringContaining(regular.runId) as string }],
    });
  });
});

test('a run that failed after it was approved makes no room for the next one, before it is cancelled', async () => {
  const period = { periodStartDate: '2026-08-31' };
  const { runId } = await waiting(period);
  const held = office.faults.hold('PayPayrollRun');
  await approveAs(office.approver, runId);
  await office.runIs(runId, 'FAILED');
  held.letGo();
  expect(await start({ ...period, sequence: 2 })).toMatchObject({
    run: null,
    userErrors: [{ code: 'INVALID_STATE', message: expect.stringContaining('APPROVED before') as string }],
  });
  expect(await cancel(runId)).toMatchObject({ run: { status: 'CANCELLED' }, userErrors: [] });
  const next = await waiting({ ...period, sequence: 2 });
  await cancel(next.runId);
  await passTimeUntil(
    office.aws,
    office.clock,
    async () => (await executionStatus(office.aws, next.runId)) !== 'RUNNING',
  );
});

test.each<[string, Partial<StartPayrollRunInput>, string, string]>([
  ['a regular run of some', { employeeIds: ['emp_1'] }, 'INVALID_INPUT', 'employeeIds'],
  ['a regular run on another day', { payDate: '2026-12-04' }, 'INVALID_INPUT', 'payDate'],
  ['a pay date on a Sunday', { type: 'OFF_CYCLE', sequence: 9, payDate: '2026-12-06' }, 'INVALID_INPUT', 'payDate'],
  ['a pay date of another year', { type: 'OFF_CYCLE', sequence: 9, payDate: '2027-01-04' }, 'INVALID_INPUT', 'payDate'],
  ['a last pay of nobody', { type: 'TERMINATION', sequence: 9 }, 'INVALID_INPUT', 'employeeIds'],
  ['a correction of nothing', { type: 'CORRECTION', sequence: 9 }, 'INVALID_INPUT', 'employeeIds'],
  [
    'a correction of no run',
    { type: 'CORRECTION', sequence: 9, correctsRunId: 'run_1' },
    'RUN_NOT_FOUND',
    'correctsRunId',
  ],
  ['a bonus that corrects', { type: 'BONUS', sequence: 9, correctsRunId: 'run_1' }, 'INVALID_INPUT', 'correctsRunId'],
  ['a reversal', { type: 'REVERSAL' }, 'INVALID_INPUT', 'type'],
  [
    'nobody known',
    { type: 'BONUS', sequence: 9, employeeIds: ['emp_00000999ffffffff'] },
    'EMPLOYEE_NOT_FOUND',
    'employeeIds',
  ],
  [
    'a last pay out of turn',
    { type: 'TERMINATION', sequence: 9, employeeIds: ['?'], periodStartDate: '2026-08-03' },
    'INVALID_STATE',
    'sequence',
  ],
])('%s is not started', async (_name, input, code, field) => {
  const employeeIds = input.employeeIds?.map((id) => (id === '?' ? String(ids[0]) : id));
  expect(await start({ ...input, ...(employeeIds ? { employeeIds } : {}) })).toMatchObject({
    run: null,
    userErrors: [{ code, field: [field] }],
  });
});

test('a run is not started again as another one', async () => {
  const key = { type: 'BONUS' as const, sequence: 5, employeeIds: [String(ids[3])] };
  const { runId } = await waiting(key);
  expect(await start({ ...key, employeeIds: [String(ids[4])] })).toMatchObject({
    run: null,
    userErrors: [{ code: 'INVALID_INPUT', field: ['employeeIds'], message: expect.stringContaining(runId) as string }],
  });
  expect(await start(key)).toMatchObject({ run: { runId }, replayed: true });
  expect((await readRun(office.admin, runId)).period.startDate).toBe(SAMPLE_PERIOD_START_DATE);
  await cancel(runId);
});
