import type { Cents } from '../money.ts';
import { CHECKS, fundingAccountCash, NET_PAY_PAYABLE, type Account } from './chartOfAccounts.ts';
import { balancedPostings, type Postings } from './Postings.ts';

/** Net pay that leaves in one way. Negative when it is returned: a returned payment is owed to the employee again. */
export type PaidNetPay =
  | { readonly method: 'DIRECT_DEPOSIT'; readonly fundingAccountId: string; readonly amountCents: Cents }
  | { readonly method: 'CHECK'; readonly amountCents: Cents };

/** The later entry, when money leaves: net pay is no longer owed, and the cash is gone. */
export function paidPostings(paid: Iterable<PaidNetPay>): Postings {
  const amounts = new Map<Account, number>();
  let total = 0;
  for (const payment of paid) {
    const cash = payment.method === 'CHECK' ? CHECKS : fundingAccountCash(payment.fundingAccountId);
    amounts.set(cash, (amounts.get(cash) ?? 0) - payment.amountCents);
    total += payment.amountCents;
  }
  amounts.set(NET_PAY_PAYABLE, total);
  return balancedPostings(amounts);
}
