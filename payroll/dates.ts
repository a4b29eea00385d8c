/**
 * Calendar dates as `YYYY-MM-DD` strings, without `Date`: no time zone can move a pay date to the day before.
 * Strings of this form compare correctly with `<` and `>`.
 */
export type CalendarDate = string;

const DAYS_BEFORE_MONTH = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334];
const DAYS_IN_MONTH = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

export function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

export function daysInMonth(year: number, month: number): number {
  return month === 2 && isLeapYear(year) ? 29 : (DAYS_IN_MONTH[month - 1] ?? 0);
}

function digitsAt(text: string, start: number, length: number): number {
  let value = 0;
  for (let i = start; i < start + length; i++) {
    const digit = text.charCodeAt(i) - 48;
    if (!(digit >= 0 && digit <= 9)) return NaN;
    value = value * 10 + digit;
  }
  return value;
}

export function yearOf(date: CalendarDate): number {
  return digitsAt(date, 0, 4);
}

export function monthOf(date: CalendarDate): number {
  return digitsAt(date, 5, 2);
}

export function dayOf(date: CalendarDate): number {
  return digitsAt(date, 8, 2);
}

/** True for a real day written `YYYY-MM-DD` with a year from 1900 to 9999. */
export function isValidDate(text: unknown): boolean {
  if (typeof text !== 'string' || text.length !== 10 || text[4] !== '-' || text[7] !== '-') return false;
  const year = yearOf(text);
  const month = monthOf(text);
  const day = dayOf(text);
  return year >= 1900 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

export function dateOf(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}

/** Days since 1 January of the year 1 (day 0, a Monday in the Gregorian calendar). */
export function dayNumber(date: CalendarDate): number {
  const year = yearOf(date);
  const month = monthOf(date);
  const before = year - 1;
  const leapDay = month > 2 && isLeapYear(year) ? 1 : 0;
  const years = before * 365 + Math.floor(before / 4) - Math.floor(before / 100) + Math.floor(before / 400);
  return years + (DAYS_BEFORE_MONTH[month - 1] ?? 0) + leapDay + dayOf(date) - 1;
}

/** The date of a `dayNumber`. */
export function dateOfDayNumber(days: number): CalendarDate {
  let year = Math.floor(days / 365.2425) + 1;
  while (dayNumber(dateOf(year, 1, 1)) > days) year -= 1;
  while (dayNumber(dateOf(year + 1, 1, 1)) <= days) year += 1;
  let left = days - dayNumber(dateOf(year, 1, 1));
  let month = 1;
  while (left >= daysInMonth(year, month)) {
    left -= daysInMonth(year, month);
    month += 1;
  }
  return dateOf(year, month, left + 1);
}

export function addDays(date: CalendarDate, days: number): CalendarDate {
  return dateOfDayNumber(dayNumber(date) + days);
}

/** Days from `from` to `to`: 1 when `to` is the next day. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumber(to) - dayNumber(from);
}

/** 1 is Monday, 7 is Sunday. */
export function weekday(date: CalendarDate): number {
  return (dayNumber(date) % 7) + 1;
}

/** Mondays to Fridays from `from` to `to`, both included; 0 when `to` lies before `from`. */
export function workdaysBetween(from: CalendarDate, to: CalendarDate): number {
  const first = dayNumber(from);
  const days = dayNumber(to) - first + 1;
  if (days <= 0) return 0;
  const wholeWeeks = Math.floor(days / 7);
  let workdays = wholeWeeks * 5;
  for (let day = first + wholeWeeks * 7; day < first + days; day++) if (day % 7 < 5) workdays += 1;
  return workdays;
}

/** Whole years of age reached by `on`. */
export function ageOn(birthDate: CalendarDate, on: CalendarDate): number {
  const hadBirthday = on.slice(5) >= birthDate.slice(5);
  return yearOf(on) - yearOf(birthDate) - (hadBirthday ? 0 : 1);
}
