import type { RunRecord } from '../../table/payrollRun.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

/** Who is left out of a run's next calculation: who was, and whom it leaves out, but not whom it asks for. */
export function excludedIdsOf({ recalculation }: RunRecord, previous: readonly Segment[]): Set<string> {
  const excluded = new Set(previous.flatMap(({ excludedIds }) => excludedIds ?? []));
  for (const employeeId of recalculation?.excludedIds ?? []) excluded.add(employeeId);
  for (const employeeId of recalculation?.employeeIds ?? []) excluded.delete(employeeId);
  return excluded;
}
