import { addDays, weekday, type CalendarDate } from '../dates.ts';

/**
 * Legal holidays in the District of Columbia, which decide when a federal deposit is due. They are not those of the banks: 16
 * April and 3 July 2026 are business days of the Federal Reserve.
 * Source: IRS Pub. 15 (2026), section 11, "Deposits due on business days only".
 */
const HOLIDAYS: ReadonlySet<CalendarDate> = new Set(
  Object.entries({
    2026: '01-01 01-19 02-16 04-16 05-25 06-19 07-03 09-07 10-12 11-11 11-26 12-25',
    2027: '01-01 01-18',
  }).flatMap(([year, days]) => days.split(' ').map((day) => `${year}-${day}`)),
);

/** The days whose holidays are known: pay dates of 2026 and everything that falls due for them. */
const FIRST = '2026-01-01';
const LAST = '2027-02-12';

/** Whether a federal deposit can be due on a day; `undefined` where the holidays are not known. */
function isBusinessDay(date: CalendarDate): boolean | undefined {
  if (date < FIRST || date > LAST) return undefined;
  return weekday(date) <= 5 && !HOLIDAYS.has(date);
}

/** `date` itself, or the first business day after it; `undefined` where the holidays are not known. */
export function businessDayFrom(date: CalendarDate): CalendarDate | undefined {
  let day = date;
  for (;;) {
    const isOpen = isBusinessDay(day);
    if (isOpen !== false) return isOpen ? day : undefined;
    day = addDays(day, 1);
  }
}

/** The business day that lies so many business days after `date`, which is not counted. */
export function businessDaysAfter(date: CalendarDate, days: number): CalendarDate | undefined {
  let day: CalendarDate | undefined = date;
  for (let counted = 0; counted < days && day !== undefined; counted++) day = businessDayFrom(addDays(day, 1));
  return day;
}
