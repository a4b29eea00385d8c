import type { Payslip } from '../Payslip.ts';
import { expenseAccountOf, liabilityAccountOf, NET_PAY_PAYABLE, type Account } from './chartOfAccounts.ts';
import { balancedPostings, type Postings } from './Postings.ts';

/**
 * What a payslip means for the books, on its pay date: wages, reimbursements and employer taxes are expenses; what is
 * withheld is owed to agencies, creditors and plans; net pay is owed to the employee until the money leaves
 * (`paidPostings`). A reversal posts the same with the other sign.
 * Throws when the payslip's net pay does not follow from its lines.
 */
export function postingsOf(payslip: Payslip): Postings {
  const amounts = new Map<Account, number>();
  const post = (account: Account, amount: number): void => {
    amounts.set(account, (amounts.get(account) ?? 0) + amount);
  };
  for (const line of payslip.lines) {
    const expense = expenseAccountOf(line);
    const liability = liabilityAccountOf(line);
    if (expense !== undefined) post(expense, line.amountCents);
    if (liability !== undefined) post(liability, 0 - line.amountCents);
  }
  // Taken from the payslip and not from what is left over, so that the entry's balance proves the payslip.
  post(NET_PAY_PAYABLE, 0 - payslip.netPayCents);
  return balancedPostings(amounts);
}
