import { addDays, type CalendarDate } from '../dates.ts';
import { type ErrorCode, type Result, succeed } from '../errors.ts';
import { payPeriodOf, type PayPeriod, type PaySchedule } from '../payPeriods.ts';
import { checkCutOff, cutOffAtMs, type CutOff } from './CutOff.ts';
import { submissionOf } from './submission.ts';

/** A regular run that the calendar has planned. Instants are milliseconds since 1970 UTC. */
export type UpcomingRun = {
  /** With `indexInYear` of `payDatesInYear`: a biweekly year of 27 pay dates shows there. */
  readonly period: PayPeriod;
  /** The pay date as the schedule has it, where a weekend or a banking holiday moved it. */
  readonly payDateMovedFrom: CalendarDate | undefined;
  /** What is entered later is not in the run. */
  readonly cutOffAtMs: number;
  /** The banking day on which the file goes to the bank. */
  readonly submissionDate: CalendarDate;
  /** Approved later, the money may arrive late. */
  readonly approvalDueAtMs: number;
};

/** No period is longer than a month, and no row of closed days moves a pay date by more than a week. */
const LONGEST_PERIOD_DAYS = 31;
const LONGEST_MOVE_DAYS = 7;

/**
 * The next runs of a schedule: those that are not paid yet on `today`, the earliest first. Runs whose cut-off has passed are
 * among them until they are paid.
 * @param count the most to answer; there are fewer where the dates with rules end
 * @returns `PAY_DATE_NOT_SUPPORTED` where not even the first has rules, `INVALID_INPUT` for the schedule or the cut-off
 */
export function upcomingRuns(
  schedule: PaySchedule,
  cutOff: CutOff,
  today: CalendarDate,
  count: number,
): Result<UpcomingRun[], ErrorCode> {
  const checked = checkCutOff(cutOff);
  if (!checked.ok) return checked;
  const runs: UpcomingRun[] = [];
  let period = firstPaidFrom(schedule, today);
  if (!period.ok) return period;
  while (period.ok && runs.length < count) {
    const run = upcomingRunOf(schedule, cutOff, period.value);
    if (!run.ok) return run;
    runs.push(run.value);
    period = payPeriodOf(schedule, addDays(period.value.endDate, 1));
  }
  return succeed(runs);
}

/** The first period whose pay date is `today` or later. */
function firstPaidFrom(schedule: PaySchedule, today: CalendarDate): Result<PayPeriod, ErrorCode> {
  const earliestStart = addDays(today, -schedule.payDateOffsetDays - LONGEST_PERIOD_DAYS);
  let found = payPeriodOf(schedule, earliestStart);
  for (let days = 1; days <= 2 * LONGEST_PERIOD_DAYS + LONGEST_MOVE_DAYS; days++) {
    if (found.ok && found.value.payDate >= today) return found;
    const period = payPeriodOf(schedule, addDays(earliestStart, days));
    // Of the days in between, no period starts: only a period, or that it has no rules, is an answer.
    if (period.ok || period.error.type !== 'PERIOD_NOT_FOUND') found = period;
  }
  return found;
}

function upcomingRunOf(schedule: PaySchedule, cutOff: CutOff, period: PayPeriod): Result<UpcomingRun, ErrorCode> {
  const submission = submissionOf(period.payDate);
  if (!submission.ok) return submission;
  const due = addDays(period.endDate, schedule.payDateOffsetDays);
  return succeed({
    period,
    payDateMovedFrom: due === period.payDate ? undefined : due,
    cutOffAtMs: cutOffAtMs(cutOff, period.endDate),
    submissionDate: submission.value.date,
    approvalDueAtMs: submission.value.dueAtMs,
  });
}
