import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import {
  CompleteRunHookDocument,
  DeleteHookDocument,
  EmployeesDocument,
  HookCallsDocument,
  HooksDocument,
  RedrivePayrollRunDocument,
  UpsertHookDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { HookOutcome, UpsertHookInput } from '../../clients/generated/schema.ts';
import { type ClockedOffice, openClockedOffice } from './clockedOffice.ts';
import { executionStatus } from './executionStatus.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { approve, readRun, startRun } from './payrollOffice.ts';

/* The company's own systems are told, or asked, at points of a run. */

const EMPLOYEES = 5;

let office: ClockedOffice;
let employeeIds: string[];
let sequence = 0;

beforeAll(async () => {
  office = await openClockedOffice(EMPLOYEES);
  const { employees } = await office.admin.execute(EmployeesDocument, {});
  employeeIds = employees?.nodes.map(({ employeeId }) => employeeId) ?? [];
});
afterAll(() => office.close());
afterEach(async () => {
  for (const { hookId } of (await office.admin.execute(HooksDocument, {})).hooks ?? [])
    await office.admin.execute(DeleteHookDocument, { input: { ...key(), hookId } });
});

const key = () => ({ idempotencyKey: crypto.randomUUID() });

async function hook(input: Partial<UpsertHookInput>) {
  const { upsertHook } = await office.admin.execute(UpsertHookDocument, {
    input: { ...key(), hookId: 'hook', point: 'BEFORE_PAY', ...input },
  });
  return upsertHook;
}

const calls = async (runId: string) => (await office.admin.execute(HookCallsDocument, { runId })).hookCalls ?? [];

async function complete(
  runId: string,
  hookId: string,
  outcome: HookOutcome,
  idempotencyKey = 'answer',
  reason?: string,
) {
  const { completeRunHook } = await office.admin.execute(CompleteRunHookDocument, {
    input: {
      idempotencyKey: `${idempotencyKey} ${runId}`,
      ...{ runId, hookId, outcome },
      ...(reason === undefined ? {} : { reason }),
    },
  });
  return completeRunHook;
}

const until = (condition: () => boolean | Promise<boolean>) => passTimeUntil(office.aws, office.clock, condition);

/** Starts an off-cycle run of everybody. */
const start = () => startRun(office.admin, { type: 'OFF_CYCLE', sequence: ++sequence, employeeIds });

/** Lets time pass until a run is approved and its hook waits. */
async function reachHook(runId: string) {
  await office.runIs(runId, 'AWAITING_APPROVAL');
  await approve(office.approver, runId);
  await until(async () => (await calls(runId))[0]?.status === 'WAITING');
}

test('a run waits before it is calculated for the hook that asked to be waited for', async () => {
  await hook({ hookId: 'timekeeping', point: 'BEFORE_CALCULATE', isBlocking: true, timeoutSeconds: 120 });
  await hook({ hookId: 'dashboard', point: 'BEFORE_CALCULATE' });
  const runId = await start();
  await until(async () => (await calls(runId)).length === 2);
  expect(await calls(runId)).toMatchObject([
    { hookId: 'dashboard', status: 'NOTIFIED' },
    { hookId: 'timekeeping', status: 'WAITING', outcome: null },
  ]);
  expect(await readRun(office.admin, runId)).toMatchObject({ status: 'CALCULATING', calculatedCount: null });

  expect(await complete(runId, 'timekeeping', 'CONTINUE')).toMatchObject({ userErrors: [], replayed: false });
  expect(await complete(runId, 'timekeeping', 'CONTINUE')).toMatchObject({ userErrors: [], replayed: true });
  await office.runIs(runId, 'AWAITING_APPROVAL');
  // Whoever comes second is told what was answered.
  expect(await complete(runId, 'timekeeping', 'STOP', 'second', 'Too late')).toMatchObject({
    hookCall: null,
    userErrors: [{ code: 'HOOK_NOT_WAITING', message: expect.stringContaining('COMPLETED') as string }],
  });
});

test('two answers at the same time: one counts, and the other is told which', async () => {
  await hook({ hookId: 'treasury', isBlocking: true, timeoutSeconds: 120 });
  const runId = await start();
  await reachHook(runId);
  const answers = await Promise.all([
    complete(runId, 'treasury', 'STOP', 'one', 'No cover'),
    complete(runId, 'treasury', 'CONTINUE', 'other'),
  ]);
  const counted = answers.filter((answer) => answer?.userErrors.length === 0);
  expect(counted).toHaveLength(1);
  expect(answers.flatMap((answer) => answer?.userErrors)).toMatchObject([{ code: 'HOOK_NOT_WAITING' }]);
  const isStopped = counted[0]?.hookCall?.outcome === 'STOP';
  await office.runIs(runId, ...(isStopped ? ['CANCELLED' as const] : ['PAID' as const, 'PARTIALLY_PAID' as const]));
});

test('nobody of another company answers a hook', async () => {
  await hook({ hookId: 'treasury', isBlocking: true, timeoutSeconds: 120 });
  const runId = await start();
  await reachHook(runId);
  const { completeRunHook } = await office.stranger.execute(CompleteRunHookDocument, {
    input: { ...key(), runId, hookId: 'treasury', outcome: 'CONTINUE' },
  });
  expect(completeRunHook).toMatchObject({ hookCall: null, userErrors: [{ code: 'RUN_NOT_FOUND' }] });
  expect(await calls(runId)).toMatchObject([{ status: 'WAITING' }]);
  await complete(runId, 'treasury', 'STOP', 'end', 'Enough seen');
  await office.runIs(runId, 'CANCELLED');
});

test('a hook that stops an approved run cancels it before anything is paid', async () => {
  await hook({ hookId: 'treasury', isBlocking: true, timeoutSeconds: 120 });
  const runId = await startRun(office.admin);
  await reachHook(runId);
  const refused = await complete(runId, 'treasury', 'STOP');
  expect(refused).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', field: ['reason'] }] });
  await complete(runId, 'treasury', 'STOP', 'stop', 'No cover');
  const { statusReason } = await office.runIs(runId, 'CANCELLED');
  expect(statusReason).toContain('No cover');
  await until(async () => (await executionStatus(office.aws, runId)) === 'SUCCEEDED');
  // The period is free again.
  const next = await startRun(office.admin, { sequence: 2 });
  await office.runIs(next, 'AWAITING_APPROVAL');
});

test.each([
  ['stops', 'STOP', 'CANCELLED'],
  ['lets the run go on', 'CONTINUE', 'PAID'],
] as const)('a hook that nobody answers %s when its time is over', async (_case, onTimeout, ended) => {
  await hook({ hookId: 'treasury', isBlocking: true, timeoutSeconds: 120, onTimeout });
  const runId = await start();
  await reachHook(runId);
  const askedMs = office.clock.now();
  await office.runIs(runId, ended);
  expect(office.clock.now() - askedMs).toBeGreaterThanOrEqual(110_000);
  expect(await calls(runId)).toMatchObject([{ status: 'TIMED_OUT', outcome: onTimeout }]);
  expect(await complete(runId, 'treasury', 'CONTINUE')).toMatchObject({ userErrors: [{ code: 'HOOK_NOT_WAITING' }] });
});

test('what an answer after the payment says changes nothing, and nobody must answer', async () => {
  await hook({ hookId: 'archive', point: 'AFTER_PAY', isBlocking: true, timeoutSeconds: 120, onTimeout: 'STOP' });
  const runId = await start();
  await office.runIs(runId, 'AWAITING_APPROVAL');
  await approve(office.approver, runId);
  await until(async () => (await executionStatus(office.aws, runId)) === 'SUCCEEDED');
  expect(await calls(runId)).toMatchObject([{ point: 'AFTER_PAY', status: 'TIMED_OUT', outcome: 'STOP' }]);
  expect(await readRun(office.admin, runId)).toMatchObject({ status: 'PAID' });
});

test('who asked for it is told of each run that fails, as often as it fails', async () => {
  await hook({ hookId: 'pager', point: 'ON_FAILURE' });
  office.faults.order('LAMBDA_BEFORE', 'ReconcilePayrollRun', 'CRASH', Infinity);
  const runId = await start();
  await office.runIs(runId, 'FAILED');
  await until(async () => (await calls(runId)).length === 1);
  await office.admin.execute(RedrivePayrollRunDocument, { input: { ...key(), runId } });
  await office.runIs(runId, 'FAILED');
  office.faults.clear();
  expect(await calls(runId)).toMatchObject([{ hookId: 'pager', point: 'ON_FAILURE', status: 'NOTIFIED' }]);
});

test.each([
  ['a blocking hook without a time', { isBlocking: true }, 'timeoutSeconds'],
  ['a week and a second', { isBlocking: true, timeoutSeconds: 604_801 }, 'timeoutSeconds'],
  ['a failed run that waits', { point: 'ON_FAILURE', isBlocking: true, timeoutSeconds: 60 }, 'isBlocking'],
  ['an id with a blank', { hookId: 'my hook' }, 'hookId'],
] as const)('%s is refused', async (_case, input, field) => {
  expect(await hook(input)).toMatchObject({ hook: null, userErrors: [{ code: 'INVALID_INPUT', field: [field] }] });
});
