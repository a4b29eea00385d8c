import { cents, type Cents } from '../money.ts';
import { TAXES_PAYABLE } from './chartOfAccounts.ts';
import type { Postings } from './Postings.ts';

/** What an entry owes to tax authorities, by authority as in `taxDepositOf`. Negative where pay was reversed. */
export function taxesOf(postings: Postings): Record<string, Cents> {
  const taxes: Record<string, Cents> = {};
  for (const account in postings)
    if (account.startsWith(`${TAXES_PAYABLE}-`))
      taxes[account.slice(TAXES_PAYABLE.length + 1)] = cents(0 - (postings[account] ?? 0));
  return taxes;
}
