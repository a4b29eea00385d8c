import type { EmployerTaxProfile } from '../../payroll/EmployeePayFacts.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { RosterEntry, Segment } from '../../workflows/payrollRun.ts';
import { excludedIdsOf } from './excludedIdsOf.ts';

/**
 * The segments of a retry: the employees it asks for at their versions of now, everybody else as frozen. A segment in which
 * nobody changes stays the same object; the others are to be calculated.
 * @param roster who would be in the run if it were frozen now
 * @returns also whether nobody else differs from that roster
 */
export function renewSegments(
  run: RunRecord,
  previous: readonly Segment[],
  roster: readonly RosterEntry[],
  employer: EmployerTaxProfile,
  renewedIds: ReadonlySet<string>,
): { segments: Segment[]; isCurrent: boolean } {
  const now = new Map(roster.map((entry) => [entry[0], entry]));
  const excluded = excludedIdsOf(run, previous);
  const newlyExcluded = new Set(run.recalculation?.excludedIds);
  const segments = previous.map((segment) => {
    const isTouched = segment.employees.some(([id]) => renewedIds.has(id) || newlyExcluded.has(id));
    if (!isTouched) return segment;
    const { excludedIds: _before, ...rest } = segment;
    const excludedIds = segment.employees.flatMap(([id]) => (excluded.has(id) ? [id] : []));
    return {
      ...rest,
      calculation: (run.calculation ?? 0) + 1,
      employer: completed(segment.employer, employer),
      employees: segment.employees.map((entry) => (renewedIds.has(entry[0]) && now.get(entry[0])) || entry),
      ...(excludedIds.length > 0 ? { excludedIds } : {}),
    };
  });
  const frozen = segments.flatMap(({ employees }) => employees);
  const isCurrent = frozen.length === now.size && frozen.every((entry) => isSame(entry, now.get(entry[0])));
  return { segments, isCurrent };
}

const isSame = ([, version, inputVersion]: RosterEntry, other: RosterEntry | undefined) =>
  version === other?.[1] && inputVersion === other[2];

/**
 * The employer as it was frozen, with the unemployment rates that were missing then. Who needs one of those failed, so that
 * nobody else's payslip changes; a rate that was there stays, because theirs would.
 */
function completed(frozen: EmployerTaxProfile, now: EmployerTaxProfile): EmployerTaxProfile {
  const unemployment = { ...now.unemployment };
  for (const [state, rate] of Object.entries(frozen.unemployment))
    unemployment[state] = { ...unemployment[state], ...rate };
  return { ...frozen, unemployment };
}
