import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { VirtualClock } from 'cdk-local-engine';
import {
  CancelPayrollRunDocument,
  CompleteRunHookDocument,
  DeleteHookDocument,
  EmployeesDocument,
  ExcludePayrollRunItemsDocument,
  HookCallsDocument,
  MarkPaymentReturnedDocument,
  PayrollRunEventsDocument,
  RecalculatePayrollRunDocument,
  RedrivePayrollRunDocument,
  RejectPayrollRunDocument,
  RetryPaymentDocument,
  RetryPayrollRunItemsDocument,
  UpsertHookDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { PayrollRunStatus, StartPayrollRunInput } from '../../clients/generated/schema.ts';
import { handInReturns } from '../../demo/sampleBank.ts';
import { SAMPLE_COMPANY_ID } from '../../demo/sampleUsers.ts';
import { NEXT_STATUSES } from '../../payroll/runStatus.ts';
import { hashOfEvent, type RunEventRecord } from '../../table/payrollRun.ts';
import { approveAs, clocked, type ClockedOffice, type RunAnswer } from './clockedOffice.ts';
import { invokeWorker } from './invokeWorker.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { accountOf, openPayingOffice, readPayments, recordDeposits } from './payingOffice.ts';
import { startRun } from './payrollOffice.ts';
import { voidRun } from './postingOffice.ts';

/* Every way from one status to another is gone by a run, through the API, and each step leaves one event in the chain. */

const EMPLOYEES = 4;

/** More often than any step of the workflow is tried. */
const ALWAYS = 20;

let office: ClockedOffice;
let employeeIds: string[];
let sequence = 0;
/** The history of each run that a story told. */
const histories = new Map<string, RunEventRecord[]>();

beforeAll(async () => {
  const clock = new VirtualClock(Date.parse('2026-11-23T15:00:00Z'));
  const faults = new OrderedFaults();
  const opened = await openPayingOffice({ employees: EMPLOYEES, clock, faults, directDeposits, random: () => 0.1 });
  office = clocked(opened, clock, faults);
  const { employees } = await office.admin.execute(EmployeesDocument, {});
  employeeIds = employees?.nodes.map(({ employeeId }) => employeeId) ?? [];
});
afterAll(() => office.close());

/** The bank knows no account of the second employee. */
const directDeposits = (number: number) =>
  number === 2 ? [{ ...accountOf(2), accountNumber: 'R0312345' }] : [accountOf(number)];

/** Starts an off-cycle run of two employees, to whom nothing is owed by it. */
const start = (input: Partial<StartPayrollRunInput> = {}): Promise<string> => {
  const next = { type: 'OFF_CYCLE', sequence: ++sequence, employeeIds: employeeIds.slice(0, 2) } as const;
  return startRun(office.admin, { ...next, ...input });
};

const COMMANDS = {
  approve: (runId: string) => approveAs(office.approver, runId),
  cancel: async (runId: string) =>
    (await office.admin.execute(CancelPayrollRunDocument, { input: { ...because(), runId } })).cancelPayrollRun,
  reject: async (runId: string) =>
    (await office.approver.execute(RejectPayrollRunDocument, { input: { ...because(), runId } })).rejectPayrollRun,
  recalculate: async (runId: string) => {
    const input = { ...because(), runId };
    return (await office.admin.execute(RecalculatePayrollRunDocument, { input })).recalculatePayrollRun;
  },
  exclude: async (runId: string, ids = employeeIds.slice(0, 2)) => {
    const input = { ...because(), runId, employeeIds: ids };
    return (await office.admin.execute(ExcludePayrollRunItemsDocument, { input })).excludePayrollRunItems;
  },
  retry: async (runId: string, ids = employeeIds.slice(0, 1)) => {
    const input = { ...key(), runId, employeeIds: ids };
    return (await office.admin.execute(RetryPayrollRunItemsDocument, { input })).retryPayrollRunItems;
  },
  redrive: async (runId: string) =>
    (await office.admin.execute(RedrivePayrollRunDocument, { input: { ...key(), runId } })).redrivePayrollRun,
} satisfies Record<string, (runId: string) => Promise<RunAnswer | null | undefined>>;

const key = () => ({ idempotencyKey: crypto.randomUUID() });
const because = () => ({ ...key(), reason: 'Somebody decided so.' });

/** Gives a command that must do what it is asked, and lets time pass until the run has the status that it leads to. */
async function go(runId: string, command: keyof typeof COMMANDS, status: PayrollRunStatus): Promise<void> {
  const answer = await COMMANDS[command](runId);
  expect(answer?.userErrors, `${command} of ${runId}`).toEqual([]);
  await office.runIs(runId, status);
}

/** Kills a worker until the workflow of the run that `begin` sets going gives up. */
async function failAt(worker: string, begin: () => Promise<string>): Promise<string> {
  office.faults.order('LAMBDA_BEFORE', worker, 'CRASH', ALWAYS);
  const runId = await begin();
  await office.runIs(runId, 'FAILED');
  office.faults.clear();
  return runId;
}

/** Does something with the workflow of a run, as an operator of the account would. */
function operate(operation: 'StopExecution' | 'DescribeExecution', runId: string): Promise<unknown> {
  const { cloud, operator, template } = office.aws;
  const machine = String(template.outputs['StateMachineArn']);
  const executionArn = `${machine.replace(':stateMachine:', ':execution:')}:${runId}`;
  return cloud.call('AWSStepFunctions', operation, { executionArn }, operator);
}

async function stop(runId: string): Promise<void> {
  await operate('StopExecution', runId);
  await office.runIs(runId, 'FAILED');
}

/** Reads the history of a run and answers its statuses; what was only noted stands in it once more. */
async function statusesOf(runId: string): Promise<string[]> {
  const { payrollRunEvents } = await office.admin.execute(PayrollRunEventsDocument, { runId });
  const events = (payrollRunEvents ?? []).map(({ reason, ...event }) => ({
    ...{ companyId: SAMPLE_COMPANY_ID, runId, ...event },
    ...(reason === null ? {} : { reason }),
  }));
  histories.set(runId, events);
  return events.map(({ status }) => status);
}

describe('a run ends without paying anybody', () => {
  test('as a draft', async () => {
    const runId = await start({ asDraft: true });
    await go(runId, 'cancel', 'CANCELLED');
    expect(await statusesOf(runId)).toEqual(['DRAFT', 'CANCELLED']);
  });

  test('in the queue, where a draft came by being started', async () => {
    const draft = { ...key(), type: 'OFF_CYCLE', sequence: ++sequence, employeeIds: employeeIds.slice(0, 2) } as const;
    const runId = await startRun(office.admin, { ...draft, asDraft: true });
    const held = office.faults.hold('PreparePayrollRun');
    await startRun(office.admin, { ...draft, ...key() });
    await go(runId, 'cancel', 'CANCELLED');
    held.letGo();
    expect(await statusesOf(runId)).toEqual(['DRAFT', 'QUEUED', 'CANCELLED']);
  });

  test('while it is prepared once more', async () => {
    const runId = await start();
    await office.runIs(runId, 'AWAITING_APPROVAL');
    const held = office.faults.hold('PreparePayrollRun');
    await go(runId, 'recalculate', 'PREPARING');
    await go(runId, 'cancel', 'CANCELLED');
    held.letGo();
    expect((await statusesOf(runId)).slice(3)).toEqual(['AWAITING_APPROVAL', 'PREPARING', 'CANCELLED']);
  });

  test('while it is calculated', async () => {
    const held = office.faults.hold('CalculateSegment');
    const runId = await start();
    await office.runIs(runId, 'CALCULATING');
    await go(runId, 'cancel', 'CANCELLED');
    held.letGo();
    expect(await statusesOf(runId)).toEqual(['QUEUED', 'PREPARING', 'CALCULATING', 'CANCELLED']);
  });

  test.each(['cancel', 'reject'] as const)('by a decision: %s', async (decision) => {
    const runId = await start();
    await office.runIs(runId, 'AWAITING_APPROVAL');
    const end = decision === 'cancel' ? 'CANCELLED' : 'REJECTED';
    await go(runId, decision, end);
    expect((await statusesOf(runId)).slice(3)).toEqual(['AWAITING_APPROVAL', end]);
  });

  test('because nobody is in it', async () => {
    const runId = await startRun(office.admin, { type: 'BONUS', sequence: ++sequence });
    await office.runIs(runId, 'FAILED');
    expect(await statusesOf(runId)).toEqual(['QUEUED', 'PREPARING', 'FAILED']);
    expect(await COMMANDS.redrive(runId)).toMatchObject({ userErrors: [{ code: 'INVALID_STATE' }] });
    await go(runId, 'cancel', 'CANCELLED');
    expect((await statusesOf(runId)).slice(2)).toEqual(['FAILED', 'CANCELLED']);
  });

  test.each(['cancel', 'reject'] as const)('while everybody is left out of it: %s', async (decision) => {
    const runId = await start();
    await office.runIs(runId, 'AWAITING_APPROVAL');
    await go(runId, 'exclude', 'BLOCKED');
    expect(await COMMANDS.approve(runId)).toMatchObject({ userErrors: [{ code: 'REQUIREMENT_NOT_MET' }] });
    // Somebody is taken in again, and is paid unless all are left out once more.
    await go(runId, 'retry', 'AWAITING_APPROVAL');
    await go(runId, 'exclude', 'BLOCKED');
    await stop(runId);
    await go(runId, 'redrive', 'BLOCKED');
    const end = decision === 'cancel' ? 'CANCELLED' : 'REJECTED';
    await go(runId, decision, end);
    const toBlocked = ['PREPARING', 'CALCULATING', 'BLOCKED'];
    expect((await statusesOf(runId)).slice(4)).toEqual([
      ...[...toBlocked, 'PREPARING', 'CALCULATING', 'AWAITING_APPROVAL', ...toBlocked],
      ...['FAILED', 'BLOCKED', end],
    ]);
  });

  test('approved, while a hook holds it before it is paid', async () => {
    const hook = { hookId: 'treasury', point: 'BEFORE_PAY', isBlocking: true, timeoutSeconds: 600 } as const;
    await office.admin.execute(UpsertHookDocument, { input: { ...key(), ...hook } });
    const runId = await start();
    await office.runIs(runId, 'AWAITING_APPROVAL');
    await go(runId, 'approve', 'APPROVED');
    await passTimeUntil(office.aws, office.clock, async () => {
      const { hookCalls } = await office.admin.execute(HookCallsDocument, { runId });
      return hookCalls?.[0]?.status === 'WAITING';
    });
    await go(runId, 'cancel', 'CANCELLED');
    expect((await statusesOf(runId)).slice(4)).toEqual(['APPROVED', 'CANCELLED']);
    // What the hook answers now moves nothing.
    const input = { ...key(), runId, hookId: hook.hookId, outcome: 'CONTINUE' } as const;
    await office.admin.execute(CompleteRunHookDocument, { input });
    await office.admin.execute(DeleteHookDocument, { input: { ...key(), hookId: hook.hookId } });
    expect((await statusesOf(runId)).slice(4)).toEqual(['APPROVED', 'CANCELLED', 'CANCELLED']);
  });
});

test('a run that fails at every step is redriven from every step, and paid', async () => {
  const runId = await failAt('PreparePayrollRun', start);
  const after = (command: keyof typeof COMMANDS) => async () => {
    expect(await COMMANDS[command](runId)).toMatchObject({ userErrors: [] });
    return runId;
  };
  await failAt('CalculateSegment', after('redrive'));
  await go(runId, 'redrive', 'AWAITING_APPROVAL');
  await failAt('PreparePayrollRun', after('recalculate'));
  await go(runId, 'redrive', 'AWAITING_APPROVAL');
  await stop(runId);
  await go(runId, 'redrive', 'AWAITING_APPROVAL');
  await failAt('PayPayrollRun', after('approve'));
  await failAt('FinishPayrollRun', after('redrive'));
  await go(runId, 'redrive', 'PAID');
  expect(await statusesOf(runId)).toEqual([
    ...['QUEUED', 'FAILED', 'QUEUED', 'PREPARING', 'CALCULATING', 'FAILED', 'CALCULATING', 'AWAITING_APPROVAL'],
    ...['PREPARING', 'FAILED', 'PREPARING', 'CALCULATING', 'AWAITING_APPROVAL', 'FAILED', 'AWAITING_APPROVAL'],
    ...['APPROVED', 'FAILED', 'APPROVED', 'PAYING', 'FAILED', 'PAYING', 'PAID'],
  ]);
});

test('two redrives at the same time are one, and news of the failure that comes late fails nothing again', async () => {
  const runId = await start();
  await office.runIs(runId, 'AWAITING_APPROVAL');
  await stop(runId);
  const { stopDate } = (await operate('DescribeExecution', runId)) as { stopDate: number };
  const answers = await Promise.all([COMMANDS.redrive(runId), COMMANDS.redrive(runId)]);
  expect(answers.filter((answer) => answer?.replayed === false && answer.userErrors.length === 0)).toHaveLength(1);
  expect(await operate('DescribeExecution', runId)).toMatchObject({ redriveCount: 1 });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  const input = JSON.stringify({ companyId: SAMPLE_COMPANY_ID, runId });
  const detail = { status: 'ABORTED', input, stopDate: Math.round(stopDate * 1000) };
  await invokeWorker(office.aws, 'FailPayrollRun', { detail });
  await go(runId, 'reject', 'REJECTED');
  expect((await statusesOf(runId)).slice(3)).toEqual([
    ...['AWAITING_APPROVAL', 'FAILED', 'AWAITING_APPROVAL', 'REJECTED'],
  ]);
});

test('a run is paid but for one payment, whole, and taken back in two parts', async () => {
  const runId = await startRun(office.admin);
  await office.runIs(runId, 'AWAITING_APPROVAL');
  // The bank is fast: its return comes before the run is at its end.
  office.faults.order('LAMBDA_BEFORE', 'FinishPayrollRun', 'CRASH');
  await COMMANDS.approve(runId);
  await passTimeUntil(office.aws, office.clock, () => Promise.resolve(office.faults.happened > 0));
  await handInReturns(office.aws, office.admin);
  await office.runIs(runId, 'PARTIALLY_PAID');
  office.faults.clear();
  const payment = (await readPayments(office.admin, runId)).find(({ status }) => status === 'RETURNED');
  const paymentId = payment?.paymentId ?? '';
  await recordDeposits(office.admin, EMPLOYEES, (number) => [accountOf(number)], 'another account');
  await office.approver.execute(RetryPaymentDocument, { input: { ...key(), paymentId } });
  await office.runIs(runId, 'PAID');
  await office.admin.execute(MarkPaymentReturnedDocument, { input: { ...key(), paymentId, returnCode: 'R16' } });
  await office.runIs(runId, 'PARTIALLY_PAID');
  await office.approver.execute(RetryPaymentDocument, { input: { ...key(), paymentId } });
  await office.runIs(runId, 'PAID');
  const part = await voidRun(office.approver, { runId, employeeIds: employeeIds.slice(0, 1) });
  await office.runIs(runId, 'PARTIALLY_PAID');
  const rest = await voidRun(office.approver, { runId });
  await office.runIs(runId, 'VOIDED');
  const statuses = (await statusesOf(runId)).filter((status, index, all) => status !== all[index - 1]);
  expect(statuses.slice(3)).toEqual([
    ...['AWAITING_APPROVAL', 'APPROVED', 'PAYING', 'PARTIALLY_PAID', 'PAID', 'PARTIALLY_PAID', 'PAID'],
    ...['COMPENSATING', 'PARTIALLY_PAID', 'COMPENSATING', 'VOIDED'],
  ]);
  // Nobody is asked about what takes a run back.
  for (const { reversalRun } of [part, rest])
    expect(await statusesOf(reversalRun?.runId ?? '')).toEqual([
      ...['QUEUED', 'PREPARING', 'CALCULATING', 'APPROVED', 'PAYING', 'PAID'],
    ]);
});

describe('of what was told above', () => {
  const TRANSITIONS = Object.entries(NEXT_STATUSES).flatMap(([from, next]) => next.map((to) => [from, to] as const));

  /** Events that follow each other in the history of a run. */
  const steps = () =>
    [...histories.values()].flatMap((events) => events.slice(1).map((event, index) => [events[index], event] as const));

  test.each(TRANSITIONS)('%s led to %s, with one event that names who, when and from where', (from, to) => {
    const taken = steps().filter(([before, event]) => before?.status === from && event.status === to);
    expect(taken).not.toEqual([]);
    for (const [before, event] of taken) {
      expect(event).toMatchObject({ sequence: Number(before?.sequence) + 1, previousHash: before?.hash });
      expect(event.actor).not.toBe('');
      expect(Date.parse(event.at)).toBeGreaterThanOrEqual(Date.parse(before?.at ?? ''));
    }
  });

  test('nothing went where the table does not lead', () => {
    const known = new Set(TRANSITIONS.map(([from, to]) => `${from} ${to}`));
    const moved = steps().filter(([before, event]) => before?.status !== event.status);
    expect(moved.filter(([before, event]) => !known.has(`${before?.status} ${event.status}`))).toEqual([]);
  });

  test('each history is a chain of hashes from its first event', () => {
    for (const events of histories.values()) {
      expect(events[0]).toMatchObject({ sequence: 1, previousHash: '' });
      for (const { hash, ...event } of events) expect(hash).toBe(hashOfEvent(event));
    }
  });

  test('no command moves a run that is at its end', async () => {
    const ended = [...histories].filter(([, events]) => NEXT_STATUSES[events.at(-1)?.status ?? 'DRAFT'].length === 0);
    const byStatus = new Map(ended.map(([runId, events]) => [events.at(-1)?.status, { runId, count: events.length }]));
    expect([...byStatus.keys()].sort()).toEqual(['CANCELLED', 'REJECTED', 'VOIDED']);
    for (const { runId, count } of byStatus.values()) {
      for (const command of Object.values(COMMANDS))
        expect(await command(runId)).toMatchObject({ run: null, userErrors: [{ code: 'INVALID_STATE' }] });
      expect(await statusesOf(runId)).toHaveLength(count);
    }
  });
});
