import { isCommitted } from '../../../payroll/runStatus.ts';
import { getAll } from '../../../table/batch.ts';
import { runKey } from '../../../table/keys.ts';
import type { RunRecord } from '../../../table/payrollRun.ts';
import { runIdOf } from '../../../table/runId.ts';

/** A period of a pay group. */
export interface PeriodOfGroup {
  companyId: string;
  payGroupId: string;
  periodStartDate: string;
}

/** What became of the off-cycle runs of a sequence: one of either type may pay it. */
export interface SequenceState {
  /** None can be started any more, or one is approved: what is entered now is paid by nobody. */
  isClosed: boolean;
  /** A run for it was started, and waits or is approved. */
  isStarted: boolean;
  /** The run that closes it, or else that was started. */
  run?: RunRecord;
}

/** How the off-cycle runs of some sequences of a period stand, by sequence. */
export async function sequenceStatesOf(
  { companyId, payGroupId, periodStartDate }: PeriodOfGroup,
  sequences: readonly number[],
): Promise<Map<number, SequenceState>> {
  const keys = sequences.flatMap((sequence) =>
    (['OFF_CYCLE', 'BONUS'] as const).map((type) =>
      runKey(companyId, runIdOf({ companyId, payGroupId, periodStartDate, type, sequence })),
    ),
  );
  const runs = keys.length > 0 ? await getAll<RunRecord>(keys) : [];
  return new Map(
    sequences.map((sequence) => [sequence, stateOf(runs.filter((run) => run.sequence === sequence))] as const),
  );
}

function stateOf(runs: readonly RunRecord[]): SequenceState {
  const approved = runs.find(({ status, failedFrom }) => isCommitted((status === 'FAILED' && failedFrom) || status));
  if (approved) return { isClosed: true, isStarted: true, run: approved };
  const live = runs.find((run) => !hasEnded(run));
  if (live) return { isClosed: false, isStarted: true, run: live };
  // Each type is started once for a sequence: after both, nothing is left to start.
  const isUsedUp = runs.length === 2;
  const last = runs.find(({ status }) => status === 'VOIDED') ?? runs[0];
  return { isClosed: isUsedUp, isStarted: false, ...(isUsedUp && last ? { run: last } : {}) };
}

/** Whether a run pays nobody and cannot be redriven to do so. A voided one is corrected by a run of its own. */
const hasEnded = ({ status, failedFrom }: RunRecord): boolean =>
  status === 'CANCELLED' || status === 'REJECTED' || status === 'VOIDED' || (status === 'FAILED' && !failedFrom);
