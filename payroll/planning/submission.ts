import { addBankingDays } from '../bankingDays.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { type ErrorCode, type Result, succeed } from '../errors.ts';
import { clockAt, instantOf } from './zonedTime.ts';

/**
 * The most that the operators take credits ahead of their effective date, and what most banks ask for. What comes a day later
 * settles in time where the bank still takes it (`effectiveEntryDate`); nothing is planned on that. Source: Nacha Operating
 * Rules, effective entry date.
 */
const BANKING_DAYS_AHEAD = 2;

/** When the banks' day ends. Their own deadlines differ by an hour or two; the operators keep Eastern time. */
const DAY_ENDS_AT = '17:00';
const BANKS_TIME_ZONE = 'America/New_York';

/** When the file of a pay date goes to the bank at the latest; `dueAtMs` is milliseconds since 1970 UTC. */
export type Submission = { readonly date: CalendarDate; readonly dueAtMs: number };

/**
 * When the direct deposits of a pay date must be at the bank.
 * @returns `PAY_DATE_NOT_SUPPORTED` outside the banking calendar
 * @example submissionOf('2026-11-27') // on 2026-11-24, 17:00 in New York: Thanksgiving lies between
 */
export function submissionOf(payDate: CalendarDate): Result<Submission, ErrorCode> {
  const date = addBankingDays(payDate, -BANKING_DAYS_AHEAD);
  if (!date.ok) return date;
  return succeed({ date: date.value, dueAtMs: instantOf(date.value, DAY_ENDS_AT, BANKS_TIME_ZONE) });
}

/** The date that the bank writes on what is handed to it at `nowMs`: after closing time, the next. It need not be a banking day. */
export function bankDateAt(nowMs: number): CalendarDate {
  const { date } = clockAt(nowMs, BANKS_TIME_ZONE);
  return nowMs <= instantOf(date, DAY_ENDS_AT, BANKS_TIME_ZONE) ? date : addDays(date, 1);
}
