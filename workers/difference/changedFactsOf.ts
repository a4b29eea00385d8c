import { canonicalJson } from '../../payroll/canonicalJson.ts';
import type { ChangedFacts } from '../../payroll/comparison/DifferenceCauses.ts';
import type { EmployeePayFacts, PayInputs } from '../../payroll/EmployeePayFacts.ts';
import { getEmployeesAt } from '../../table/employee.ts';
import { getPayrollInputsAt } from '../../table/payrollInput.ts';
import { factsOf } from '../calculation/factsOf.ts';
import type { EmployeeOfRun } from './employeesOfRun.ts';
import type { EmployeePair } from './pairEmployees.ts';

/**
 * What changed between two runs behind the payslips of some employees, from the versions that each run froze; by employee.
 * Somebody who is in one of the runs only has no entry.
 */
export async function changedFactsOf(
  companyId: string,
  pairs: readonly EmployeePair[],
): Promise<Map<string, ChangedFacts>> {
  const [before, after] = await Promise.all([
    frozenFactsOf(companyId, pairs, 'before'),
    frozenFactsOf(companyId, pairs, 'after'),
  ]);
  const changed = new Map<string, ChangedFacts>();
  for (const [employeeId, earlier] of before) {
    const later = after.get(employeeId);
    if (!later) continue;
    changed.set(employeeId, {
      isEmployeeRecordChanged: canonicalJson(earlier.employee) !== canonicalJson(later.employee),
      isInputChanged: undated(earlier.payInputs) !== undated(later.payInputs),
    });
  }
  return changed;
}

/** Two periods never have the same dates; what counts is what was entered for them. */
const undated = (payInputs: PayInputs): string =>
  canonicalJson(
    JSON.parse(
      JSON.stringify(payInputs, (member, value: unknown) =>
        member === 'startDate' || member === 'workweekStartDates' ? undefined : value,
      ),
    ),
  );

async function frozenFactsOf(
  companyId: string,
  pairs: readonly EmployeePair[],
  side: 'before' | 'after',
): Promise<Map<string, EmployeePayFacts>> {
  const found = pairs.flatMap((pair) => pair[side] ?? []);
  const [employees, inputs] = await Promise.all([
    getEmployeesAt(
      companyId,
      found.map(({ entry: [employeeId, version] }) => ({ employeeId, version })),
    ),
    frozenInputsOf(companyId, found),
  ]);
  const facts = new Map<string, EmployeePayFacts>();
  for (const { segment, entry } of found) {
    const employee = employees.get(entry[0]);
    const theirs = employee && factsOf(segment, employee, inputs.get(entry[0]), undefined);
    if (theirs?.ok) facts.set(entry[0], theirs.value);
  }
  return facts;
}

function frozenInputsOf(companyId: string, found: readonly EmployeeOfRun[]) {
  const [first] = found;
  const entered = found.filter(({ entry }) => entry[2] > 0);
  return getPayrollInputsAt(
    companyId,
    first?.segment.payGroupId ?? '',
    first?.segment.period.startDate ?? '',
    entered.map(({ entry: [employeeId, , version] }) => ({ employeeId, version })),
  );
}
