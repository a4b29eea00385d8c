import { getRun, type RunRecord } from '../table/payrollRun.ts';
import { decideApproval } from './approval/decideApproval.ts';
import { decideEnd } from './approval/decideEnd.ts';
import { releaseApproval } from './approval/releaseApproval.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { followExecution } from './repair/followExecution.ts';

interface DecidedRun {
  run?: RunRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Mutation.approvePayrollRun, rejectPayrollRun and cancelPayrollRun. Of several decisions at the same time exactly one is
 * written; the others are told which status won.
 */
export const handler = mutationHandler(
  async (event: MutationEvent<'approvePayrollRun' | 'rejectPayrollRun' | 'cancelPayrollRun'>): Promise<DecidedRun> => {
    const { companyId } = event.caller;
    const nowMs = Date.now();
    const at = new Date(nowMs).toISOString();
    const outcome = await answerOnce(event, nowMs, () =>
      event.mutation === 'approvePayrollRun' ? decideApproval(event, at) : decideEnd(event, at),
    );
    if (outcome.error) {
      // Perhaps an earlier command moved the run and died before the workflow heard of it: then this one completes it.
      if (outcome.error.type === 'INVALID_STATE') await followExecution(companyId, event.input.runId, at);
      return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
    }

    // Read after the decision: a token that was renewed just before it is the one the workflow waits for.
    const decided = await getRun(companyId, outcome.answer.runId);
    if (!decided) throw new Error(`run ${outcome.answer.runId} was decided but is not in the table`);
    const isReleased = await releaseApproval(decided);
    const run = isReleased ? decided : (await followExecution(companyId, decided.runId, at)).run;
    await announceStatus(run, run.decidedAt ?? at);
    return { run, replayed: outcome.replayed, userErrors: [] };
  },
);
