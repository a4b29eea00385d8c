import { expect, test } from 'vitest';
import type { PaySchedule } from '../../../payroll/payPeriods.ts';
import { upcomingRuns, type UpcomingRun } from '../../../payroll/planning/upcomingRuns.ts';

const NEXT_MORNING = { daysAfterPeriodEnd: 1, timeOfDay: '09:00', timeZone: 'America/New_York' };

const scheduleOf = (
  frequency: PaySchedule['frequency'],
  anchorDate: string,
  payDateOffsetDays: number,
): PaySchedule => ({ frequency, anchorDate, payDateOffsetDays, holidayRule: 'PREVIOUS_BANKING_DAY' });

const BIWEEKLY = scheduleOf('BIWEEKLY', '2026-01-05', 5);

function runsOf(schedule: PaySchedule, today: string, count: number, cutOff = NEXT_MORNING): UpcomingRun[] {
  const runs = upcomingRuns(schedule, cutOff, today, count);
  if (!runs.ok) throw new Error(runs.error.message);
  return runs.value;
}

test('a run is upcoming until the end of its pay date', () => {
  const payDates = (today: string) => runsOf(BIWEEKLY, today, 2).map(({ period }) => period.payDate);
  expect(payDates('2026-03-20')).toEqual(['2026-03-20', '2026-04-03']);
  expect(payDates('2026-03-21')).toEqual(['2026-04-03', '2026-04-17']);
});

test('a run has the deadlines that payroll, approver and bank work by', () => {
  expect(runsOf(BIWEEKLY, '2026-11-23', 1)).toEqual([
    {
      period: expect.objectContaining({
        startDate: '2026-11-09',
        endDate: '2026-11-22',
        payDate: '2026-11-27',
      }) as object,
      payDateMovedFrom: undefined,
      cutOffAtMs: Date.parse('2026-11-23T14:00:00Z'),
      submissionDate: '2026-11-24',
      approvalDueAtMs: Date.parse('2026-11-24T22:00:00Z'),
    },
  ]);
});

test('a pay date that a holiday moved says where it comes from', () => {
  const moved = runsOf(BIWEEKLY, '2026-12-01', 3).map(({ period, payDateMovedFrom }) => [
    period.payDate,
    payDateMovedFrom,
  ]);
  expect(moved).toEqual([
    ['2026-12-11', undefined],
    ['2026-12-24', '2026-12-25'],
  ]);
});

test('a biweekly year of 27 pay dates shows on each of its runs', () => {
  const fridays = scheduleOf('BIWEEKLY', '2025-12-20', 0);
  const runs = runsOf(fridays, '2026-12-10', 5);
  expect(runs.map(({ period }) => [period.payDate, period.indexInYear, period.payDatesInYear])).toEqual([
    ['2026-12-18', 26, 27],
    ['2026-12-31', 27, 27],
  ]);
});

test.each([
  ['WEEKLY', '2026-01-05', 5, '2026-06-29', ['2026-07-03', '2026-07-10', '2026-07-17']],
  ['SEMIMONTHLY', '2026-01-01', 0, '2026-07-01', ['2026-07-15', '2026-07-31', '2026-08-14']],
  ['MONTHLY', '2026-01-26', -2, '2026-07-01', ['2026-07-23', '2026-08-21', '2026-09-23']],
] as const)('the next %s runs follow each other without a gap', (frequency, anchor, offset, today, payDates) => {
  const runs = runsOf(scheduleOf(frequency, anchor, offset), today, 3);
  expect(runs.map(({ period }) => period.payDate)).toEqual(payDates);
});

test('where the dates with rules end, there are fewer runs than asked for, and beyond none at all', () => {
  expect(runsOf(BIWEEKLY, '2026-12-01', 30)).toHaveLength(2);
  expect(upcomingRuns(BIWEEKLY, NEXT_MORNING, '2027-03-01', 3)).toMatchObject({
    ok: false,
    error: { type: 'PAY_DATE_NOT_SUPPORTED' },
  });
});
