import type { PayPeriod } from '../../payroll/payPeriods.ts';
import type { RosterMember } from '../../table/employee.ts';

/** Whether somebody is employed on any day of a period. */
export const isEmployedIn = (
  { hireDate, terminationDate }: Pick<RosterMember, 'hireDate' | 'terminationDate'>,
  { startDate, endDate }: Pick<PayPeriod, 'startDate' | 'endDate'>,
): boolean => hireDate <= endDate && (terminationDate === undefined || terminationDate >= startDate);
