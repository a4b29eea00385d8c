/**
 * A run of the same pay group is approved and not posted yet: its amounts belong in the years to date that this run freezes.
 * `Retry` in `payrollRun.asl.json` waits for this name. The message is what the waiting run shows as its reason.
 */
export class EarlierRunNotPosted extends Error {
  override readonly name = 'EarlierRunNotPosted';

  constructor(payGroupId: string, unpostedRuns: number, lastRunId: string | undefined) {
    const others = unpostedRuns > 1 ? ` and ${unpostedRuns - 1} more` : '';
    super(
      `${WAITS} run "${lastRunId ?? 'unknown'}"${others} of the pay group "${payGroupId}", which is approved and not posted yet. It continues by itself once that run is paid; redrive that run if it failed.`,
    );
  }
}

const WAITS = 'Waits for';

/** Whether the reason of a run's status is that it waits for an earlier one. */
export const isWaitReason = (reason: string | undefined): boolean => reason?.startsWith(WAITS) ?? false;
