import type { RunRecord } from '../../table/payrollRun.ts';
import { getRunItems, type RunItemRecord } from '../../table/runItem.ts';

/** An item of a run, and the segment in which it lies. */
export type ItemOfSegment = { item: RunItemRecord; segment: number };

/** The items of some segments of a run, in the order of employee ids. */
export async function itemsOfSegments(
  { companyId, runId }: RunRecord,
  fromSegment: number,
  nextSegment: number,
): Promise<ItemOfSegment[]> {
  const numbers = Array.from({ length: nextSegment - fromSegment }, (_, index) => fromSegment + index);
  const items = await Promise.all(
    numbers.map(async (segment) => (await getRunItems(companyId, runId, segment)).map((item) => ({ item, segment }))),
  );
  return items.flat();
}
