import type { CalendarDate } from '../dates.ts';
import type { Cents } from '../money.ts';

/** Tax that became owed on a pay date; negative where pay of that date was reversed. */
export type PaidTax = { readonly payDate: CalendarDate; readonly amountCents: Cents };

/** How the due date was found. `OTHER`: no rule is confirmed here, and the agency's notice tells. */
export type DepositRule = 'MONTHLY' | 'SEMIWEEKLY' | 'NEXT_DAY' | 'QUARTERLY' | 'OTHER';

/** What is owed to one authority by one day. */
export type DueDeposit = {
  /** Names it for ever: the authority and the last day of its period. */
  readonly liabilityId: string;
  /** As the ledger calls it: `US_941`, `CA_WITHHOLDING`. */
  readonly authority: string;
  readonly periodStartDate: CalendarDate;
  readonly periodEndDate: CalendarDate;
  readonly rule: DepositRule;
  /** `undefined` where no rule or no calendar is known. */
  readonly dueDate: CalendarDate | undefined;
  readonly amountCents: Cents;
};

/** First and last day of a calendar quarter. */
export function quarterOf(date: CalendarDate): { start: CalendarDate; end: CalendarDate; number: 1 | 2 | 3 | 4 } {
  const year = date.slice(0, 4);
  const number = Math.ceil(Number(date.slice(5, 7)) / 3) as 1 | 2 | 3 | 4;
  const [start, end] = QUARTERS[number];
  return { start: `${year}-${start}`, end: `${year}-${end}`, number };
}

const QUARTERS = {
  1: ['01-01', '03-31'],
  2: ['04-01', '06-30'],
  3: ['07-01', '09-30'],
  4: ['10-01', '12-31'],
} as const;
