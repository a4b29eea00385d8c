import type { RunProgressRecord } from '../../table/runProgress.ts';
import { publish } from './publish.ts';

/** An employee of the segment, with what became of them. No names and no amounts: events are read by many. */
export interface EmployeeOutcome {
  employeeId: string;
  status: 'CALCULATED' | 'FAILED';
  errorCode?: string;
}

/** Tells subscribers the counts of the run after a segment was closed, and the segment's employees. */
export async function announceProgress(progress: RunProgressRecord, changed: EmployeeOutcome[]): Promise<void> {
  const closedSegmentCount = progress.closedSegments?.size ?? 0;
  await publish('PayrollRunProgressed', {
    progress: {
      companyId: progress.companyId,
      runId: progress.runId,
      sequence: closedSegmentCount,
      employeeCount: progress.employeeCount,
      calculatedCount: progress.calculatedCount,
      failedCount: progress.failedCount,
      segmentCount: progress.segmentCount,
      closedSegmentCount,
      changed,
    },
  });
}
