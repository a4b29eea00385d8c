import { getRun, moveRun, renewTaskToken } from '../table/payrollRun.ts';
import type { RequestApprovalInput } from '../workflows/payrollRun.ts';
import { releaseApproval } from './approval/releaseApproval.ts';
import { announceStatus } from './bus/announceStatus.ts';

/** Leaves the workflow's task token with the run and asks for a decision; `decidePayrollRun` answers the token. */
export const handler = async (input: RequestApprovalInput): Promise<void> => {
  const { companyId, runId, taskToken, timeoutSeconds, reconciled } = input;
  const run = await getRun(companyId, runId);
  if (!run) throw new Error(`run ${runId} is not in the table`);
  const nowMs = Date.now();
  const at = new Date(nowMs).toISOString();
  const approvalDeadline = new Date(nowMs + timeoutSeconds * 1000).toISOString();
  const facts = { ...reconciled, taskToken, approvalDeadline };
  const asked = await moveRun(run, 'AWAITING_APPROVAL', { actor: 'requestApproval', at }, facts);
  await announceStatus(asked.run, at);
  if (asked.moved) return;
  // An earlier attempt asked already (its token is dead), or the run was cancelled meanwhile.
  if (asked.run.status === 'AWAITING_APPROVAL' && (await renewTaskToken(asked.run, taskToken))) return;
  const current = await getRun(companyId, runId);
  await releaseApproval(taskToken, current?.status ?? asked.run.status);
};
