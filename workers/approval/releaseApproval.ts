import { isWaiting } from '../../payroll/runStatus.ts';
import type { RunRecord } from '../../table/payrollRun.ts';
import { answerTask } from '../steps/answerTask.ts';

/**
 * Lets the workflow go on from its wait for approval, with the status that the run has now. Called on every attempt of the
 * command that moved the run, so that one that died between the table and the workflow is completed by its own retry; a run that
 * waits (still, or once more) is left waiting. Answers false where the workflow waits no more: somebody let it continue before,
 * or its execution has ended, which `followExecution` finds out.
 */
export async function releaseApproval({ status, taskToken }: RunRecord): Promise<boolean> {
  return !taskToken || isWaiting(status) || answerTask(taskToken, { status });
}
