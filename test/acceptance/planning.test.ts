import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { type LocalAws, VirtualClock } from 'cdk-local-engine';
import {
  NextPayrollsDocument,
  PayGroupInFullDocument,
  UpsertPayGroupDocument,
} from '../../clients/generated/operations/graphql.ts';
import type { UpsertPayGroupInput } from '../../clients/generated/schema.ts';
import type { PayrollClient } from '../../clients/sdk/PayrollClient.ts';
import { SAMPLE_PAY_GROUP_ID } from '../../demo/sampleEmployees.ts';
import { SAMPLE_COMPANY_ID, SAMPLE_USERS } from '../../demo/sampleUsers.ts';
import { invokeWorker } from './invokeWorker.ts';
import { OrderedFaults } from './OrderedFaults.ts';
import { passTimeUntil } from './passTimeUntil.ts';
import { cancel, openPayrollOffice, type PayrollOffice, readRun, startRun } from './payrollOffice.ts';
import { readRunInTable, readRunsInTable, type TableItem } from './payrollTable.ts';

/* What the calendar plans: when the runs of a pay group begin by themselves, and what a person sees of it before. */

const EMPLOYEES = 10;
/** Pay periods from Monday to Sunday of the week after, paid on the Friday that follows. */
const BIWEEKLY = {
  payGroupId: SAMPLE_PAY_GROUP_ID,
  name: 'Biweekly',
  frequency: 'BIWEEKLY',
  anchorDate: '2026-01-05',
} as const;

let office: PayrollOffice | undefined;
afterEach(() => office?.close());

async function openOfficeAt(instant: string) {
  const clock = new VirtualClock(Date.parse(instant));
  const faults = new OrderedFaults();
  office = await openPayrollOffice({ employees: EMPLOYEES, clock, faults, random: () => 0.25 });
  return { ...office, clock, faults };
}

async function upsertGroup(admin: PayrollClient, input: Partial<UpsertPayGroupInput>, idempotencyKey?: string) {
  const { upsertPayGroup } = await admin.execute(UpsertPayGroupDocument, {
    input: { ...BIWEEKLY, idempotencyKey: idempotencyKey ?? crypto.randomUUID(), ...input },
  });
  if (!upsertPayGroup) throw new Error('the pay group has no answer');
  return upsertPayGroup;
}

async function nextPayrolls(client: PayrollClient, payGroupId: string, count: number) {
  const { upcomingPayrolls } = await client.execute(NextPayrollsDocument, { payGroupId, count });
  if (!upcomingPayrolls) throw new Error('the plan has no answer');
  return upcomingPayrolls;
}

/** How often schedules have called their function. */
const ticks = ({ lambda }: LocalAws) =>
  [...lambda.counts].find(([name]) => name.includes('StartPlannedRun'))?.[1].invocations ?? 0;

/** Lets time pass to just before an instant, and on until the schedule has ticked. */
async function passTick(aws: LocalAws, clock: VirtualClock, instant: string): Promise<void> {
  const atMs = Date.parse(instant);
  await clock.advanceTo(atMs - 1000);
  const before = ticks(aws);
  await passTimeUntil(aws, clock, () => ticks(aws) > before);
  expect(clock.now() - atMs, instant).toBeLessThanOrEqual(60_000);
}

interface RunInPlan {
  startDate: string;
  status: unknown;
  sequence: unknown;
  startedBy: unknown;
  startedAt: string;
}

/** The runs that there are, by period. */
const planned = async (aws: LocalAws): Promise<RunInPlan[]> =>
  (await readRunsInTable(aws)).map(inPlan).sort((a, b) => (a.startDate < b.startDate ? -1 : 1));

const inPlan = ({ period, status, sequence, startedBy, startedAt }: TableItem): RunInPlan => ({
  startDate: (period as { startDate: string }).startDate,
  ...{ status, sequence, startedBy, startedAt: String(startedAt) },
});

/** The schedules of the service's own group, as EventBridge Scheduler shows them. */
function schedulesOf({ scheduler, operator }: LocalAws) {
  const { Schedules } = scheduler.handle('GET', '/schedules', new URLSearchParams(), undefined, operator) as {
    Schedules: { Name: string; GroupName: string }[];
  };
  return Schedules.filter(({ Name }) => Name.startsWith('group-')).map(({ Name, GroupName }) => {
    const query = new URLSearchParams({ groupName: GroupName });
    const schedule = scheduler.handle('GET', `/schedules/${Name}`, query, undefined, operator) as {
      ScheduleExpression: string;
      ScheduleExpressionTimezone: string;
      Target: { Input: string };
    };
    return { Name, GroupName, ...schedule };
  });
}

test('a group that starts automatically is run once, however often its tick dies, comes twice or comes late', async () => {
  // The period of 9 to 22 November is over at midnight; the cut-off is at five in the morning in New York.
  const { aws, admin, clock, faults } = await openOfficeAt('2026-11-22T12:00:00Z');
  expect(await upsertGroup(admin, { startsAutomatically: true })).toMatchObject({ userErrors: [] });
  await clock.advanceTo(Date.parse('2026-11-23T09:59:00Z'));
  expect(await planned(aws)).toEqual([]);

  faults.order('LAMBDA_BEFORE', 'StartPlannedRun', 'CRASH');
  faults.order('LAMBDA_AFTER', 'StartPlannedRun', 'CRASH');
  faults.order('EVENT_DELIVERY', 'StartPlannedRun', 'DUPLICATE');
  await passTimeUntil(aws, clock, async () => {
    const [due] = await planned(aws);
    return due?.status === 'AWAITING_APPROVAL' && faults.happened === 3;
  });
  const tick = { companyId: SAMPLE_COMPANY_ID, payGroupId: SAMPLE_PAY_GROUP_ID, scheduledAt: '2026-11-23T10:00:00Z' };
  await clock.advance(11 * 3_600_000);
  await invokeWorker(aws, 'StartPlannedRun', tick);

  const [run, ...others] = await readRunsInTable(aws);
  expect(others).toEqual([]);
  expect(run).toMatchObject({ status: 'AWAITING_APPROVAL', startedBy: 'schedule', sequence: 1 });
  expect((await readRunInTable(aws, String(run?.['runId']))).employees.size).toBe(EMPLOYEES);
});

test('over weeks each period gets one draft at its cut-off on the clocks of the zone, also when they go forward', async () => {
  // Clocks in New York go forward on 8 March: five in the morning is 10:00 in UTC before it, and 09:00 after it.
  const { aws, clock } = await openOfficeAt('2026-02-12T12:00:00Z');
  for (const monday of ['02-16', '02-23', '03-02']) await passTick(aws, clock, `2026-${monday}T10:00:00Z`);
  for (const monday of ['03-09', '03-16', '03-23']) await passTick(aws, clock, `2026-${monday}T09:00:00Z`);
  await passTimeUntil(aws, clock, () => true);
  expect(await planned(aws)).toMatchObject([
    { startDate: '2026-02-02', status: 'DRAFT', startedBy: 'schedule', startedAt: '2026-02-16T10:00:00.000Z' },
    { startDate: '2026-02-16', status: 'DRAFT', startedBy: 'schedule', startedAt: '2026-03-02T10:00:00.000Z' },
    { startDate: '2026-03-02', status: 'DRAFT', startedBy: 'schedule', startedAt: '2026-03-16T09:00:00.000Z' },
  ]);
});

test('a draft waits to be started by a person; what a person cancelled is not made again by a late tick', async () => {
  const { aws, clientOf, clock } = await openOfficeAt('2026-11-22T12:00:00Z');
  await passTick(aws, clock, '2026-11-23T10:00:00Z');
  await passTimeUntil(aws, clock, async () => (await planned(aws)).length === 1);
  const admin = clientOf(SAMPLE_USERS.admin); // the token of the day before has expired
  const runId = await startRun(admin);
  await passTimeUntil(aws, clock, async () => (await readRun(admin, runId)).status === 'AWAITING_APPROVAL');
  await cancel(admin, runId);
  const tick = { companyId: SAMPLE_COMPANY_ID, payGroupId: SAMPLE_PAY_GROUP_ID, scheduledAt: '2026-11-23T10:00:00Z' };
  await invokeWorker(aws, 'StartPlannedRun', tick);
  expect(await planned(aws)).toMatchObject([{ startDate: '2026-11-09', status: 'CANCELLED', sequence: 1 }]);
  admin.close();
});

describe('an office where no tick comes', () => {
  const clock = new VirtualClock(Date.parse('2026-11-23T15:00:00Z'));
  let quiet: PayrollOffice;
  beforeAll(async () => {
    quiet = await openPayrollOffice({ employees: EMPLOYEES, clock });
  });
  afterAll(() => quiet.close());

  test('a tick in the week off makes no run', async () => {
    const { aws } = quiet;
    const tick = { companyId: SAMPLE_COMPANY_ID, payGroupId: SAMPLE_PAY_GROUP_ID, scheduledAt: '2026-11-30T10:00:00Z' };
    await invokeWorker(aws, 'StartPlannedRun', tick);
    expect(await planned(aws)).toEqual([]);
  });

  test.each([
    [{ daysAfterPeriodEnd: 1, timeOfDay: '02:30', timeZone: 'America/New_York' }, 'timeOfDay'],
    [{ daysAfterPeriodEnd: 1, timeOfDay: '5 am', timeZone: 'America/New_York' }, 'timeOfDay'],
    [{ daysAfterPeriodEnd: 1, timeOfDay: '05:00', timeZone: 'Eastern' }, 'timeZone'],
    [{ daysAfterPeriodEnd: 40, timeOfDay: '05:00', timeZone: 'UTC' }, 'daysAfterPeriodEnd'],
  ])('the cut-off %o is refused', async (cutOff, member) => {
    const { aws, admin } = quiet;
    const before = schedulesOf(aws);
    const { userErrors } = await upsertGroup(admin, { cutOff });
    expect(userErrors).toMatchObject([{ code: 'INVALID_INPUT', field: ['cutOff', member] }]);
    expect(schedulesOf(aws)).toEqual(before);
  });

  test('a plan of nothing, of too much or of a group that is not there is refused', async () => {
    const { admin, stranger } = quiet;
    for (const count of [0, 31])
      expect(await nextPayrolls(admin, SAMPLE_PAY_GROUP_ID, count)).toMatchObject({
        payrolls: [],
        userErrors: [{ code: 'INVALID_INPUT', field: ['count'] }],
      });
    expect(await nextPayrolls(stranger, SAMPLE_PAY_GROUP_ID, 3)).toMatchObject({
      payrolls: [],
      userErrors: [{ code: 'PAY_GROUP_NOT_FOUND' }],
    });
  });

  test('each group has one schedule, which follows the group and is mended by a replay', async () => {
    const { aws, admin } = quiet;
    const cutOff = { daysAfterPeriodEnd: 2, timeOfDay: '17:30', timeZone: 'America/Los_Angeles' };
    await upsertGroup(admin, { cutOff }, 'moved');
    await upsertGroup(admin, {
      payGroupId: 'monthly',
      name: 'Monthly',
      frequency: 'MONTHLY',
      anchorDate: '2026-01-01',
    });
    const expected = [
      { ScheduleExpression: 'cron(0 5 1 * ? *)', ScheduleExpressionTimezone: 'America/New_York' },
      { ScheduleExpression: 'cron(30 17 ? * TUE *)', ScheduleExpressionTimezone: 'America/Los_Angeles' },
    ];
    const read = () => schedulesOf(aws).sort((a, b) => (a.ScheduleExpression < b.ScheduleExpression ? -1 : 1));
    expect(read()).toMatchObject(expected);
    const { payGroup } = await admin.execute(PayGroupInFullDocument, { payGroupId: SAMPLE_PAY_GROUP_ID });
    expect(payGroup).toMatchObject({ cutOff, startsAutomatically: false });
    // Names say nothing about who the group belongs to.
    for (const { Name } of read()) expect(Name).toMatch(/^group-[0-9a-f]{40}$/);

    const [, { Name, GroupName }] = read() as [unknown, { Name: string; GroupName: string }];
    const query = new URLSearchParams({ groupName: GroupName });
    aws.scheduler.handle('DELETE', `/schedules/${Name}`, query, undefined, aws.operator);
    expect(await upsertGroup(admin, { cutOff }, 'moved')).toMatchObject({ replayed: true, userErrors: [] });
    expect(read()).toMatchObject(expected);
  });

  test('the plan shows deadlines, a 27th pay date, pay dates that a holiday moved, and the runs that are there', async () => {
    const { aws, admin } = quiet;
    // Fridays from 2 January: the 27th falls on New Year's Day, and is paid the day before.
    await upsertGroup(admin, { payGroupId: 'early', name: 'Early', anchorDate: '2025-12-29' });
    const { payrolls } = await nextPayrolls(admin, 'early', 4);
    expect(payrolls).toMatchObject([
      { period: { payDate: '2026-12-04' }, indexInYear: 25, payDatesInYear: 27, payDateMovedFrom: null },
      {
        period: { startDate: '2026-11-30', endDate: '2026-12-13', payDate: '2026-12-18' },
        cutOffAt: '2026-12-14T10:00:00.000Z',
        approvalDueAt: '2026-12-16T22:00:00.000Z',
        indexInYear: 26,
      },
      {
        period: { startDate: '2026-12-14', endDate: '2026-12-27', payDate: '2026-12-31' },
        payDateMovedFrom: '2027-01-01',
        indexInYear: 27,
        payDatesInYear: 27,
      },
    ]);

    const runId = await startRun(admin);
    await passTimeUntil(aws, clock, async () => (await readRun(admin, runId)).status === 'AWAITING_APPROVAL');
    await cancel(admin, runId);
    const again = await startRun(admin, { sequence: 2 });
    const plan = await nextPayrolls(admin, SAMPLE_PAY_GROUP_ID, 2);
    expect(plan.payrolls).toMatchObject([{ runId: again }, { runId: null, runStatus: null }]);
  });
});
