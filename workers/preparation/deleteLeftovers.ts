import { deleteAll } from '../../table/batch.ts';
import { type ItemKey, runItemKey, segmentKey } from '../../table/keys.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

/** Deletes the payslips and segments of the calculation before that the next one does not write over. */
export async function deleteLeftovers(previous: readonly Segment[], next: readonly Segment[]): Promise<void> {
  const kept = new Set(next.flatMap(keysOf).map(nameOf));
  const leftovers = previous.flatMap(keysOf).filter((key) => !kept.has(nameOf(key)));
  if (leftovers.length > 0) await deleteAll(leftovers);
}

const nameOf = ({ pk, sk }: ItemKey) => `${pk} ${sk}`;

function keysOf({ companyId, runId, segment, employees }: Segment): ItemKey[] {
  const ids = employees.map(([employeeId]) => employeeId);
  return [
    ...ids.map((employeeId) => runItemKey(companyId, runId, segment, employeeId)),
    ...ids.slice(-1).map((lastId) => segmentKey(companyId, runId, lastId)),
  ];
}
