import { addBankingDays, nextBankingDay, previousBankingDay } from '../bankingDays.ts';
import type { CalendarDate } from '../dates.ts';
import { type ErrorCode, type Result, succeed } from '../errors.ts';
import type { Cents } from '../money.ts';
import { LARGEST_ENTRY_CENTS } from './ach/achEntryProblem.ts';

export type EffectiveEntryDate = {
  /** The banking day on which the wages are meant to settle: written into the batch header. */
  readonly effectiveEntryDate: CalendarDate;
  /**
   * `ON_TIME`: settles on the pay date by the ordinary way. `SAME_DAY`: only same-day ACH still settles on it. `LATE`: the
   * pay date has passed, and the money settles after it.
   */
  readonly timing: 'ON_TIME' | 'SAME_DAY' | 'LATE';
  /** First day to hand the file over: operators take credits at most two banking days ahead. */
  readonly submitFromDate: CalendarDate;
  /** Last day to hand the file over. The company's own bank sets the hour. */
  readonly submitByDate: CalendarDate;
  /** For `SAME_DAY`, the operators' last deadline on that day, US Eastern time; the company's bank closes earlier. */
  readonly submitByTimeEastern: string | undefined;
  /** The most that one entry may carry on this way. */
  readonly entryLimitCents: Cents;
};

/** Source: Nacha Operating Rules, same-day ACH; the operators' last of three windows (10:30, 14:45, 16:45). */
const SAME_DAY_ACH = { submitByTimeEastern: '16:45', entryLimitCents: 100_000_000 as Cents } as const;
const ORDINARY_ACH = { submitByTimeEastern: undefined, entryLimitCents: LARGEST_ENTRY_CENTS } as const;

/**
 * When wages settle that are to be paid on `payDate` and are not sent before `today`.
 *
 * A pay date on which banks are closed moves to the banking day before it: wages come early, never late. A pay date
 * that has passed settles on the banking day after the file is processed.
 * @param today the date in US Eastern time, by which the ACH operators count
 * @returns `PAY_DATE_NOT_SUPPORTED` outside the banking calendar, `INVALID_INPUT` for no date
 * Source: Nacha Operating Rules, effective entry date.
 */
export function effectiveEntryDate(payDate: CalendarDate, today: CalendarDate): Result<EffectiveEntryDate, ErrorCode> {
  const wanted = previousBankingDay(payDate);
  if (!wanted.ok) return wanted;
  const processed = nextBankingDay(today);
  if (!processed.ok) return processed;
  if (processed.value === wanted.value) {
    const date = wanted.value;
    return succeed({
      effectiveEntryDate: date,
      timing: 'SAME_DAY',
      submitFromDate: date,
      submitByDate: date,
      ...SAME_DAY_ACH,
    });
  }
  const isLate = processed.value > wanted.value;
  const settles = isLate ? addBankingDays(processed.value, 1) : wanted;
  if (!settles.ok) return settles;
  const from = addBankingDays(settles.value, -2);
  if (!from.ok) return from;
  const by = addBankingDays(settles.value, -1);
  if (!by.ok) return by;
  return succeed({
    effectiveEntryDate: settles.value,
    timing: isLate ? 'LATE' : 'ON_TIME',
    submitFromDate: from.value,
    submitByDate: by.value,
    ...ORDINARY_ACH,
  });
}
