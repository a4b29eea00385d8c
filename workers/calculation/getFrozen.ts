import { type EmployeeRecord, getEmployeesAt } from '../../table/employee.ts';
import { getPayrollInputsAt, type PayrollInputRecord } from '../../table/payrollInput.ts';
import { getFrozenYears } from '../manifest/getFrozenYears.ts';
import type { RosterEntry, Segment } from '../../workflows/payrollRun.ts';

/** Employees, their inputs and their years to date as a run froze them, by employee. */
export interface Frozen {
  employees: ReadonlyMap<string, EmployeeRecord>;
  inputs: ReadonlyMap<string, PayrollInputRecord>;
  /** In the compact text of `payroll/yearToDateCodec.ts`; absent: nothing was posted in the year. */
  yearsToDate: ReadonlyMap<string, string>;
}

/** Reads what was frozen for some employees of a segment. */
export async function getFrozen(segment: Segment, entries: readonly RosterEntry[]): Promise<Frozen> {
  const { companyId, payGroupId, period } = segment;
  const [employees, inputs, yearsToDate] = await Promise.all([
    getEmployeesAt(
      companyId,
      entries.map(([employeeId, version]) => ({ employeeId, version })),
    ),
    getPayrollInputsAt(
      companyId,
      payGroupId,
      period.startDate,
      entries.filter(([, , version]) => version > 0).map(([employeeId, , version]) => ({ employeeId, version })),
    ),
    getFrozenYears(segment),
  ]);
  return { employees, inputs, yearsToDate };
}
