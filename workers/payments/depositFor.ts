import type { DirectDeposit, EmployeeRecord } from '../../table/employee.ts';

/**
 * The account that one part of net pay goes to: the one recorded for this part, or where parts were recorded anew and there
 * are fewer of them, the one that takes the rest. Nothing for an employee who is paid by check.
 */
export const depositFor = ({ directDeposits = [] }: EmployeeRecord, split: number): DirectDeposit | undefined =>
  directDeposits.find((deposit) => deposit.split === split) ?? directDeposits.at(-1);
