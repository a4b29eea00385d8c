import { cents, type Cents } from '../money.ts';
import type { Account } from './chartOfAccounts.ts';

/**
 * One entry of the ledger: signed cents by account, debits positive, credits negative, always zero in total. Accounts that
 * come to nothing are left out, so that an entry and its reversal are together no entry at all: `{}`.
 */
export type Postings = Readonly<Record<Account, Cents>>;

/** The entry with these amounts. Throws when it does not balance. */
export function balancedPostings(amounts: ReadonlyMap<Account, number>): Postings {
  const postings: Record<Account, Cents> = {};
  for (const [account, amount] of amounts) if (amount !== 0) postings[account] = cents(amount);
  mustBalance(postings);
  return postings;
}

/** Throws when debits and credits differ: what does not balance must not be posted. */
export function mustBalance(postings: Postings): void {
  let sum = 0;
  for (const account in postings) sum += postings[account] ?? 0;
  if (sum !== 0) throw new Error('the debits of a ledger entry are not its credits');
}
