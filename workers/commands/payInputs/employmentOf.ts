import type { Compensation } from '../../../payroll/EmployeePayFacts.ts';
import type { Employment } from '../../../payroll/unpayable.ts';
import type { EmployeeRecord } from '../../../table/employee.ts';

/** What of an employee's file decides whether something that is entered is paid. */
export function employmentOf({ profile, hireDate, terminationDate }: EmployeeRecord): Employment {
  const { compensation } = JSON.parse(profile) as { compensation?: Compensation };
  return {
    hireDate,
    ...(terminationDate === undefined ? {} : { terminationDate }),
    ...(compensation ? { compensation } : {}),
  };
}
