import { afterEach, expect, test } from 'vitest';
import { UpsertPayGroupDocument } from '../../clients/generated/operations/graphql.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { VirtualClock } from '../../local/Clock.ts';
import type { LocalAws } from '../../local/LocalAws.ts';
import { executionStatus } from './executionStatus.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { approve, openPayrollOffice, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { readRunInTable, readRunsInTable } from './payrollTable.ts';

/* What happens by itself as days go by, under a clock that the test turns. */

const EMPLOYEES = 10;
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

let office: PayrollOffice | undefined;

afterEach(() => office?.close());

async function openOfficeAt(instant: string) {
  const clock = new VirtualClock(Date.parse(instant));
  const faults = new OrderedFaults();
  office = await openPayrollOffice({ employees: EMPLOYEES, clock, faults });
  return { ...office, clock, faults };
}

const awaitsApproval = async (aws: LocalAws) => (await readRunsInTable(aws))[0]?.['status'] === 'AWAITING_APPROVAL';

/** How often the daily schedule's function has run. */
const ticks = ({ lambda }: LocalAws) =>
  [...lambda.counts].find(([name]) => name.includes('StartDuePayrollRuns'))?.[1].invocations ?? 0;

test('a run that nobody decides on is cancelled after seven days, and says why', async () => {
  const { aws, admin, clientOf, clock } = await openOfficeAt('2026-11-24T15:00:00Z');
  const runId = await startRun(admin);
  await passTimeUntil(aws, clock, () => awaitsApproval(aws));
  const { approvalDeadline } = await readRun(admin, runId);
  const deadlineMs = Date.parse(approvalDeadline ?? '');
  expect(deadlineMs - clock.now()).toBeGreaterThan(7 * DAY_MS - 5 * 60_000);
  expect(deadlineMs - clock.now()).toBeLessThanOrEqual(7 * DAY_MS);

  await clock.advanceTo(deadlineMs - 60_000);
  const beforeDeadline = clientOf(SAMPLE_USERS.admin); // the token of seven days ago has expired
  expect(await readRun(beforeDeadline, runId)).toMatchObject({ status: 'AWAITING_APPROVAL' });

  await passTimeUntil(aws, clock, async () => (await executionStatus(aws, runId)) !== 'RUNNING');
  expect(await executionStatus(aws, runId)).toBe('SUCCEEDED');
  expect(await readRun(beforeDeadline, runId)).toMatchObject({
    status: 'CANCELLED',
    statusReason: expect.stringContaining('deadline') as string,
    decidedBy: null,
  });
  const tooLate = await approve(clientOf(SAMPLE_USERS.approver), runId);
  expect(tooLate).toMatchObject({ run: null, userErrors: [{ code: 'INVALID_STATE' }] });
  beforeDeadline.close();
});

test('a run whose launch died is launched when its message becomes visible again', async () => {
  const { aws, admin, clock, faults } = await openOfficeAt('2026-11-24T15:00:00Z');
  faults.order('LAMBDA_BEFORE', 'LaunchPayrollRun', 'CRASH');
  faults.order('LAMBDA_AFTER', 'LaunchPayrollRun', 'CRASH');
  const runId = await startRun(admin);
  await passTimeUntil(aws, clock, () => awaitsApproval(aws));
  // The second death came after the execution had been started: the third delivery finds it there.
  await passTimeUntil(aws, clock, () => faults.happened === 2);
  const { employees, events } = await readRunInTable(aws, runId);
  expect(employees.size).toBe(EMPLOYEES);
  expect(events.map(({ status }) => status)).toEqual(['QUEUED', 'PREPARING', 'CALCULATING', 'AWAITING_APPROVAL']);
});

test('a pay group that starts automatically is run once when its period is over, however often the schedule ticks', async () => {
  // The period of 9 to 22 November is over at midnight; the schedule ticks at five in the morning in New York.
  const { aws, admin, clock, faults } = await openOfficeAt('2026-11-22T12:00:00Z');
  const { upsertPayGroup } = await admin.execute(UpsertPayGroupDocument, {
    input: {
      idempotencyKey: 'automatic',
      payGroupId: SAMPLE_PAY_GROUP_ID,
      name: 'Biweekly',
      frequency: 'BIWEEKLY',
      anchorDate: '2026-01-05',
      startsAutomatically: true,
    },
  });
  expect(upsertPayGroup).toMatchObject({ userErrors: [] });
  const runs = async () =>
    (await readRunsInTable(aws)).filter(({ period }) => (period as { startDate: string }).startDate === '2026-11-09');
  await clock.advanceTo(Date.parse('2026-11-23T09:59:00Z'));
  expect(await runs()).toEqual([]);

  // The tick dies before it begins, after its work, and comes twice besides.
  faults.order('LAMBDA_BEFORE', 'StartDuePayrollRuns', 'CRASH');
  faults.order('LAMBDA_AFTER', 'StartDuePayrollRuns', 'CRASH');
  faults.order('EVENT_DELIVERY', 'StartDuePayrollRuns', 'DUPLICATE');
  await passTimeUntil(aws, clock, async () => {
    const [due] = await runs();
    return due?.['status'] === 'AWAITING_APPROVAL' && faults.happened === 3;
  });
  for (const day of ['24', '25']) {
    await clock.advanceTo(Date.parse(`2026-11-${day}T09:59:59Z`));
    const before = ticks(aws);
    await passTimeUntil(aws, clock, () => ticks(aws) > before);
  }
  const started = await runs();
  expect(started).toMatchObject([{ status: 'AWAITING_APPROVAL', startedBy: 'schedule', sequence: 1 }]);
  expect((await readRunInTable(aws, String(started[0]?.['runId']))).employees.size).toBe(EMPLOYEES);
});
