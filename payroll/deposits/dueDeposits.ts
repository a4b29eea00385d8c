import type { CalendarDate } from '../dates.ts';
import { cents } from '../money.ts';
import { type DueDeposit, type PaidTax, quarterOf } from './DueDeposit.ts';
import { type DepositSchedule, federalDeposits } from './federalDeposits.ts';
import { unemploymentDeposits } from './unemploymentDeposits.ts';

/**
 * Everything that is owed to tax authorities for the pays of a year, by due date; what has none comes last.
 * @param paid by authority, as the ledger calls it
 * @param schedule of the federal deposits; without it their due dates are not known
 */
export function dueDeposits(
  paid: ReadonlyMap<string, readonly PaidTax[]>,
  schedule: DepositSchedule | undefined,
): DueDeposit[] {
  const deposits = [...paid].flatMap(([authority, taxes]) => {
    if (authority === 'US_940') return unemploymentDeposits(taxes);
    if (authority === 'US_941' && schedule) return federalDeposits(taxes, schedule);
    return byQuarter(authority, taxes);
  });
  return deposits.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1));
}

const orderOf = ({ dueDate = '9999', periodEndDate, authority }: DueDeposit) =>
  `${dueDate} ${periodEndDate} ${authority}`;

/** By quarter, without a due date: the agency's notice tells how often the company deposits. */
function byQuarter(authority: string, paid: readonly PaidTax[]): DueDeposit[] {
  const quarters = new Map<CalendarDate, number>();
  for (const { payDate, amountCents } of paid) {
    const { end } = quarterOf(payDate);
    quarters.set(end, (quarters.get(end) ?? 0) + amountCents);
  }
  return [...quarters]
    .filter(([, amountCents]) => amountCents > 0)
    .map(([end, amountCents]) => ({
      liabilityId: `${authority}_${end}`,
      authority,
      periodStartDate: quarterOf(end).start,
      periodEndDate: end,
      rule: 'OTHER',
      dueDate: undefined,
      amountCents: cents(amountCents),
    }));
}
