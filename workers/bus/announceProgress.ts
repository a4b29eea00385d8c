import type { RunItemRecord } from '../../table/runItem.ts';
import type { RunProgressRecord } from '../../table/runProgress.ts';
import { publish } from './publish.ts';

/** An employee of the segment, with what became of them. No names and no amounts: events are read by many. */
export interface EmployeeOutcome {
  employeeId: string;
  status: RunItemRecord['status'];
  errorCode?: string;
}

/** Tells subscribers the counts of the run after a segment was closed, and the segment's employees; none after a reset. */
export async function announceProgress(progress: RunProgressRecord, changed: EmployeeOutcome[]): Promise<void> {
  await publish('PayrollRunProgressed', {
    progress: {
      companyId: progress.companyId,
      runId: progress.runId,
      sequence: progress.sequence,
      employeeCount: progress.employeeCount,
      calculatedCount: progress.calculatedCount,
      failedCount: progress.failedCount,
      excludedCount: progress.excludedCount,
      segmentCount: progress.segmentCount,
      closedSegmentCount: progress.closedSegments?.size ?? 0,
      changed,
      changedFailedCount: changed.filter(({ status }) => status === 'FAILED').length,
    },
  });
}
