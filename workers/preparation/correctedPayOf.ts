import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import type { Segment } from '../../workflows/payrollRun.ts';

/**
 * What a correction pays anew: what the run that it corrects paid, or where that was a correction itself, what the first of
 * them corrected. Nothing for a run that corrects none.
 */
export async function correctedPayOf({ companyId, correctsRunId }: RunRecord): Promise<Segment['corrects']> {
  let corrected: RunRecord | undefined;
  for (let runId = correctsRunId; runId !== undefined; runId = corrected.correctsRunId) {
    corrected = await getRun(companyId, runId);
    if (!corrected) throw new Error(`run ${runId}, which is to be corrected, is not in the table`);
  }
  return corrected && { type: corrected.type, sequence: corrected.sequence };
}
