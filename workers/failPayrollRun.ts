import type { EventBridgeEvent } from 'aws-lambda';
import { z } from 'zod';
import { isCommitted, mayFollow } from '../payroll/runStatus.ts';
import { getHooks, isHookOf, openHookCall } from '../table/hook.ts';
import { getRun, moveRun, type RunRecord } from '../table/payrollRun.ts';
import { announceHook } from './bus/announceHook.ts';
import { announceStatus } from './bus/announceStatus.ts';

/** What the default bus says of an execution that ended badly; `input` is JSON text. */
const executionEnded = z.object({
  status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
  input: z.string(),
  /** In milliseconds, unlike in the API. */
  stopDate: z.number(),
  error: z.string().nullish(),
});
const runReference = z.object({ companyId: z.string(), runId: z.string() });

/**
 * Marks the run of an execution that failed, timed out or was stopped, remembers where, and tells the hooks for it. A rule
 * on the default bus calls it rather than a Catch in the workflow, because it sees time-outs and aborts too, and the
 * execution stays at the state that failed, where an operator looks first and a redrive goes on.
 */
export const handler = async ({ detail }: EventBridgeEvent<string, unknown>): Promise<void> => {
  const ended = executionEnded.parse(detail);
  const { companyId, runId } = runReference.parse(JSON.parse(ended.input));
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  const at = new Date().toISOString();
  const failed = await fail(run, ended, at);
  await announceStatus(failed, at);
  if (failed.status === 'FAILED') await tellHooks(failed, at);
};

/** What to do about a run that waited in vain for the one before it. */
const BEHIND =
  'An earlier run of the pay group is approved and not posted: redrive that run if it failed, then redrive this one.';

/**
 * Moves the run to `FAILED`, once for each end of its execution: an event that comes twice does not fail a run that was
 * redriven in between. Whoever moves the run at the same moment moved one that nothing drives any more.
 */
async function fail(run: RunRecord, { status, error, stopDate }: z.infer<typeof executionEnded>, at: string) {
  let current = run;
  while ((current.executionStoppedAtMs ?? 0) < stopDate && mayFollow(current.status, 'FAILED')) {
    const what = `The workflow ended ${status}${error ? ` with ${error}` : ''} while the run was ${current.status}.`;
    const next = isCommitted(current.status) ? 'Redrive it to finish what was approved.' : 'Nothing was paid.';
    const cause = { actor: 'failPayrollRun', at, reason: `${what} ${error === 'EarlierRunNotPosted' ? BEHIND : next}` };
    const facts = { failedFrom: current.status, executionStoppedAtMs: stopDate };
    const failed = await moveRun(current, 'FAILED', cause, facts);
    current = failed.run;
  }
  return current;
}

async function tellHooks(run: RunRecord, at: string): Promise<void> {
  const { companyId, runId, payGroupId } = run;
  for (const hook of await getHooks(companyId)) {
    if (hook.point !== 'ON_FAILURE' || !isHookOf(hook, payGroupId)) continue;
    await openHookCall({ companyId, runId, hookId: hook.hookId, point: hook.point, status: 'NOTIFIED', calledAt: at });
    await announceHook(run, hook);
  }
}
