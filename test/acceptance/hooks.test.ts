import { afterEach, expect, test } from 'vitest';
import {
  CompleteRunHookDocument,
  HookCallsDocument,
  UpsertHookDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { HookOutcome, UpsertHookInput } from '../../clients/generated/schema.ts';
import { SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { VirtualClock } from '../../local/Clock.ts';
import { executionStatus } from './executionStatus.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { approve, openPayrollOffice, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';

/* The company's own systems are told, or asked, at points of a run. */

const EMPLOYEES = 5;
const START = '2026-11-23T15:00:00Z';

let office: PayrollOffice | undefined;

afterEach(() => office?.close());

async function openOffice() {
  const clock = new VirtualClock(Date.parse(START));
  office = await openPayrollOffice({ employees: EMPLOYEES, clock });
  const { aws, admin, approver } = office;
  return {
    ...office,
    clock,
    async hook(input: Partial<UpsertHookInput>) {
      const { upsertHook } = await admin.execute(UpsertHookDocument, {
        input: { idempotencyKey: `hook ${input.hookId}`, hookId: 'hook', point: 'BEFORE_PAY', ...input },
      });
      return upsertHook;
    },
    async calls(runId: string) {
      return (await admin.execute(HookCallsDocument, { runId })).hookCalls ?? [];
    },
    async complete(runId: string, hookId: string, outcome: HookOutcome, key = 'answer', reason?: string) {
      const { completeRunHook } = await admin.execute(CompleteRunHookDocument, {
        input: { idempotencyKey: key, runId, hookId, outcome, ...(reason === undefined ? {} : { reason }) },
      });
      return completeRunHook;
    },
    until: (condition: () => boolean | Promise<boolean>) => passTimeUntil(aws, clock, condition),
    untilStatus: (runId: string, status: string) =>
      passTimeUntil(aws, clock, async () => (await readRun(admin, runId)).status === status),
    approved: (runId: string) => approve(approver, runId),
  };
}

test('a run waits before it is calculated for the hook that asked to be waited for', async () => {
  const { admin, hook, calls, complete, until, untilStatus } = await openOffice();
  await hook({ hookId: 'timekeeping', point: 'BEFORE_CALCULATE', isBlocking: true, timeoutSeconds: 120 });
  await hook({ hookId: 'dashboard', point: 'BEFORE_CALCULATE' });
  const runId = await startRun(admin);
  await until(async () => (await calls(runId)).length === 2);
  expect(await calls(runId)).toMatchObject([
    { hookId: 'dashboard', status: 'NOTIFIED' },
    { hookId: 'timekeeping', status: 'WAITING', outcome: null },
  ]);
  expect(await readRun(admin, runId)).toMatchObject({ status: 'CALCULATING', calculatedCount: null });

  expect(await complete(runId, 'timekeeping', 'CONTINUE')).toMatchObject({ userErrors: [], replayed: false });
  expect(await complete(runId, 'timekeeping', 'CONTINUE')).toMatchObject({ userErrors: [], replayed: true });
  await untilStatus(runId, 'AWAITING_APPROVAL');
  // Whoever comes second is told what was answered.
  expect(await complete(runId, 'timekeeping', 'STOP', 'second', 'Too late')).toMatchObject({
    hookCall: null,
    userErrors: [{ code: 'HOOK_NOT_WAITING', message: expect.stringContaining('COMPLETED') as string }],
  });
});

test('a hook that stops an approved run cancels it before anything is paid', async () => {
  const { aws, admin, hook, calls, complete, until, untilStatus, approved } = await openOffice();
  await hook({ hookId: 'treasury', isBlocking: true, timeoutSeconds: 120 });
  const runId = await startRun(admin);
  await untilStatus(runId, 'AWAITING_APPROVAL');
  await approved(runId);
  await until(async () => (await calls(runId))[0]?.status === 'WAITING');
  const refused = await complete(runId, 'treasury', 'STOP');
  expect(refused).toMatchObject({ userErrors: [{ code: 'INVALID_INPUT', field: ['reason'] }] });
  await complete(runId, 'treasury', 'STOP', 'stop', 'No cover');
  await untilStatus(runId, 'CANCELLED');
  expect(await readRun(admin, runId)).toMatchObject({ statusReason: expect.stringContaining('No cover') as string });
  await until(async () => (await executionStatus(aws, runId)) === 'SUCCEEDED');
  // The period is free again.
  const next = await startRun(admin, { sequence: 2 });
  await untilStatus(next, 'AWAITING_APPROVAL');
});

test.each([
  ['stops', 'STOP', 'CANCELLED'],
  ['lets the run go on', 'CONTINUE', 'PARTIALLY_PAID'],
] as const)('a hook that nobody answers %s when its time is over', async (_case, onTimeout, ended) => {
  const { clientOf, admin, clock, hook, calls, complete, until, untilStatus, approved } = await openOffice();
  await hook({ hookId: 'treasury', isBlocking: true, timeoutSeconds: 120, onTimeout });
  const runId = await startRun(admin);
  await untilStatus(runId, 'AWAITING_APPROVAL');
  await approved(runId);
  await until(async () => (await calls(runId))[0]?.status === 'WAITING');
  const askedMs = clock.now();
  await untilStatus(runId, ended === 'CANCELLED' ? ended : (await hasFailures(admin, runId)) ? ended : 'PAID');
  expect(clock.now() - askedMs).toBeGreaterThanOrEqual(110_000);
  const later = clientOf(SAMPLE_USERS.admin);
  const { hookCalls } = await later.execute(HookCallsDocument, { runId });
  later.close();
  expect(hookCalls).toMatchObject([{ status: 'TIMED_OUT', outcome: onTimeout }]);
  expect(await complete(runId, 'treasury', 'CONTINUE')).toMatchObject({ userErrors: [{ code: 'HOOK_NOT_WAITING' }] });
});

const hasFailures = async (client: PayrollOffice['admin'], runId: string) =>
  Number((await readRun(client, runId)).failedCount) > 0;

test.each([
  ['a blocking hook without a time', { isBlocking: true }, 'timeoutSeconds'],
  ['a week and a second', { isBlocking: true, timeoutSeconds: 604_801 }, 'timeoutSeconds'],
  ['a failed run that waits', { point: 'ON_FAILURE', isBlocking: true, timeoutSeconds: 60 }, 'isBlocking'],
  ['an id with a blank', { hookId: 'my hook' }, 'hookId'],
] as const)('%s is refused', async (_case, input, field) => {
  const { hook } = await openOffice();
  expect(await hook(input)).toMatchObject({ hook: null, userErrors: [{ code: 'INVALID_INPUT', field: [field] }] });
});
