import { atOnce } from '../../table/atOnce.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { getRunItems, getSegments } from '../../table/runItem.ts';

const SEGMENTS_AT_ONCE = 8;

/** The employees whom a retry asks for: those it names, or all who failed. */
export async function renewedEmployeesOf({ companyId, runId, recalculation }: RunRecord): Promise<Set<string>> {
  if (recalculation?.scope !== 'FAILED') return new Set(recalculation?.employeeIds);
  const withFailures = (await getSegments(companyId, runId)).filter(({ failedCount }) => failedCount > 0);
  const items = await atOnce(SEGMENTS_AT_ONCE, withFailures, ({ segment }) => getRunItems(companyId, runId, segment));
  return new Set(items.flat().flatMap(({ employeeId, status }) => (status === 'FAILED' ? [employeeId] : [])));
}
