import { getHooks, isHookOf } from '../../table/hook.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import type { HookPoint, HookToCall } from '../../workflows/payrollRun.ts';

/** How long the workflow waits for a hook to be told that is not waited for. */
const TELLING_SECONDS = 300;

/**
 * The hooks that a run calls, by point, as they are now: the workflow keeps to them. A reversal calls none: it was decided
 * when the run was voided, and whoever stopped it would leave that run half taken back.
 */
export async function hooksToCall({
  companyId,
  payGroupId,
  type,
}: RunRecord): Promise<Record<HookPoint, HookToCall[]>> {
  const hooks = type === 'REVERSAL' ? [] : (await getHooks(companyId)).filter((hook) => isHookOf(hook, payGroupId));
  const at = (point: HookPoint) =>
    hooks
      .filter((hook) => hook.point === point)
      .map(({ hookId, timeoutSeconds }) => ({ hookId, timeoutSeconds: timeoutSeconds ?? TELLING_SECONDS }));
  return {
    BEFORE_CALCULATE: at('BEFORE_CALCULATE'),
    BEFORE_PAY: at('BEFORE_PAY'),
    AFTER_PAY: at('AFTER_PAY'),
  };
}
