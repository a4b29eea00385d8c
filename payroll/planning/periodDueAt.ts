import { addDays, dateOf, dayOf, monthOf, yearOf, type CalendarDate } from '../dates.ts';
import { type ErrorCode, type Result, succeed } from '../errors.ts';
import { payPeriodOf, type PayPeriod, type PaySchedule } from '../payPeriods.ts';
import { checkCutOff, cutOffAtMs, type CutOff } from './CutOff.ts';
import { clockAt } from './zonedTime.ts';

/**
 * The period whose run a tick starts, or `undefined` where the tick is none of the schedule's cut-offs: the week off of a
 * biweekly schedule, or the 28th of a month with 31 days.
 * @param instantMs when the tick was due (`<aws.scheduler.scheduled-time>`), or when it came: before that time of the next day
 * @returns `PAY_DATE_NOT_SUPPORTED` where a period is due and has no rules, `INVALID_INPUT` for the schedule or the cut-off
 */
export function periodDueAt(
  schedule: PaySchedule,
  cutOff: CutOff,
  instantMs: number,
): Result<PayPeriod | undefined, ErrorCode> {
  const checked = checkCutOff(cutOff);
  if (!checked.ok) return checked;
  const endDate = endDateOfTick(cutOff, instantMs);
  const startDate = startOfPeriodEnding(schedule, endDate);
  if (startDate === undefined) return succeed(undefined);
  const period = payPeriodOf(schedule, startDate);
  if (!period.ok) return period.error.type === 'PERIOD_NOT_FOUND' ? succeed(undefined) : period;
  return succeed(period.value.endDate === endDate ? period.value : undefined);
}

/** The day whose cut-off is the last before the tick, if a period ends on it. */
function endDateOfTick(cutOff: CutOff, instantMs: number): CalendarDate {
  const endDate = addDays(clockAt(instantMs, cutOff.timeZone).date, -cutOff.daysAfterPeriodEnd);
  return cutOffAtMs(cutOff, endDate) <= instantMs ? endDate : addDays(endDate, -1);
}

/** Where a period would start that ends on `endDate`; `undefined` where none can. */
function startOfPeriodEnding({ frequency, anchorDate }: PaySchedule, endDate: CalendarDate): CalendarDate | undefined {
  switch (frequency) {
    case 'WEEKLY':
      return addDays(endDate, -6);
    case 'BIWEEKLY':
      return addDays(endDate, -13);
    case 'SEMIMONTHLY':
      return dateOf(yearOf(endDate), monthOf(endDate), dayOf(endDate) <= 15 ? 1 : 16);
    case 'MONTHLY': {
      const after = addDays(endDate, 1);
      if (dayOf(after) !== dayOf(anchorDate)) return undefined;
      const monthBefore = addDays(after, -dayOf(after));
      return dateOf(yearOf(monthBefore), monthOf(monthBefore), dayOf(after));
    }
  }
}
