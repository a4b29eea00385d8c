import { type EmployeeRecord, getEmployeesAt } from '../../table/employee.ts';
import { getPayrollInputsAt, type PayrollInputRecord } from '../../table/payrollInput.ts';
import type { RosterEntry, Segment } from '../../workflows/payrollRun.ts';

/** Employees and their inputs at the versions that a run froze, by employee. */
export interface Frozen {
  employees: ReadonlyMap<string, EmployeeRecord>;
  inputs: ReadonlyMap<string, PayrollInputRecord>;
}

/** Reads what was frozen for some employees of a segment. */
export async function getFrozen(segment: Segment, entries: readonly RosterEntry[]): Promise<Frozen> {
  const { companyId, payGroupId, period } = segment;
  const [employees, inputs] = await Promise.all([
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
  ]);
  return { employees, inputs };
}
