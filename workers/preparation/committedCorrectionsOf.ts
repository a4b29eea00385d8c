import { isCommitted } from '../../payroll/runStatus.ts';
import { getAll } from '../../table/batch.ts';
import { runKey } from '../../table/keys.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { runIdOf } from '../../table/runId.ts';

/** The last sequence that a run may be started with. */
const LAST_SEQUENCE = 99;

/** The corrections in the period of a run that were approved, but for the run itself: whom they pay is paid. */
export async function committedCorrectionsOf({
  companyId,
  payGroupId,
  period,
  runId,
}: RunRecord): Promise<RunRecord[]> {
  const sequences = Array.from({ length: LAST_SEQUENCE }, (_, index) => index + 1);
  const corrections = await getAll<RunRecord>(
    sequences.map((sequence) => {
      const key = { companyId, payGroupId, periodStartDate: period.startDate, type: 'CORRECTION', sequence };
      return runKey(companyId, runIdOf(key));
    }),
  );
  return corrections.filter((correction) => correction.runId !== runId && isCommitted(correction.status));
}
