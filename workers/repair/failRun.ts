import { isCommitted, mayFollow } from '../../payroll/runStatus.ts';
import { getHooks, isHookOf, openHookCall } from '../../table/hook.ts';
import { moveRun, type RunRecord } from '../../table/payrollRun.ts';
import { announceHook } from '../bus/announceHook.ts';
import { announceStatus } from '../bus/announceStatus.ts';

/** How an execution ended badly. */
export interface BadEnd {
  status: string;
  error?: string | null | undefined;
  stoppedAtMs: number;
}

/** What to do about a run that waited in vain for the one before it. */
const BEHIND =
  'An earlier run of the pay group is approved and not posted: redrive that run if it failed, then redrive this one.';

/** Marks the run of an execution that failed, timed out or was stopped, remembers where, and notifies the hooks for it. */
export async function failRun(run: RunRecord, end: BadEnd, at: string): Promise<RunRecord> {
  const failed = await moveToFailed(run, end, at);
  await announceStatus(failed, at);
  if (failed.status === 'FAILED') await notifyHooks(failed, at);
  return failed;
}

/** Whether the run knows of this end of its execution: it was failed for it, and may have been redriven since. */
export const isNoted = ({ executionStoppedAtMs = 0 }: RunRecord, { stoppedAtMs }: BadEnd): boolean =>
  stoppedAtMs <= executionStoppedAtMs;

/**
 * Moves the run to `FAILED`, once for each end of its execution: an event that comes twice does not fail a run that was
 * redriven in between. Anyone who moves the run at the same moment moved one that nothing drives any more.
 */
async function moveToFailed(run: RunRecord, end: BadEnd, at: string): Promise<RunRecord> {
  let current = run;
  while (!isNoted(current, end) && mayFollow(current.status, 'FAILED')) {
    const { status, error, stoppedAtMs } = end;
    const what = `The workflow ended ${status}${error ? ` with ${error}` : ''} while the run was ${current.status}.`;
    const next = isCommitted(current.status) ? 'Redrive it to finish what was approved.' : 'Nothing was paid.';
    const cause = { actor: 'failPayrollRun', at, reason: `${what} ${error === 'EarlierRunNotPosted' ? BEHIND : next}` };
    const facts = { failedFrom: current.status, executionStoppedAtMs: stoppedAtMs };
    const failed = await moveRun(current, 'FAILED', cause, facts);
    current = failed.run;
  }
  return current;
}

async function notifyHooks(run: RunRecord, at: string): Promise<void> {
  const { companyId, runId, payGroupId } = run;
  for (const hook of await getHooks(companyId)) {
    if (hook.point !== 'ON_FAILURE' || !isHookOf(hook, payGroupId)) continue;
    await openHookCall({ companyId, runId, hookId: hook.hookId, point: hook.point, status: 'NOTIFIED', calledAt: at });
    await announceHook(run, hook);
  }
}
