import { CliError } from './CliError.ts';
import { EXIT } from './exitCodes.ts';

export const employeeNotFound = (employeeId: string) =>
  new CliError(
    EXIT.refused,
    'EMPLOYEE_NOT_FOUND',
    `Employee "${employeeId}" does not exist in this company; see "employees list".`,
  );
