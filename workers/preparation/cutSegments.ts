import type { EmployerTaxProfile } from '../../payroll/EmployeePayFacts.ts';
import { CURRENT_RULE_SET_VERSION } from '../../payroll/ruleSets.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import type { FrozenRoster } from './freezeRoster.ts';

/** About how many employees a segment holds: what a worker computes in a moment and a progress message can carry. */
const EMPLOYEES_PER_SEGMENT = 100;

/** Cuts a frozen roster into segments that are all to be calculated. */
export function cutSegments(
  run: RunRecord,
  { entries, regularPayIds }: Pick<FrozenRoster, 'entries' | 'regularPayIds'>,
  employer: EmployerTaxProfile,
  funding: Segment['funding'],
  excluded: ReadonlySet<string>,
  corrects: Segment['corrects'],
): Segment[] {
  const { companyId, runId, payGroupId, type, sequence, period } = run;
  const segments: Segment[] = [];
  for (let start = 0; start < entries.length; start += EMPLOYEES_PER_SEGMENT) {
    const employees = entries.slice(start, start + EMPLOYEES_PER_SEGMENT);
    const excludedIds = employees.flatMap(([employeeId]) => (excluded.has(employeeId) ? [employeeId] : []));
    const regularPaid = employees.flatMap(([employeeId]) => (regularPayIds.has(employeeId) ? [employeeId] : []));
    segments.push({
      companyId,
      runId,
      payGroupId,
      segment: segments.length,
      type,
      calculation: (run.calculation ?? 0) + 1,
      sequence,
      ...(corrects ? { corrects } : {}),
      period,
      ...(funding ? { funding } : {}),
      employer,
      ruleSetVersion: CURRENT_RULE_SET_VERSION,
      employees,
      ...(excludedIds.length > 0 ? { excludedIds } : {}),
      ...(regularPaid.length > 0 ? { regularPayIds: regularPaid } : {}),
    });
  }
  return segments;
}
