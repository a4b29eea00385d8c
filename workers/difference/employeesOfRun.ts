import type { RunRecord } from '../../table/payrollRun.ts';
import { getRunItems, type RunItemRecord } from '../../table/runItem.ts';
import type { RosterEntry, Segment } from '../../workflows/payrollRun.ts';
import { getManifest } from '../manifest/getManifest.ts';

/** An employee of a run: what became of them, and the line of the manifest that they were calculated from. */
export interface EmployeeOfRun {
  item: RunItemRecord;
  entry: RosterEntry;
  segment: Segment;
}

/** The employees of a calculated run who come after an id, in the order of ids; segments before it are not read. */
export async function* employeesOfRun(run: RunRecord, afterId: string): AsyncGenerator<EmployeeOfRun> {
  const { companyId, runId, manifestKey } = run;
  if (!manifestKey) return;
  for await (const segment of getManifest(manifestKey)) {
    const entries = new Map(segment.employees.map((entry) => [entry[0], entry]));
    const lastId = segment.employees.at(-1)?.[0] ?? '';
    if (lastId <= afterId) continue;
    for (const item of await getRunItems(companyId, runId, segment.segment)) {
      const entry = entries.get(item.employeeId);
      if (!entry) throw new Error(`${item.employeeId} has an item in ${runId}, but is not in its manifest`);
      if (item.employeeId > afterId) yield { item, entry, segment };
    }
  }
}
