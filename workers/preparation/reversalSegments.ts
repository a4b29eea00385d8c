import { atOnce } from '../../table/atOnce.ts';
import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import { getRunItems } from '../../table/runItem.ts';
import type { Segment } from '../../workflows/payrollRun.ts';
import { getManifest } from '../manifest/getManifest.ts';

const SEGMENTS_AT_ONCE = 8;

/**
 * The segments of a reversal: those of the run that it takes back, with the employees whose pay stands, or with those of them
 * whom the void names. Segments in which nobody is left are not in it.
 */
export async function reversalSegments(run: RunRecord): Promise<Segment[]> {
  const { companyId, runId, reversesRunId = '', sequence } = run;
  const original = await getRun(companyId, reversesRunId);
  if (!original?.manifestKey) throw new Error(`run ${reversesRunId}, which ${runId} takes back, was never calculated`);
  const named = run.employeeIds && new Set(run.employeeIds);
  const candidates: Segment[] = [];
  for await (const segment of getManifest(original.manifestKey))
    if (!named || segment.employees.some(([employeeId]) => named.has(employeeId))) candidates.push(segment);

  const remaining = await atOnce(SEGMENTS_AT_ONCE, candidates, async ({ segment, employees }) => {
    const items = await getRunItems(companyId, reversesRunId, segment);
    const standing = new Set(
      items.flatMap((item) =>
        item.status === 'CALCULATED' && (item.reversedByRunId ?? runId) === runId ? [item.employeeId] : [],
      ),
    );
    return employees.filter(([employeeId]) => standing.has(employeeId) && (!named || named.has(employeeId)));
  });
  return candidates
    .map(({ yearsToDate: _frozen, excludedIds: _leftOut, ...segment }, index) => ({
      ...segment,
      employees: remaining[index] ?? [],
      reverses: { runId: reversesRunId, segment: segment.segment },
    }))
    .filter(({ employees }) => employees.length > 0)
    .map((segment, index) => ({
      ...segment,
      runId,
      segment: index,
      type: 'REVERSAL',
      calculation: (run.calculation ?? 0) + 1,
      sequence,
    }));
}
