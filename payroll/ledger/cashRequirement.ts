import type { CalendarDate } from '../dates.ts';
import { succeed, type Result } from '../errors.ts';
import { add, cents, ZERO, type Cents } from '../money.ts';
import { submissionOf } from '../planning/submission.ts';
import {
  DEDUCTIONS_PAYABLE,
  GARNISHMENTS_PAYABLE,
  nameOfAccount,
  NET_PAY_PAYABLE,
  TAXES_PAYABLE,
  type Account,
} from './chartOfAccounts.ts';
import type { Postings } from './Postings.ts';

/** Net pay of a run by the way it leaves; the two are all of it. */
export type NetPayByMethod = { readonly directDepositCents: Cents; readonly checkCents: Cents };

/** What a run costs in cash, and by when. */
export type CashRequirement = {
  /** The bank takes or reserves the direct deposits when it is handed the file. */
  readonly fundingDate: CalendarDate;
  /**
   * Checks can be cashed, and taxes, garnishments and deductions are owed, from the pay date. When an agency's deposit is
   * due depends on the depositor's own history, which is not kept here; it is never before the pay date.
   */
  readonly payDate: CalendarDate;
  readonly directDepositsCents: Cents;
  readonly checksCents: Cents;
  readonly taxes: readonly AmountOwed[];
  readonly garnishments: readonly AmountOwed[];
  readonly deductions: readonly AmountOwed[];
  /** All of the above; also everything that the run costs the employer. */
  readonly totalCents: Cents;
};

export type AmountOwed = { readonly account: Account; readonly name: string; readonly amountCents: Cents };

/**
 * What must be in the bank by when.
 * @param postings all entries of the run, added up (`addPostings`), before it is paid
 * @returns `PAY_DATE_NOT_SUPPORTED` where the banking calendar does not reach. Throws when net pay by method is not the net pay that was posted
 */
export function cashRequirementOf(
  postings: Postings,
  netPay: NetPayByMethod,
  payDate: CalendarDate,
): Result<CashRequirement> {
  const submission = submissionOf(payDate);
  if (!submission.ok) return submission;
  const netPayCents = add(netPay.directDepositCents, netPay.checkCents);
  if (netPayCents + (postings[NET_PAY_PAYABLE] ?? 0) !== 0) {
    throw new Error('direct deposits and checks are not the net pay of the run');
  }
  const taxes = owed(postings, TAXES_PAYABLE);
  const garnishments = owed(postings, GARNISHMENTS_PAYABLE);
  const deductions = owed(postings, DEDUCTIONS_PAYABLE);
  const owedToOthers = [...taxes, ...garnishments, ...deductions];
  return succeed({
    fundingDate: submission.value.date,
    payDate,
    directDepositsCents: netPay.directDepositCents,
    checksCents: netPay.checkCents,
    taxes,
    garnishments,
    deductions,
    totalCents: add(
      netPayCents,
      owedToOthers.reduce((sum, { amountCents }) => add(sum, amountCents), ZERO),
    ),
  });
}

function owed(postings: Postings, liability: string): AmountOwed[] {
  return Object.keys(postings)
    .filter((account) => account.startsWith(`${liability}-`))
    .sort()
    .map((account) => ({ account, name: nameOfAccount(account), amountCents: cents(0 - (postings[account] ?? 0)) }));
}
