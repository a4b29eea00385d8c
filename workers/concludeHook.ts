import { endHookCall, getHook, getHookCall } from '../table/hook.ts';
import { transact } from '../table/transact.ts';
import type { CallHookInput, HookAnswer } from '../workflows/payrollRun.ts';

/** Ends a call that nobody answered in time with the hook's default. An answer that got there first counts. */
export const handler = async ({ companyId, runId, point, hookId }: CallHookInput): Promise<HookAnswer> => {
  const [hook, call] = await Promise.all([getHook(companyId, hookId), getHookCall(companyId, runId, point, hookId)]);
  if (!call) throw new Error(`hook ${hookId} of run ${runId} was not called`);
  if (call.status === 'COMPLETED' || call.status === 'TIMED_OUT') return { outcome: call.outcome ?? 'CONTINUE' };
  const outcome = hook?.onTimeout ?? 'STOP';
  const { refused } = await transact([
    endHookCall(call, {
      status: 'TIMED_OUT',
      outcome,
      reason: 'Nobody answered in time.',
      actor: 'concludeHook',
      completedAt: new Date().toISOString(),
    }),
  ]);
  if (!refused) return { outcome };
  const answered = await getHookCall(companyId, runId, point, hookId);
  return { outcome: answered?.outcome ?? outcome };
};
