import { getRun, type RunRecord } from '../table/payrollRun.ts';
import { announceStatus } from './bus/announceStatus.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { enqueueStart } from './commands/enqueueStart.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { decideVoid } from './posting/decideVoid.ts';

interface VoidedRun {
  run?: RunRecord;
  reversalRun?: RunRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Mutation.voidPayrollRun: begins to take a posted run back, whole or in part, by a reversal run that goes through the same
 * workflow. Of several voids at the same time one is written, and the others are told the status that won.
 */
export const handler = mutationHandler(async (event: MutationEvent<'voidPayrollRun'>): Promise<VoidedRun> => {
  const { companyId } = event.caller;
  const nowMs = Date.now();
  const at = new Date(nowMs).toISOString();
  const outcome = await answerOnce(event, nowMs, () => decideVoid(event, at));
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };

  const { runId, reversalRunId } = outcome.answer;
  const [run, reversalRun] = await Promise.all([getRun(companyId, runId), getRun(companyId, reversalRunId)]);
  if (!run || !reversalRun)
    throw new Error(`run ${runId} was voided by ${reversalRunId}, but they are not in the table`);
  // A void that died between the table and the queue is mended by its own retry; a second message starts nothing.
  if (reversalRun.status === 'QUEUED') {
    await enqueueStart(reversalRun);
    await announceStatus(run, at);
    await announceStatus(reversalRun, at);
  }
  return { run, reversalRun, replayed: outcome.replayed, userErrors: [] };
});
