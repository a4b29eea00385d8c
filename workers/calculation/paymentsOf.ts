import { type Result, succeed } from '../../payroll/errors.ts';
import { cents, type Cents } from '../../payroll/money.ts';
import { LARGEST_ENTRY_CENTS } from '../../payroll/payments/ach/achEntryProblem.ts';
import { prenoteLiveDate } from '../../payroll/payments/prenoteLiveDate.ts';
import { type DepositShare, type DepositSplit, splitNetPay } from '../../payroll/payments/splitNetPay.ts';
import type { DirectDeposit, EmployeeRecord } from '../../table/employee.ts';
import type { PlannedPayment } from '../../table/payments.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

/**
 * How an employee's net pay is paid: by direct deposit where the run has a funding account, the employee an account, and
 * the account has stood its prenote; otherwise by check.
 */
export function paymentsOf(
  { funding, period }: Segment,
  { directDeposits }: EmployeeRecord,
  netPayCents: Cents,
): Result<PlannedPayment[]> {
  const splits = (funding ? (directDeposits ?? []) : []).map((deposit): DepositSplit => ({
    split: deposit.split,
    share: shareOf(deposit),
    accountId: deposit.last4,
    isAccountLive: !funding?.sendsPrenotes || isLive(deposit, period.payDate),
  }));
  const payments = splitNetPay(netPayCents, splits);
  if (!payments.ok) return payments;
  return succeed(
    payments.value.map(({ split, method, accountId, amountCents }) =>
      method === 'CHECK' || amountCents > LARGEST_ENTRY_CENTS
        ? { split, method: 'CHECK', last4: '', amountCents }
        : { split, method, last4: accountId ?? '', amountCents },
    ),
  );
}

function shareOf({ amountCents, ratePpm }: DirectDeposit): DepositShare {
  if (amountCents !== undefined) return { type: 'FIXED', amountCents: cents(amountCents) };
  return ratePpm === undefined ? { type: 'REMAINDER' } : { type: 'PERCENT', ratePpm };
}

function isLive({ prenotedOn, prenoteReturnCode }: DirectDeposit, payDate: string): boolean {
  if (prenotedOn === undefined || prenoteReturnCode !== undefined) return false;
  const liveDate = prenoteLiveDate(prenotedOn);
  return liveDate.ok && payDate >= liveDate.value;
}
