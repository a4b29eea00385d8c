import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ScheduleExpression } from 'cdk-local-engine';
import { addDays } from '../../../payroll/dates.ts';
import { payPeriodOf, type PaySchedule } from '../../../payroll/payPeriods.ts';
import { cutOffAtMs, type CutOff } from '../../../payroll/planning/CutOff.ts';
import { periodDueAt } from '../../../payroll/planning/periodDueAt.ts';
import { scheduleExpressionOf } from '../../../payroll/planning/scheduleExpression.ts';

const HOUR_MS = 3_600_000;

const scheduleOf = (frequency: PaySchedule['frequency'], anchorDate: string, payDateOffsetDays = 5): PaySchedule => ({
  frequency,
  anchorDate,
  payDateOffsetDays,
  holidayRule: 'PREVIOUS_BANKING_DAY',
});

const at = (daysAfterPeriodEnd: number, timeOfDay = '09:00', timeZone = 'America/New_York'): CutOff => ({
  daysAfterPeriodEnd,
  timeOfDay,
  timeZone,
});

function expressionOf(schedule: PaySchedule, cutOff: CutOff): string {
  const expression = scheduleExpressionOf(schedule, cutOff);
  if (!expression.ok) throw new Error(expression.error.message);
  return expression.value.expression;
}

test.each([
  // case                                         schedule                                  days   expression
  ['weekly, the morning after a Sunday', scheduleOf('WEEKLY', '2026-01-05'), 1, 'cron(0 9 ? * MON *)'],
  ['weekly, two days before the week ends', scheduleOf('WEEKLY', '2026-01-05'), -2, 'cron(0 9 ? * FRI *)'],
  ['biweekly ticks every week', scheduleOf('BIWEEKLY', '2026-01-03'), 0, 'cron(0 9 ? * FRI *)'],
  ['semimonthly', scheduleOf('SEMIMONTHLY', '2026-01-01'), 1, 'cron(0 9 1,16 * ? *)'],
  ['the last of a month has four dates', scheduleOf('SEMIMONTHLY', '2026-01-01'), 0, 'cron(0 9 15,28,29,30,31 * ? *)'],
  ['monthly', scheduleOf('MONTHLY', '2026-01-26'), 0, 'cron(0 9 25 * ? *)'],
  ['three days before the last of a month', scheduleOf('MONTHLY', '2026-01-01'), -3, 'cron(0 9 25,26,27,28 * ? *)'],
])('%s', (_case, schedule, days, expression) => {
  expect(expressionOf(schedule, at(days))).toBe(expression);
});

test('the expression is in the time zone of the cut-off, so that it moves with the clocks', () => {
  expect(scheduleExpressionOf(scheduleOf('MONTHLY', '2026-01-01'), at(2, '17:05', 'America/Denver'))).toEqual({
    ok: true,
    value: { expression: 'cron(5 17 2 * ? *)', timeZone: 'America/Denver' },
  });
});

describe('a tick', () => {
  const biweekly = scheduleOf('BIWEEKLY', '2026-01-05');
  const startOf = (instant: string, cutOff = at(1)) => {
    const due = periodDueAt(biweekly, cutOff, Date.parse(instant));
    if (!due.ok) return due.error.type;
    return due.value?.startDate;
  };

  test.each([
    // case                                          tick                    the period it starts
    ['at the cut-off', '2026-03-16T13:00:00Z', '2026-03-02'],
    ['the second before', '2026-03-16T12:59:59Z', undefined],
    ['hours late', '2026-03-17T09:30:00Z', '2026-03-02'],
    ['in the week off', '2026-03-09T13:00:00Z', undefined],
    ['too late: a day later', '2026-03-17T13:00:00Z', undefined],
    ['in winter, an hour later in UTC', '2026-02-16T14:00:00Z', '2026-02-02'],
  ])('%s', (_case, instant, startDate) => {
    expect(startOf(instant)).toBe(startDate);
  });

  test('of a late evening is still found after midnight', () => {
    expect(startOf('2026-03-17T08:00:00Z', at(1, '23:30'))).toBe('2026-03-02');
  });

  test('of a period that has no rules is refused, not passed over', () => {
    expect(startOf('2027-03-01T14:00:00Z')).toBe('PAY_DATE_NOT_SUPPORTED');
    expect(startOf('2027-03-08T14:00:00Z')).toBe(undefined); // the week off
  });
});

/** Every instant from 2025 to the end of 2027 at which the local EventBridge Scheduler ticks. */
function ticksOf(schedule: PaySchedule, cutOff: CutOff): number[] {
  const expression = new ScheduleExpression(expressionOf(schedule, cutOff), cutOff.timeZone);
  const ticks: number[] = [];
  const endMs = Date.parse('2028-01-01T00:00:00Z');
  let tick = expression.next(Date.parse('2025-01-01T00:00:00Z'), 0);
  for (; tick !== undefined && tick < endMs; tick = expression.next(tick, 0)) ticks.push(tick);
  return ticks;
}

const schedules = fc.oneof(
  fc.nat(13).map((days) => scheduleOf('WEEKLY', addDays('2026-01-01', days))),
  fc.nat(27).map((days) => scheduleOf('BIWEEKLY', addDays('2025-12-20', days))),
  fc.constant(scheduleOf('SEMIMONTHLY', '2026-01-16')),
  fc.nat(27).map((days) => scheduleOf('MONTHLY', addDays('2026-02-01', days))),
);
const cutOffs = fc.record({
  daysAfterPeriodEnd: fc.integer({ min: -31, max: 31 }),
  timeOfDay: fc.constantFrom('00:00', '01:30', '03:00', '09:00', '17:45', '23:59'),
  timeZone: fc.constantFrom('America/New_York', 'America/Los_Angeles', 'America/Phoenix', 'Pacific/Honolulu', 'UTC'),
});

test('over three years, ticks that come up to 22 hours late start every period once, and nothing else', () => {
  fc.assert(
    fc.property(
      schedules,
      cutOffs,
      fc.integer({ min: -9, max: 9 }),
      fc.nat(22),
      (schedule, cutOff, offset, lateHours) => {
        const paid = { ...schedule, payDateOffsetDays: offset };
        const started: string[] = [];
        for (const tick of ticksOf(paid, cutOff)) {
          const due = periodDueAt(paid, cutOff, tick + lateHours * HOUR_MS);
          if (!due.ok) expect(due.error.type).toBe('PAY_DATE_NOT_SUPPORTED');
          else if (due.value !== undefined) {
            expect(tick).toBe(cutOffAtMs(cutOff, due.value.endDate));
            started.push(due.value.startDate);
          }
        }
        expect(started).toEqual(periodsWithRules(paid));
      },
    ),
    { numRuns: 20 },
  );
});

/** The first days of all periods that have rules, found by trying every day. */
function periodsWithRules(schedule: PaySchedule): string[] {
  const starts: string[] = [];
  for (let day = '2025-10-01'; day < '2027-04-01'; day = addDays(day, 1)) {
    if (payPeriodOf(schedule, day).ok) starts.push(day);
  }
  return starts;
}
