import { cents, type Cents } from '../money.ts';
import { nameOfAccount, type Account } from './chartOfAccounts.ts';
import type { Postings } from './Postings.ts';

/** One line of a journal, with a positive amount on one of the two sides. */
export type JournalLine = { readonly account: Account; readonly name: string } & (
  { readonly debitCents: Cents } | { readonly creditCents: Cents }
);

/** An entry as bookkeepers write it: debits first, then credits, each in the order of the accounts. */
export function journalLinesOf(postings: Postings): JournalLine[] {
  const debits: JournalLine[] = [];
  const credits: JournalLine[] = [];
  for (const account of Object.keys(postings).sort()) {
    const amount = postings[account] ?? 0;
    const name = nameOfAccount(account);
    if (amount > 0) debits.push({ account, name, debitCents: cents(amount) });
    else credits.push({ account, name, creditCents: cents(0 - amount) });
  }
  return [...debits, ...credits];
}
