import type { RunRecord, RunTotals } from '../../table/payrollRun.ts';
import type { SegmentRecord } from '../../table/runItem.ts';
import { PayrollAssertionFailed } from '../calculation/PayrollAssertionFailed.ts';
import { provePostings } from './provePostings.ts';
import { segmentEntry } from './segmentEntry.ts';

/**
 * Proves that a run can be posted, before anything of it is paid: makes the entries that posting will make of its segments,
 * and proves them as the end of the run will. Throws `PayrollAssertionFailed` otherwise.
 */
export function provePostable(run: RunRecord, segments: readonly SegmentRecord[], totals: RunTotals): void {
  const entries = segments.flatMap((segment) => {
    try {
      return segmentEntry(run, segment, '') ?? [];
    } catch (error) {
      throw new PayrollAssertionFailed(`segment ${segment.segment} cannot be posted: ${(error as Error).message}`);
    }
  });
  provePostings(segments, entries, totals);
}
