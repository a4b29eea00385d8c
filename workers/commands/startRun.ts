import { getRun, type RunRecord } from '../../table/payrollRun.ts';
import { announceStatus } from '../bus/announceStatus.ts';
import { decideStart } from '../starting/decideStart.ts';
import { answerOnce } from './answerOnce.ts';
import type { MutationEvent } from './MutationEvent.ts';
import { enqueueStart } from './enqueueStart.ts';
import { type UserError, userErrorOf } from './userErrors.ts';

export interface StartedRun {
  run?: RunRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/**
 * Starts a payroll run, whoever asks: a person, a partner or the schedule. The run is keyed by what it is (company, pay
 * group, period, type, sequence), so that however often and by whomever it is started, it is one run.
 */
export async function startRun(event: MutationEvent<'startPayrollRun'>, nowMs: number): Promise<StartedRun> {
  const { companyId } = event.caller;
  const outcome = await answerOnce(event, nowMs, () => decideStart(event, new Date(nowMs).toISOString()));
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };

  const run = await getRun(companyId, outcome.answer.runId);
  if (!run) throw new Error(`run ${outcome.answer.runId} was answered but is not in the table`);
  // A start that died between the table and the queue is mended by its own retry; a second message starts nothing.
  if (run.status === 'QUEUED') await enqueueStart(run);
  if (!outcome.replayed) await announceStatus(run, run.startedAt);
  return { run, replayed: outcome.replayed, userErrors: [] };
}
