import { addDays, isValidDate, weekday, type CalendarDate } from './dates.ts';
import { type ErrorCode, refuse, type Result, succeed } from './errors.ts';

/**
 * Holidays of the Federal Reserve Banks. One that falls on a Saturday moves nothing (4 July 2026: Friday 3 July is a
 * banking day); one on a Sunday closes the Monday. Source: Federal Reserve Banks, holiday schedule.
 */
const BANK_HOLIDAYS: ReadonlySet<CalendarDate> = new Set(
  Object.entries({
    2024: '01-01 01-15 02-19 05-27 06-19 07-04 09-02 10-14 11-11 11-28 12-25',
    2025: '01-01 01-20 02-17 05-26 06-19 07-04 09-01 10-13 11-11 11-27 12-25',
    2026: '01-01 01-19 02-16 05-25 06-19 09-07 10-12 11-11 11-26 12-25',
    2027: '01-01 01-18 02-15 05-31 07-05 09-06 10-11 11-11 11-25',
  }).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);

/** The days whose holidays are known. Beyond them nobody may guess whether a bank is open. */
export const BANKING_CALENDAR = { firstDate: '2024-01-01', lastDate: '2027-12-31' } as const;

function isInCalendar(date: CalendarDate): boolean {
  return date >= BANKING_CALENDAR.firstDate && date <= BANKING_CALENDAR.lastDate;
}

/** Whether the Federal Reserve Banks settle on `date`. Throws outside the calendar: callers with dates from outside use the functions below. */
export function isBankingDay(date: CalendarDate): boolean {
  if (!isInCalendar(date)) throw new RangeError(`${date} lies outside the banking calendar`);
  return weekday(date) <= 5 && !BANK_HOLIDAYS.has(date);
}

/** `date` itself, or the last banking day before it. @returns `PAY_DATE_NOT_SUPPORTED` outside the calendar, `INVALID_INPUT` for no date */
export function previousBankingDay(date: CalendarDate): Result<CalendarDate, ErrorCode> {
  return openDayFrom(date, -1);
}

/** `date` itself, or the first banking day after it. @returns `PAY_DATE_NOT_SUPPORTED` outside the calendar, `INVALID_INPUT` for no date */
export function nextBankingDay(date: CalendarDate): Result<CalendarDate, ErrorCode> {
  return openDayFrom(date, 1);
}

/**
 * The banking day that lies `days` banking days after `date`, or before it when `days` is negative. `date` itself is not
 * counted and may be any day: one banking day after a Saturday is Monday.
 * @returns `PAY_DATE_NOT_SUPPORTED` outside the calendar, `INVALID_INPUT` for no date
 * @example addBankingDays('2026-11-25', 2) // 2026-11-30: Thanksgiving and a weekend lie between
 */
export function addBankingDays(date: CalendarDate, days: number): Result<CalendarDate, ErrorCode> {
  if (!Number.isSafeInteger(days) || days === 0) throw new RangeError(`${days} is not a number of banking days`);
  const step = days < 0 ? -1 : 1;
  let day = openDayFrom(date, step, 'DAY_AFTER');
  for (let counted = 1; counted < Math.abs(days) && day.ok; counted++) day = openDayFrom(day.value, step, 'DAY_AFTER');
  return day;
}

function openDayFrom(
  date: CalendarDate,
  step: 1 | -1,
  start: 'SAME_DAY' | 'DAY_AFTER' = 'SAME_DAY',
): Result<CalendarDate, ErrorCode> {
  if (!isValidDate(date)) return refuse('INVALID_INPUT', `"${date}" is not a date.`, 'Send YYYY-MM-DD.');
  let day = start === 'SAME_DAY' ? date : addDays(date, step);
  while (isInCalendar(day)) {
    if (isBankingDay(day)) return succeed(day);
    day = addDays(day, step);
  }
  const { firstDate, lastDate } = BANKING_CALENDAR;
  return refuse(
    'PAY_DATE_NOT_SUPPORTED',
    `${day} lies outside the banking calendar, ${firstDate} to ${lastDate}.`,
    'Choose a date inside it, or add the Federal Reserve holidays of that year to payroll/bankingDays.ts.',
  );
}
