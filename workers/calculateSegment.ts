import { calculateSegment } from './calculation/calculateSegment.ts';
import { getFrozen } from './calculation/getFrozen.ts';
import { reverseSegment } from './calculation/reverseSegment.ts';
import type { Segment } from '../workflows/payrollRun.ts';
import { yearOf } from '../payroll/dates.ts';
import { getRunItems, putSegment } from '../table/runItem.ts';
import { closeSegment } from '../table/runProgress.ts';
import { getYearsToDate } from '../table/yearToDate.ts';
import { announceProgress } from './bus/announceProgress.ts';

/**
 * Gross to net for one segment, or for one of a reversal the negative of what is taken back: reads the frozen versions, calculates, writes the payslips, counts the segment once, and
 * says so. Everything before the count may be done twice with the same bytes; the count itself is one conditional write;
 * what is said twice carries the same counts.
 */
export const handler = async (segment: Segment): Promise<void> => {
  const { companyId, runId, reverses } = segment;
  const { items, record } = reverses
    ? await takeBack(segment, reverses)
    : calculateSegment(segment, await getFrozen(segment, segment.employees));
  await putSegment(companyId, runId, record, items);
  const progress = await closeSegment(segment, record);
  await announceProgress(
    progress,
    items.map((item) =>
      item.status === 'FAILED'
        ? { employeeId: item.employeeId, status: item.status, errorCode: item.errorCode }
        : { employeeId: item.employeeId, status: item.status },
    ),
  );
};

async function takeBack(segment: Segment, reverses: NonNullable<Segment['reverses']>) {
  const { companyId, period, employees } = segment;
  const employeeIds = employees.map(([employeeId]) => employeeId);
  const [originals, years] = await Promise.all([
    getRunItems(companyId, reverses.runId, reverses.segment),
    getYearsToDate(companyId, yearOf(period.payDate), employeeIds),
  ]);
  return reverseSegment(segment, originals, years);
}
