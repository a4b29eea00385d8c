import type { Segment } from '../../workflows/payrollRun.ts';
import { getManifest } from './getManifest.ts';

/**
 * One segment of a run as its manifest froze it. A manifest has a line for each segment in their order: reading stops at the
 * line that is wanted.
 */
export async function getSegment(manifestKey: string, segment: number): Promise<Segment> {
  for await (const found of getManifest(manifestKey)) if (found.segment === segment) return found;
  throw new Error(`${manifestKey} has no segment ${segment}`);
}
