import type { EmployeeInput, PayrollInputInput } from '../generated/schema.ts';
import { importFile, type ImportFileOptions } from './importFile.ts';
import type { PayrollClient } from './PayrollClient.ts';
import {
  type InputsPlace,
  type RowResult,
  type UpsertAllOptions,
  upsertAllEmployees,
  upsertAllPayrollInputs,
} from './upsertAll.ts';

/** Up to here rows go in calls of their own, which answer at once; beyond it they go as one file. */
export const MOST_ROWS_IN_CALLS = 2_000;

/** For calls and for a file; only calls can be blocked by the firewall's rate. */
export type ImportOptions = ImportFileOptions & Pick<UpsertAllOptions, 'onBlocked'>;

/**
 * Adds or changes any number of employees; answers what became of each row, in the order of the rows. A few thousand go in
 * calls, more as a file that the service imports: sent again after a break, such an import continues where it is.
 */
export const importEmployees = (
  client: PayrollClient,
  employees: EmployeeInput[],
  options: ImportOptions,
): Promise<RowResult[]> =>
  employees.length <= MOST_ROWS_IN_CALLS
    ? upsertAllEmployees(client, employees, options)
    : importEmployeesFile(client, employees, options);

/** The same, as a file however few they are. */
export const importEmployeesFile = (
  client: PayrollClient,
  employees: Iterable<EmployeeInput>,
  options: ImportFileOptions,
): Promise<RowResult[]> => importFile(client, { kind: 'EMPLOYEES' }, employees, options);

/** Hands in the hours and earnings of any number of employees for one pay period, in calls or as a file. */
export const importPayrollInputs = (
  client: PayrollClient,
  place: InputsPlace,
  inputs: PayrollInputInput[],
  options: ImportOptions,
): Promise<RowResult[]> =>
  inputs.length <= MOST_ROWS_IN_CALLS
    ? upsertAllPayrollInputs(client, place, inputs, options)
    : importPayrollInputsFile(client, place, inputs, options);

/** The same, as a file however few they are. */
export const importPayrollInputsFile = (
  client: PayrollClient,
  place: InputsPlace,
  inputs: Iterable<PayrollInputInput>,
  options: ImportFileOptions,
): Promise<RowResult[]> => importFile(client, { kind: 'PAYROLL_INPUTS', ...place }, inputs, options);
