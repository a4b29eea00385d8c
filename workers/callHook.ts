import { getHook, openHookCall } from '../table/hook.ts';
import { getRun } from '../table/payrollRun.ts';
import type { CallHookInput, HookAnswer } from '../workflows/payrollRun.ts';
import { announceHook } from './bus/announceHook.ts';
import { answerTask } from './steps/answerTask.ts';

/**
 * Tells one hook that a run reached it. A hook that blocks leaves its token with the call, for `completeRunHook`; any other
 * lets the run go on at once, and so does one that was taken away after the run froze it.
 */
export const handler = async (input: CallHookInput): Promise<void> => {
  const { companyId, runId, point, hookId, taskToken } = input;
  const [run, hook] = await Promise.all([getRun(companyId, runId), getHook(companyId, hookId)]);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  if (!hook) return void (await answerTask(taskToken, { outcome: 'CONTINUE' } satisfies HookAnswer));
  const call = await openHookCall({
    ...{ companyId, runId, hookId, point, taskToken },
    status: hook.isBlocking ? 'WAITING' : 'NOTIFIED',
    calledAt: new Date().toISOString(),
  });
  if (call.status === 'WAITING' || call.status === 'NOTIFIED') await announceHook(run, hook);
  if (call.status !== 'WAITING')
    await answerTask(taskToken, { outcome: call.outcome ?? 'CONTINUE' } satisfies HookAnswer);
};
