import type { RunProgress } from '../clients/generated/schema.ts';
import type { RunProgressRecord } from '../table/runProgress.ts';

/** A run's counts as a resolver reads them: a number set comes as a list. */
export type ProgressAsRead = Omit<RunProgressRecord, 'closedSegments'> & { closedSegments?: number[] };

/** A run's counts as they stand in the table. */
export function runProgressOf(progress: ProgressAsRead): RunProgress {
  return {
    companyId: progress.companyId,
    runId: progress.runId,
    sequence: progress.sequence,
    employeeCount: progress.employeeCount,
    calculatedCount: progress.calculatedCount,
    failedCount: progress.failedCount,
    excludedCount: progress.excludedCount,
    segmentCount: progress.segmentCount,
    closedSegmentCount: progress.closedSegments ? progress.closedSegments.length : 0,
    changed: null,
    changedFailedCount: null,
  };
}
