import { addDays, dateOf, dayOf, weekday } from '../dates.ts';
import { succeed, type Result } from '../errors.ts';
import type { PaySchedule } from '../payPeriods.ts';
import { checkCutOff, type CutOff } from './CutOff.ts';

/** `ScheduleExpression` and `ScheduleExpressionTimezone` of EventBridge Scheduler. */
export type ScheduleExpression = { readonly expression: string; readonly timeZone: string };

const WEEKDAYS = ['MON', 'TUE', 'WED', 'THU', 'FRI', 'SAT', 'SUN'];

/** A common and a leap year have months of every length. */
const SAMPLE_YEARS = [2027, 2028];

/**
 * When EventBridge Scheduler has to tick so that no cut-off of the schedule is missed. It ticks more often than that: cron has
 * no second week, and no day before the last of a month. `periodDueAt` knows which ticks have a period to start.
 * @returns `INVALID_INPUT` for the cut-off
 * @example scheduleExpressionOf(biweekly, { daysAfterPeriodEnd: 1, timeOfDay: '09:00', timeZone: 'America/Chicago' })
 * // { expression: 'cron(0 9 ? * MON *)', timeZone: 'America/Chicago' }
 */
export function scheduleExpressionOf(schedule: PaySchedule, cutOff: CutOff): Result<ScheduleExpression> {
  const checked = checkCutOff(cutOff);
  if (!checked.ok) return checked;
  const [hour, minute] = cutOff.timeOfDay.split(':').map(Number);
  const days = daysOf(schedule, cutOff.daysAfterPeriodEnd);
  return succeed({ expression: `cron(${minute} ${hour} ${days} *)`, timeZone: cutOff.timeZone });
}

/** Day of month, month and day of week, of which exactly one kind of day is a `?`. */
function daysOf({ frequency, anchorDate }: PaySchedule, daysAfterPeriodEnd: number): string {
  switch (frequency) {
    case 'WEEKLY':
    case 'BIWEEKLY':
      // The last day of a period is the day of the week before its first.
      return `? * ${WEEKDAYS[weekday(addDays(anchorDate, daysAfterPeriodEnd - 1)) - 1]}`;
    case 'SEMIMONTHLY':
      return `${daysOfMonth([1, 16], daysAfterPeriodEnd)} * ?`;
    case 'MONTHLY':
      return `${daysOfMonth([dayOf(anchorDate)], daysAfterPeriodEnd)} * ?`;
  }
}

/** Every day of a month on which a cut-off can fall, given the days on which periods start. */
function daysOfMonth(startDays: readonly number[], daysAfterPeriodEnd: number): string {
  const days = new Set<number>();
  for (const year of SAMPLE_YEARS) {
    for (let month = 1; month <= 12; month++) {
      for (const day of startDays) days.add(dayOf(addDays(dateOf(year, month, day), daysAfterPeriodEnd - 1)));
    }
  }
  return [...days].sort((a, b) => a - b).join(',');
}
