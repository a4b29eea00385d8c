import type { RunRecord } from '../../table/payrollRun.ts';
import { getSegments } from '../../table/runItem.ts';
import { addSums, emptySums, getRunProgress, type RunProgressRecord } from '../../table/runProgress.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

/**
 * The counts with which a calculation begins: segments that are not calculated again are closed already, with the sums that
 * they have. The sequence of the messages goes on rising.
 */
export async function progressOf(run: RunRecord, segments: readonly Segment[]): Promise<RunProgressRecord> {
  const { companyId, runId } = run;
  const calculation = (run.calculation ?? 0) + 1;
  const counts = {
    companyId,
    runId,
    employeeCount: segments.reduce((count, { employees }) => count + employees.length, 0),
    segmentCount: segments.length,
    calculation,
  };
  if (calculation === 1) return { ...counts, sequence: 0, ...emptySums() };
  const before = await getRunProgress(companyId, runId);
  if (!before) throw new Error(`run ${runId} has lost its counts`);
  const progress: RunProgressRecord = { ...counts, sequence: before.sequence + 1, ...emptySums() };
  const kept = new Set(segments.flatMap((segment) => (segment.calculation < calculation ? [segment.segment] : [])));
  if (kept.size === 0) return progress;
  for (const record of await getSegments(companyId, runId)) if (kept.has(record.segment)) addSums(progress, record);
  return { ...progress, closedSegments: kept };
}
