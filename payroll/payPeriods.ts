import { previousBankingDay } from './bankingDays.ts';
import {
  addDays,
  dateOf,
  dateOfDayNumber,
  dayNumber,
  dayOf,
  daysInMonth,
  isValidDate,
  monthOf,
  yearOf,
  type CalendarDate,
} from './dates.ts';
import { type ErrorCode, refuse, type Result, succeed } from './errors.ts';

/** How often wages are paid. The first four have pay schedules; the others exist for withholding tables alone. */
export type PayFrequency =
  'WEEKLY' | 'BIWEEKLY' | 'SEMIMONTHLY' | 'MONTHLY' | 'QUARTERLY' | 'SEMIANNUAL' | 'ANNUAL' | 'DAILY';

/** Withholding factors, IRS Publication 15-T (2026) Table 3. A year with a 27th biweekly pay date keeps 26. */
export const PERIODS_PER_YEAR: Readonly<Record<PayFrequency, number>> = {
  WEEKLY: 52,
  BIWEEKLY: 26,
  SEMIMONTHLY: 24,
  MONTHLY: 12,
  QUARTERLY: 4,
  SEMIANNUAL: 2,
  ANNUAL: 1,
  DAILY: 260,
};

export type PaySchedule = {
  readonly frequency: 'WEEKLY' | 'BIWEEKLY' | 'SEMIMONTHLY' | 'MONTHLY';
  /** The first day of any one period. Semimonthly periods start on the 1st and the 16th; monthly ones on a day from 1 to 28. */
  readonly anchorDate: CalendarDate;
  /** Days from the last day of the period to the pay date; may be 0, or negative for pay in advance. */
  readonly payDateOffsetDays: number;
  /** Wages that fall due on a weekend or a Federal Reserve holiday are paid earlier, never later. */
  readonly holidayRule: 'PREVIOUS_BANKING_DAY';
};

export type PayPeriod = {
  readonly startDate: CalendarDate;
  readonly endDate: CalendarDate;
  /** The banking day on which wages are paid. It decides tax year, rates and year to date. */
  readonly payDate: CalendarDate;
  readonly frequency: PayFrequency;
  /** Withholding factor: 52, 26, 24, 12 ... */
  readonly periodsPerYear: number;
  /** 1 for the first pay date of the calendar year. */
  readonly indexInYear: number;
  /** Pay dates of this schedule in the calendar year of the pay date: 27 in some biweekly years. */
  readonly payDatesInYear: number;
};

/** The days of a period, both included. */
export type PeriodDays = Pick<PayPeriod, 'startDate' | 'endDate'>;

/**
 * Due dates that have rules. The first banking day of 2027 is Monday 4 January: wages due before it are paid, and taxed, on the
 * last one of 2026.
 */
const FIRST_DUE_DATE = '2026-01-01';
const LAST_DUE_DATE = '2027-01-03';

type Span = { readonly startDate: CalendarDate; readonly endDate: CalendarDate };

/** The period that contains `date`. */
function spanContaining(schedule: PaySchedule, date: CalendarDate): Span {
  const year = yearOf(date);
  const month = monthOf(date);
  switch (schedule.frequency) {
    case 'WEEKLY':
    case 'BIWEEKLY': {
      const length = schedule.frequency === 'WEEKLY' ? 7 : 14;
      const anchor = dayNumber(schedule.anchorDate);
      const start = anchor + Math.floor((dayNumber(date) - anchor) / length) * length;
      return { startDate: dateOfDayNumber(start), endDate: dateOfDayNumber(start + length - 1) };
    }
    case 'SEMIMONTHLY':
      return dayOf(date) <= 15
        ? { startDate: dateOf(year, month, 1), endDate: dateOf(year, month, 15) }
        : { startDate: dateOf(year, month, 16), endDate: dateOf(year, month, daysInMonth(year, month)) };
    case 'MONTHLY': {
      const startDay = dayOf(schedule.anchorDate);
      const monthsBack = dayOf(date) < startDay ? 1 : 0;
      const startDate = dateInMonth(year, month - monthsBack, startDay);
      return { startDate, endDate: addDays(dateInMonth(year, month - monthsBack + 1, startDay), -1) };
    }
  }
}

/** The given day of a month that may lie one outside 1 to 12. */
function dateInMonth(year: number, month: number, day: number): CalendarDate {
  if (month < 1) return dateOf(year - 1, 12, day);
  return month > 12 ? dateOf(year + 1, 1, day) : dateOf(year, month, day);
}

function duePayDate(schedule: PaySchedule, span: Span): CalendarDate {
  return addDays(span.endDate, schedule.payDateOffsetDays);
}

function payDateOf(schedule: PaySchedule, span: Span): CalendarDate {
  const payDate = previousBankingDay(duePayDate(schedule, span));
  // The dates that have rules lie a year inside the banking calendar, and periods are counted within one year.
  if (!payDate.ok) throw new RangeError(payDate.error.message);
  return payDate.value;
}

function next(schedule: PaySchedule, span: Span): Span {
  return spanContaining(schedule, addDays(span.endDate, 1));
}

function previous(schedule: PaySchedule, span: Span): Span {
  return spanContaining(schedule, addDays(span.startDate, -1));
}

function payPeriodOfSpan(schedule: PaySchedule, span: Span): Result<PayPeriod, ErrorCode> {
  const due = duePayDate(schedule, span);
  if (due < FIRST_DUE_DATE || due > LAST_DUE_DATE) {
    return refuse(
      'PAY_DATE_NOT_SUPPORTED',
      `The pay date ${due} lies outside the dates that have rules, ${FIRST_DUE_DATE} to ${LAST_DUE_DATE}.`,
      'Choose a period paid inside them, or add the rules of that year.',
    );
  }
  const payDate = payDateOf(schedule, span);
  const year = yearOf(payDate);
  let indexInYear = 1;
  for (let s = previous(schedule, span); yearOf(payDateOf(schedule, s)) === year; s = previous(schedule, s)) {
    indexInYear += 1;
  }
  let payDatesInYear = indexInYear;
  for (let s = next(schedule, span); yearOf(payDateOf(schedule, s)) === year; s = next(schedule, s)) {
    payDatesInYear += 1;
  }
  const { frequency } = schedule;
  const periodsPerYear = PERIODS_PER_YEAR[frequency];
  return succeed({ ...span, payDate, frequency, periodsPerYear, indexInYear, payDatesInYear });
}

function checkSchedule(schedule: PaySchedule): Result<PaySchedule, ErrorCode> {
  const { anchorDate, frequency, payDateOffsetDays } = schedule;
  if (!isValidDate(anchorDate)) {
    return refuse('INVALID_INPUT', `The anchor date "${anchorDate}" is not a date.`, 'Send YYYY-MM-DD.', 'anchorDate');
  }
  if (!Number.isSafeInteger(payDateOffsetDays) || Math.abs(payDateOffsetDays) > 31) {
    const problem = `The pay date offset ${payDateOffsetDays} is not a whole number of days from -31 to 31.`;
    return refuse('INVALID_INPUT', problem, 'Send a number of days in that range.', 'payDateOffsetDays');
  }
  if (frequency === 'SEMIMONTHLY' && dayOf(anchorDate) !== 1 && dayOf(anchorDate) !== 16) {
    const problem = `A semimonthly period cannot start on ${anchorDate}.`;
    return refuse('INVALID_INPUT', problem, 'Anchor it on the 1st or the 16th.', 'anchorDate');
  }
  if (frequency === 'MONTHLY' && dayOf(anchorDate) > 28) {
    const problem = `A monthly period cannot start on ${anchorDate}: not every month has that day.`;
    return refuse('INVALID_INPUT', problem, 'Anchor it on a day from 1 to 28.', 'anchorDate');
  }
  return succeed(schedule);
}

/**
 * The period of `schedule` that starts on `startDate`.
 * @returns `PERIOD_NOT_FOUND` naming the nearest periods, `PAY_DATE_NOT_SUPPORTED` outside the dates that have rules, `INVALID_INPUT`
 * @example payPeriodOf({ frequency: 'BIWEEKLY', anchorDate: '2026-01-05', payDateOffsetDays: 5, holidayRule: 'PREVIOUS_BANKING_DAY' }, '2026-01-19')
 */
export function payPeriodOf(schedule: PaySchedule, startDate: CalendarDate): Result<PayPeriod, ErrorCode> {
  const checked = checkSchedule(schedule);
  if (!checked.ok) return checked;
  if (!isValidDate(startDate)) {
    return refuse('INVALID_INPUT', `The start date "${startDate}" is not a date.`, 'Send YYYY-MM-DD.', 'startDate');
  }
  const span = spanContaining(schedule, startDate);
  if (span.startDate !== startDate) {
    const after = next(schedule, span);
    return refuse(
      'PERIOD_NOT_FOUND',
      `No ${schedule.frequency} period starts on ${startDate}.`,
      `The nearest are ${span.startDate} to ${span.endDate} and ${after.startDate} to ${after.endDate}.`,
      'startDate',
    );
  }
  return payPeriodOfSpan(schedule, span);
}

/** The periods that start from `from` to `to`, both included, oldest first. */
export function payPeriodsBetween(
  schedule: PaySchedule,
  from: CalendarDate,
  to: CalendarDate,
): Result<PayPeriod[], ErrorCode> {
  const checked = checkSchedule(schedule);
  if (!checked.ok) return checked;
  if (!isValidDate(from) || !isValidDate(to) || dayNumber(to) - dayNumber(from) > 3660) {
    return refuse(
      'INVALID_INPUT',
      `"${from}" to "${to}" is not a range of dates.`,
      'Send two dates, ten years apart at most.',
    );
  }
  const periods: PayPeriod[] = [];
  let span = spanContaining(schedule, from);
  if (span.startDate < from) span = next(schedule, span);
  for (; span.startDate <= to; span = next(schedule, span)) {
    const period = payPeriodOfSpan(schedule, span);
    if (!period.ok) return period;
    periods.push(period.value);
  }
  return succeed(periods);
}
