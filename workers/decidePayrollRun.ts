import { refuse } from '../payroll/errors.ts';
import { mayFollow, type RunStatus } from '../payroll/runStatus.ts';
import { getRun, moveItems, type RunRecord } from '../table/payrollRun.ts';
import { releaseApproval } from './approval/releaseApproval.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/caller.ts';
import { invalidInput, runNotFound } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

const STATUS_BY_MUTATION: Readonly<Record<string, RunStatus>> = {
  approvePayrollRun: 'APPROVED',
  rejectPayrollRun: 'REJECTED',
  cancelPayrollRun: 'CANCELLED',
};

interface DecidePayrollRunInput {
  runId: string;
  /** For an approval: the hash of the calculation that was seen. */
  calculationHash?: string;
  /** For a rejection or a cancellation. */
  reason?: string;
}

interface DecidedRun {
  run?: RunRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Mutation.approvePayrollRun, rejectPayrollRun and cancelPayrollRun. Of several decisions at the same time exactly one is
 * written; the others are told which status won.
 */
export const handler = async (event: MutationEvent<DecidePayrollRunInput>): Promise<DecidedRun> => {
  const { companyId } = event.caller;
  const nowMs = Date.now();
  const outcome = await answerOnce(event, nowMs, () => decide(event, new Date(nowMs).toISOString()));
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };

  // Read after the decision: a token that was renewed just before it is the one the workflow waits for.
  const run = await getRun(companyId, outcome.answer.runId);
  if (!run) throw new Error(`run ${outcome.answer.runId} was decided but is not in the table`);
  // On a replay too: a decision that died between the table and the workflow is mended by its own retry.
  if (run.taskToken) await releaseApproval(run.taskToken, run.status);
  await announceStatus(run, run.decidedAt ?? new Date(nowMs).toISOString());
  return { run, replayed: outcome.replayed, userErrors: [] };
};

async function decide(
  { caller, mutation, input }: MutationEvent<DecidePayrollRunInput>,
  at: string,
): Promise<Decision<{ runId: string }>> {
  const { runId, calculationHash, reason } = input;
  const to = STATUS_BY_MUTATION[mutation];
  if (!to) throw new Error(`${mutation} does not decide runs`);
  if (reason !== undefined && (reason.trim().length < 1 || reason.length > 500))
    return invalidInput(
      'reason',
      reason.slice(0, 40),
      'a text of 1 to 500 characters',
      'Say why in a sentence or two.',
    );
  const run = await getRun(caller.companyId, runId);
  if (!run) return runNotFound(runId);
  if (!mayFollow(run.status, to) || (to !== 'CANCELLED' && run.status !== 'AWAITING_APPROVAL'))
    return refuse(
      'INVALID_STATE',
      `Run "${runId}" is ${run.status} since version ${run.version}; ${mutation} needs a run that ${
        to === 'CANCELLED' ? 'is not decided yet' : 'is AWAITING_APPROVAL'
      }.`,
      run.status === 'CALCULATING' ? 'Wait until it asks for approval.' : 'Read the run to see who decided and why.',
      'runId',
    );
  if (to === 'APPROVED' && run.calculationHash !== calculationHash)
    return refuse(
      'STALE_CALCULATION',
      `calculationHash "${calculationHash}" is not the run's, which is "${run.calculationHash}".`,
      'Look at the totals as they are now, then approve their hash.',
      'calculationHash',
    );
  if (to === 'APPROVED' && !run.selfApprovalAllowed && run.startedBy === caller.actor)
    return refuse(
      'SELF_APPROVAL_NOT_ALLOWED',
      `"${caller.actor}" started run "${runId}" and may not approve it by the company's policy.`,
      'Ask another member of PayrollApprover, or change selfApprovalAllowed of the company for later runs.',
    );
  const { items } = moveItems(
    run,
    to,
    { actor: caller.actor, at, ...(reason === undefined ? {} : { reason }) },
    { decidedBy: caller.actor, decidedAt: at },
  );
  return { items, answer: { runId } };
}
