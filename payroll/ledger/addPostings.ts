import type { Account } from './chartOfAccounts.ts';
import { balancedPostings, mustBalance, type Postings } from './Postings.ts';

/** Many entries as one: of the payslips of a segment, or of the segments of a run. Throws when one does not balance. */
export function addPostings(entries: Iterable<Postings>): Postings {
  const amounts = new Map<Account, number>();
  for (const entry of entries) {
    // Each by itself: two wrong entries could balance each other.
    mustBalance(entry);
    for (const account in entry) amounts.set(account, (amounts.get(account) ?? 0) + (entry[account] ?? 0));
  }
  return balancedPostings(amounts);
}
