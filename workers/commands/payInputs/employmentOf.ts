import { compensationChangesOf, type EmployeeFile, fileOn } from '../../../payroll/EmployeeFile.ts';
import { firstHireDate } from '../../../payroll/employment.ts';
import type { Employment } from '../../../payroll/unpayable.ts';
import type { EmployeeRecord } from '../../../table/employee.ts';

/** What of an employee's file decides whether something that is entered is paid. */
export function employmentOf({ profile, hireDate, terminationDate, earlierEmployments }: EmployeeRecord): Employment {
  const file = JSON.parse(profile) as EmployeeFile;
  const firstDay = firstHireDate({ hireDate, ...(earlierEmployments ? { earlierEmployments } : {}) });
  const { compensation } = fileOn(file, firstDay);
  const changes = compensationChangesOf(file, firstDay, LAST_DAY);
  return {
    hireDate,
    ...(terminationDate === undefined ? {} : { terminationDate }),
    ...(earlierEmployments ? { earlierEmployments } : {}),
    ...(compensation ? { compensation } : {}),
    ...(changes.length > 0 ? { compensationChanges: changes } : {}),
  };
}

const LAST_DAY = '9999-12-31';
