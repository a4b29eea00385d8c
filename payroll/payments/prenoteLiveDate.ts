import { addBankingDays } from '../bankingDays.ts';
import type { CalendarDate } from '../dates.ts';
import type { Result } from '../errors.ts';

/**
 * The first day on which wages may be sent to an account whose prenote settled on `settlementDate` and did not come
 * back: the third banking day after it. Source: Nacha Operating Rules, prenotification.
 * @returns `PAY_DATE_NOT_SUPPORTED` outside the banking calendar
 * @example prenoteLiveDate('2026-11-24') // 2026-11-30: 25, 27 and 30 November, Thanksgiving left out
 */
export function prenoteLiveDate(settlementDate: CalendarDate): Result<CalendarDate> {
  return addBankingDays(settlementDate, 3);
}
