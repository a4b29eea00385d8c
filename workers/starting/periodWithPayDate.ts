import { isBankingDay } from '../../payroll/bankingDays.ts';
import { isValidDate, yearOf } from '../../payroll/dates.ts';
import { type ErrorCode, refuse, type Result, succeed } from '../../payroll/errors.ts';
import type { PayPeriod } from '../../payroll/payPeriods.ts';

/**
 * A period with the pay date that a run of it has instead: a banking day of the same calendar year, because the year's rules
 * and the place of the period in it come with the period.
 */
export function periodWithPayDate(period: PayPeriod, payDate: string | undefined): Result<PayPeriod, ErrorCode> {
  if (payDate === undefined) return succeed(period);
  const isInYear = isValidDate(payDate) && yearOf(payDate) === yearOf(period.payDate);
  if (isInYear && isBankingDay(payDate)) return succeed({ ...period, payDate });
  return refuse(
    'INVALID_INPUT',
    `payDate is "${payDate}"; it must be a banking day of ${yearOf(period.payDate)}, the year in which the period is paid.`,
    isInYear ? 'Choose the banking day before.' : 'Choose a period that is paid in that year.',
  );
}
