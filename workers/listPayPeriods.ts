import { addDays, daysBetween } from '../payroll/dates.ts';
import { type PayPeriod, payPeriodOf } from '../payroll/payPeriods.ts';
import { getPayGroup, scheduleOf } from '../table/payGroup.ts';
import { invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { readInput } from './commands/readInput.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

interface ListPayPeriodsEvent {
  companyId: string;
  payGroupId: string;
  fromDate: string;
  toDate: string;
}

interface ListedPayPeriods {
  periods: PayPeriod[];
  userErrors: UserError[];
}

const LONGEST_SPAN_DAYS = 400;

/** Query.payPeriods: a schedule is arithmetic over calendars, more than a resolver can do. */
export const handler = async ({ companyId, ...args }: ListPayPeriodsEvent): Promise<ListedPayPeriods> => {
  const read = readInput('QueryPayPeriodsArgs', args);
  if (!read.ok) return { periods: [], userErrors: [userErrorOf(read.error)] };
  const { payGroupId, fromDate, toDate } = read.value;
  const group = await getPayGroup(companyId, payGroupId);
  if (!group) return { periods: [], userErrors: [userErrorOf(payGroupNotFound(payGroupId).error)] };
  const days = daysBetween(fromDate, toDate);
  if (days < 0 || days > LONGEST_SPAN_DAYS) {
    const limit = `0 to ${LONGEST_SPAN_DAYS} days after fromDate ${fromDate}`;
    return { periods: [], userErrors: [userErrorOf(invalidInput('toDate', toDate, limit, 'Ask for less.').error)] };
  }
  // Day by day: a period whose pay date lies beyond the banking calendar on record is left out, not an error of the rest.
  const periods = Array.from({ length: days + 1 }, (_, day) => payPeriodOf(scheduleOf(group), addDays(fromDate, day)));
  return { periods: periods.flatMap((period) => (period.ok ? [period.value] : [])), userErrors: [] };
};
