import { addDays, type CalendarDate } from '../dates.ts';
import { cents } from '../money.ts';
import { businessDayFrom } from './businessDays.ts';
import { type DueDeposit, type PaidTax, quarterOf } from './DueDeposit.ts';

/** Up to here a quarter's tax is carried on to the next. */
const CARRIED_CENTS = 500_00;

/**
 * The deposits of federal unemployment tax (Form 940): a quarter's sum, with what was carried, is due by the end of the next month
 * once it is over 500 dollars; what is left of the fourth quarter is due with the return, on the same day.
 * @param paid of one calendar year
 * Source: IRS Instructions for Form 940, "When must you deposit your FUTA tax?".
 */
export function unemploymentDeposits(paid: readonly PaidTax[]): DueDeposit[] {
  const authority = 'US_940';
  const quarters = new Map<CalendarDate, number>();
  for (const { payDate, amountCents } of paid) {
    const { end } = quarterOf(payDate);
    quarters.set(end, (quarters.get(end) ?? 0) + amountCents);
  }
  const deposits: DueDeposit[] = [];
  let carriedCents = 0;
  let carriedFrom: CalendarDate | undefined;
  const ends = [...quarters.keys()].sort();
  for (const end of ends) {
    const { start, number } = quarterOf(end);
    carriedFrom ??= start;
    carriedCents += quarters.get(end) ?? 0;
    if (carriedCents <= 0 || (carriedCents <= CARRIED_CENTS && number < 4)) continue;
    deposits.push({
      liabilityId: `${authority}_${end}`,
      authority,
      periodStartDate: carriedFrom,
      periodEndDate: end,
      rule: 'QUARTERLY',
      dueDate: businessDayFrom(endOfNextMonth(end)),
      amountCents: cents(carriedCents),
    });
    carriedCents = 0;
    carriedFrom = undefined;
  }
  // Not over the limit yet: due at the latest with the return of the year.
  const last = ends.at(-1);
  if (carriedCents > 0 && carriedFrom !== undefined && last !== undefined) {
    const yearEnd = `${last.slice(0, 4)}-12-31`;
    deposits.push({
      liabilityId: `${authority}_${yearEnd}`,
      authority,
      periodStartDate: carriedFrom,
      periodEndDate: yearEnd,
      rule: 'QUARTERLY',
      dueDate: businessDayFrom(endOfNextMonth(yearEnd)),
      amountCents: cents(carriedCents),
    });
  }
  return deposits;
}

/** The last day of the month after the one that ends on `date`. */
function endOfNextMonth(date: CalendarDate): CalendarDate {
  let day = addDays(date, 28);
  const month = addDays(date, 1).slice(0, 7);
  while (addDays(day, 1).startsWith(month)) day = addDays(day, 1);
  return day;
}
