import type { EventBridgeEvent } from 'aws-lambda';
import { z } from 'zod';
import { isCommitted } from '../payroll/runStatus.ts';
import { getHooks, isHookOf, openHookCall } from '../table/hook.ts';
import { getRun, moveRun, type RunRecord } from '../table/payrollRun.ts';
import { announceHook } from './bus/announceHook.ts';
import { announceStatus } from './bus/announceStatus.ts';

/** What the default bus says of an execution that ended badly; `input` is JSON text. */
const executionEnded = z.object({
  status: z.enum(['FAILED', 'TIMED_OUT', 'ABORTED']),
  input: z.string(),
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
  const what = `The workflow ended ${ended.status}${ended.error ? ` with ${ended.error}` : ''} while the run was ${run.status}.`;
  const reason = `${what} ${isCommitted(run.status) ? 'Redrive it to finish what was approved.' : 'Nothing was paid.'}`;
  const failed = await moveRun(run, 'FAILED', { actor: 'failPayrollRun', at, reason }, { failedFrom: run.status });
  await announceStatus(failed.run, at);
  if (failed.run.status === 'FAILED') await tellHooks(failed.run, at);
};

async function tellHooks(run: RunRecord, at: string): Promise<void> {
  const { companyId, runId, payGroupId } = run;
  for (const hook of await getHooks(companyId)) {
    if (hook.point !== 'ON_FAILURE' || !isHookOf(hook, payGroupId)) continue;
    await openHookCall({ companyId, runId, hookId: hook.hookId, point: hook.point, status: 'NOTIFIED', calledAt: at });
    await announceHook(run, hook);
  }
}
