import { marksSettledBy } from '../../payroll/preparers.ts';
import type { Changes } from '../../table/changes.ts';
import type { RunRecord } from '../../table/payrollRun.ts';

/**
 * The marks of the edits that an approved run pays whole: who made them is no preparer of the next run. Only a regular run that
 * pays everybody settles any; an edit of somebody whom it leaves out is still to be looked at.
 */
export function settledMarksOf(
  { type, period }: RunRecord,
  { group }: Pick<Changes, 'group'>,
  { failedCount = 0, excludedCount = 0 }: Pick<RunRecord, 'failedCount' | 'excludedCount'>,
): string[] {
  if (type !== 'REGULAR' || failedCount + excludedCount > 0) return [];
  return marksSettledBy(group.editors ?? [], period.endDate);
}
