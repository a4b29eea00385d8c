import type { Hook, HookCall } from '../clients/generated/schema.ts';
import type { HookCallRecord, HookRecord } from '../table/hook.ts';

/** A hook as the API shows it. */
export function hookOf(hook: HookRecord): Hook {
  return {
    hookId: hook.hookId,
    point: hook.point,
    payGroupId: hook.payGroupId ?? null,
    isBlocking: hook.isBlocking,
    timeoutSeconds: hook.timeoutSeconds ?? null,
    onTimeout: hook.onTimeout ?? null,
    version: hook.version,
  };
}

/** A call of a hook as the API shows it; its token stays inside. */
export function hookCallOf(call: HookCallRecord): HookCall {
  return {
    runId: call.runId,
    hookId: call.hookId,
    point: call.point,
    status: call.status,
    outcome: call.outcome ?? null,
    reason: call.reason ?? null,
    actor: call.actor ?? null,
    calledAt: call.calledAt,
    completedAt: call.completedAt ?? null,
  };
}
