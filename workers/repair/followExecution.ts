import { isDriven } from '../../payroll/runStatus.ts';
import { getHooksCalled } from '../../table/hook.ts';
import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import type { HookAnswer } from '../../workflows/payrollRun.ts';
import { releaseApproval } from '../approval/releaseApproval.ts';
import { releaseWhenSubmitted } from '../payments/releaseWhenSubmitted.ts';
import { answerTask } from '../steps/answerTask.ts';
import { executionOf, redriveExecution } from './executionOf.ts';
import { failRun, isNoted } from './failRun.ts';

/** What was found out about a run's execution, and done about it. */
export type Followed =
  /** Nothing was missing, as far as the run and its execution say. */
  | 'IN_STEP'
  /** The execution ended badly and nobody had noted it: the run is `FAILED` now. */
  | 'FAILED'
  /** A redrive had moved the run and died before the execution: it is redriven now. */
  | 'REDRIVEN'
  /** There is no execution yet. */
  | 'NOT_STARTED'
  /** Its execution is over and the run is not: nothing moves it any more, and a person must look. */
  | 'STRANDED';

/**
 * Brings a run and its execution in step again. A command writes first and answers the workflow afterwards: one that died in
 * between, or an event of AWS that was lost, leaves one of the two behind. Everything here is safe to repeat, so that any
 * command and the scheduled sweep may call it.
 */
export async function followExecution(
  companyId: string,
  runId: string,
  at: string,
): Promise<{ run: RunRecord; followed: Followed }> {
  const run = await mustGet(companyId, runId);
  // An ended run may have a workflow that waits still; a failed one is for people.
  if (!isDriven(run.status)) {
    await releaseApproval(run);
    return { run, followed: 'IN_STEP' };
  }
  const execution = await executionOf(runId);
  switch (execution?.status) {
    case undefined:
      return { run, followed: 'NOT_STARTED' };
    case 'FAILED':
    case 'TIMED_OUT':
    case 'ABORTED': {
      const { status, error, redriveStatus, stopDate } = execution;
      const end = { status, error, stoppedAtMs: stopDate?.getTime() ?? 0 };
      if (!isNoted(run, end)) return { run: await failRun(run, end, at), followed: 'FAILED' };
      if (redriveStatus !== 'REDRIVABLE') return { run, followed: 'STRANDED' };
      await redriveExecution(runId, `${runId} ${end.stoppedAtMs}`);
      return { run, followed: 'REDRIVEN' };
    }
    case 'SUCCEEDED': {
      // It may have ended between the two reads.
      const current = await mustGet(companyId, runId);
      return { run: current, followed: isDriven(current.status) ? 'STRANDED' : 'IN_STEP' };
    }
    case 'RUNNING':
    case 'PENDING_REDRIVE':
      await answerWhatWaits(run);
      return { run, followed: 'IN_STEP' };
  }
}

/** Answers every task that has its answer in the table. A task that was answered before is left alone. */
async function answerWhatWaits(run: RunRecord): Promise<void> {
  const { companyId, runId } = run;
  await releaseApproval(run);
  await releaseWhenSubmitted(companyId, runId);
  for (const { taskToken, outcome } of await getHooksCalled(companyId, runId))
    if (taskToken && outcome) await answerTask(taskToken, { outcome } satisfies HookAnswer);
}

async function mustGet(companyId: string, runId: string): Promise<RunRecord> {
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  return run;
}
