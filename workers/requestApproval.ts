import { isWaiting } from '../payroll/runStatus.ts';
import { getRun, moveRun, renewTaskToken } from '../table/payrollRun.ts';
import { getRunProgress } from '../table/runProgress.ts';
import type { RequestApprovalInput } from '../workflows/payrollRun.ts';
import { assess, isBlocking } from './approval/assess.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { answerTask } from './steps/answerTask.ts';

/**
 * Leaves the workflow's task token with the run and asks for a decision, or where something blocks the run, for its mending.
 * `decidePayrollRun` and `changePayrollRun` answer the token.
 */
export const handler = async (input: RequestApprovalInput): Promise<void> => {
  const { companyId, runId, taskToken, timeoutSeconds } = input;
  const { enteredNotPaid = [], ...reconciled } = input.reconciled;
  const [run, progress] = await Promise.all([getRun(companyId, runId), getRunProgress(companyId, runId)]);
  if (!run || !progress) throw new Error(`run ${runId} is not in the table`);
  const nowMs = Date.now();
  const at = new Date(nowMs).toISOString();
  const approvalDeadline = new Date(nowMs + timeoutSeconds * 1000).toISOString();
  const { requirements } = await assess(run, progress, enteredNotPaid, nowMs);
  const to = requirements.some(isBlocking) ? 'BLOCKED' : 'AWAITING_APPROVAL';
  const facts = { ...reconciled, requirements, taskToken, approvalDeadline };
  const asked =
    run.status === 'CALCULATING'
      ? await moveRun(run, to, { actor: 'requestApproval', at }, facts)
      : { run, moved: false };
  await announceStatus(asked.run, at);
  if (asked.moved) return;
  // An earlier attempt asked already (its token is dead), or the run was decided or changed meanwhile.
  if (isWaiting(asked.run.status) && (await renewTaskToken(asked.run, taskToken))) return;
  const current = await getRun(companyId, runId);
  await answerTask(taskToken, { status: current?.status ?? asked.run.status });
};
