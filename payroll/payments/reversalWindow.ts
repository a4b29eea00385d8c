import { addBankingDays, nextBankingDay } from '../bankingDays.ts';
import { addDays, isValidDate, type CalendarDate } from '../dates.ts';
import { refuse, succeed, type Result } from '../errors.ts';

export type ReversalWindow = {
  /** The last day on which the reversal may be sent; on it, not after the hour at which the error was found. */
  readonly sendByDate: CalendarDate;
  /** The effective entry date of a reversal sent today. By then the employees must have been told. */
  readonly effectiveEntryDate: CalendarDate;
};

export type PaidInError = {
  /** When the wrong credits settled, or are to settle. */
  readonly settlementDate: CalendarDate;
  /** When the error was found, in US Eastern time. */
  readonly errorFoundDate: CalendarDate;
};

/**
 * Until when a reversal of wage credits may go out, or why it may not any more: sent within five banking days of the
 * settlement of the wrong entries, and within 24 hours of finding the error.
 *
 * A person decides the rest: reversals are only for a duplicate, a wrong receiver, a wrong amount, or a credit dated
 * later than intended, and reverse the whole amount. A reversal is a debit, which the employee's bank may refuse:
 * never count the money as back.
 * @param today in US Eastern time
 * @returns `REVERSAL_WINDOW_CLOSED`, `PAY_DATE_NOT_SUPPORTED` outside the banking calendar, `INVALID_INPUT` for no date
 * Source: Nacha Operating Rules, reversing entries.
 */
export function reversalWindow(paid: PaidInError, today: CalendarDate): Result<ReversalWindow> {
  const { settlementDate, errorFoundDate } = paid;
  const lastDate = addBankingDays(settlementDate, 5);
  if (!lastDate.ok) return lastDate;
  if (!isValidDate(errorFoundDate)) {
    return refuse('INVALID_INPUT', `"${errorFoundDate}" is not a date.`, 'Send YYYY-MM-DD.', 'errorFoundDate');
  }
  const resolution = 'Agree with the employees how they pay the money back, or take it from the next pay.';
  if (today > lastDate.value) {
    const problem = `The wages settled on ${settlementDate}; a reversal could be sent until ${lastDate.value}.`;
    return refuse('REVERSAL_WINDOW_CLOSED', problem, resolution);
  }
  const dayAfterFinding = addDays(errorFoundDate, 1);
  if (today > dayAfterFinding) {
    const problem = `The error was found on ${errorFoundDate}; a reversal could be sent within 24 hours.`;
    return refuse('REVERSAL_WINDOW_CLOSED', problem, resolution);
  }
  const processed = nextBankingDay(today);
  if (!processed.ok) return processed;
  const settles = addBankingDays(processed.value, 1);
  if (!settles.ok) return settles;
  return succeed({
    sendByDate: dayAfterFinding < lastDate.value ? dayAfterFinding : lastDate.value,
    // Not before the credits that it reverses: there would be nothing to take.
    effectiveEntryDate: settles.value < settlementDate ? settlementDate : settles.value,
  });
}
