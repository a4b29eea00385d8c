import { addDays, dateOf, daysInMonth, monthOf, weekday, yearOf, type CalendarDate } from '../dates.ts';
import { cents } from '../money.ts';
import { businessDayFrom, businessDaysAfter } from './businessDays.ts';
import { type DueDeposit, type PaidTax, quarterOf } from './DueDeposit.ts';

/** How an employer deposits, by what its returns of the lookback period came to. */
export type DepositSchedule = 'MONTHLY' | 'SEMIWEEKLY';

const NEXT_DAY_CENTS = 100_000_00;

type Period = { readonly start: CalendarDate; readonly end: CalendarDate };

/**
 * The deposits of income tax, Social Security and Medicare (Form 941) that follow from what was paid.
 *
 * Monthly: the pays of a month by the 15th of the next. Semiweekly: those of Wednesday to Friday by the following Wednesday, of
 * Saturday to Tuesday by the following Friday, but never fewer than three business days after the period; a period that lies in two
 * quarters makes two deposits. 100,000 dollars or more within one period are due on the next business day, counting begins again after
 * it, and a monthly depositor is semiweekly from then on. A day or a period never comes to less than nothing: what was reversed in
 * excess comes off the next.
 * @param paid of one calendar year, in the order of pay dates
 * Source: IRS Pub. 15 (2026), section 11.
 */
export function federalDeposits(paid: readonly PaidTax[], schedule: DepositSchedule): DueDeposit[] {
  const deposits: DueDeposit[] = [];
  let follows = schedule;
  let open: { period: Period; rule: DepositSchedule; start: CalendarDate; owedCents: number } | undefined;
  let carriedCents = 0;
  const close = (): void => {
    if (open && open.owedCents > 0) deposits.push(dueOf(open.rule, open.start, open.period.end, open.owedCents));
    open = undefined;
  };
  for (const { payDate, amountCents } of byDay(paid)) {
    const period = periodOf(payDate, follows);
    if (!open || open.period.end !== period.end || open.rule !== follows) {
      close();
      open = { period, rule: follows, start: period.start, owedCents: 0 };
    }
    open.owedCents += amountCents + carriedCents;
    carriedCents = Math.min(0, open.owedCents);
    open.owedCents -= carriedCents;
    if (open.owedCents < NEXT_DAY_CENTS) continue;
    deposits.push(dueOf('NEXT_DAY', open.start, payDate, open.owedCents));
    // What is paid later in the same period is counted from the day after.
    open = { period, rule: follows, start: addDays(payDate, 1), owedCents: 0 };
    if (follows === 'MONTHLY') {
      follows = 'SEMIWEEKLY';
      open = undefined;
    }
  }
  close();
  return deposits;
}

/** One amount a day, in order. */
function byDay(paid: readonly PaidTax[]): PaidTax[] {
  const days = new Map<CalendarDate, number>();
  for (const { payDate, amountCents } of paid) days.set(payDate, (days.get(payDate) ?? 0) + amountCents);
  return [...days]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([payDate, amountCents]) => ({ payDate, amountCents: cents(amountCents) }));
}

function periodOf(payDate: CalendarDate, schedule: DepositSchedule): Period {
  if (schedule === 'MONTHLY') return monthOfDate(payDate);
  const day = weekday(payDate);
  // Wednesday (3) to Friday (5), or Saturday (6) to Tuesday (2).
  const sinceStart = day >= 3 && day <= 5 ? day - 3 : (day + 1) % 7;
  const length = day >= 3 && day <= 5 ? 3 : 4;
  const start = addDays(payDate, -sinceStart);
  const end = addDays(start, length - 1);
  const quarter = quarterOf(payDate);
  return { start: start < quarter.start ? quarter.start : start, end: end > quarter.end ? quarter.end : end };
}

function monthOfDate(date: CalendarDate): Period {
  const [year, month] = [yearOf(date), monthOf(date)];
  return { start: dateOf(year, month, 1), end: dateOf(year, month, daysInMonth(year, month)) };
}

function dueOf(
  rule: 'MONTHLY' | 'SEMIWEEKLY' | 'NEXT_DAY',
  periodStartDate: CalendarDate,
  periodEndDate: CalendarDate,
  amountCents: number,
): DueDeposit {
  const authority = 'US_941';
  return {
    liabilityId: `${authority}_${periodEndDate}${rule === 'NEXT_DAY' ? '_NEXT_DAY' : ''}`,
    authority,
    periodStartDate,
    periodEndDate,
    rule,
    dueDate: dueDateOf(rule, periodEndDate),
    amountCents: cents(amountCents),
  };
}

function dueDateOf(rule: 'MONTHLY' | 'SEMIWEEKLY' | 'NEXT_DAY', periodEndDate: CalendarDate): CalendarDate | undefined {
  switch (rule) {
    case 'NEXT_DAY':
      return businessDaysAfter(periodEndDate, 1);
    case 'MONTHLY':
      return businessDayFrom(addDays(periodEndDate, 15));
    case 'SEMIWEEKLY':
      // Three business days after the period's Friday or Tuesday, also where a quarter's end cuts it short.
      return businessDaysAfter(endOfSemiweek(periodEndDate), 3);
  }
}

/** The Friday or the Tuesday at or after a day. */
function endOfSemiweek(date: CalendarDate): CalendarDate {
  let day = date;
  while (weekday(day) !== 5 && weekday(day) !== 2) day = addDays(day, 1);
  return day;
}
