import { addDays, dateOfDayNumber, dayNumber, weekday, type CalendarDate } from './dates.ts';
import type { PayFrequency, PeriodDays } from './payPeriods.ts';
import type { Workweek } from './EmployeePayFacts.ts';

/** Monday first, as `weekday` counts them from 1. */
export const DAYS_OF_WEEK = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;

export type DayOfWeek = (typeof DAYS_OF_WEEK)[number];

/** On which day workweeks begin where nobody said so: with the periods of whole weeks, otherwise on Sunday. */
export function usualWorkweekStart(frequency: PayFrequency, anchorDate: CalendarDate): DayOfWeek {
  if (frequency !== 'WEEKLY' && frequency !== 'BIWEEKLY') return 'SUNDAY';
  return DAYS_OF_WEEK[weekday(anchorDate) - 1] ?? 'SUNDAY';
}

/** The first day of the workweek that a day is in: a fixed, recurring 168 hours, whatever the pay period (29 CFR 778.104-105). */
export function workweekStartOf(date: CalendarDate, startsOn: DayOfWeek): CalendarDate {
  const first = DAYS_OF_WEEK.indexOf(startsOn);
  const day = dayNumber(date);
  return dateOfDayNumber(day - ((day - first + 7) % 7));
}

/** The last day of a workweek. */
export const lastDayOf = ({ startDate }: Pick<Workweek, 'startDate'>): CalendarDate => addDays(startDate, 6);

/**
 * Whether a workweek ends after a period, so that the next one owes its overtime (29 CFR 778.106). Only hours by date say
 * which of them belong to which period; hours by the week are paid where they are entered.
 */
export const endsLater = (week: Workweek, { endDate }: PeriodDays): boolean =>
  lastDayOf(week) > endDate && week.work.some(({ date }) => date !== undefined);
