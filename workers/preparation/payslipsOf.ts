import { atOnce } from '../../table/atOnce.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { type CalculatedItem, getRunItems } from '../../table/runItem.ts';

const SEGMENTS_AT_ONCE = 8;

/** The payslips of a run, those that were taken back as well. */
export async function payslipsOf({ companyId, runId, segmentCount = 0 }: RunRecord): Promise<CalculatedItem[]> {
  const segments = Array.from({ length: segmentCount }, (_, segment) => segment);
  const items = await atOnce(SEGMENTS_AT_ONCE, segments, (segment) => getRunItems(companyId, runId, segment));
  return items.flat().filter((item) => item.status === 'CALCULATED');
}
