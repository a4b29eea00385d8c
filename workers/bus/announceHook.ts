import type { HookRecord } from '../../table/hook.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { publish } from './publish.ts';

/** Tells the company's systems that a run reached a hook. A blocking one is answered with `completeRunHook`, by these ids. */
export async function announceHook(run: RunRecord, hook: HookRecord): Promise<void> {
  const { companyId, runId, payGroupId, type, status, period } = run;
  const { hookId, point, isBlocking, timeoutSeconds } = hook;
  await publish('PayrollRunHookReached', {
    ...{ companyId, runId, payGroupId, type, status, payDate: period.payDate },
    ...{ hookId, point, isBlocking, ...(isBlocking ? { timeoutSeconds } : {}) },
  });
}
