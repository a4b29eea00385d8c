import { refuse } from '../payroll/errors.ts';
import { endHookCall, getHookCall, type HookCallRecord, type HookPoint } from '../table/hook.ts';
import { getRun, noteItems } from '../table/payrollRun.ts';
import type { HookAnswer } from '../workflows/payrollRun.ts';
import { answerOnce, type Decision } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { invalidInput, runNotFound } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { followExecution } from './repair/followExecution.ts';
import { answerTask } from './steps/answerTask.ts';

interface CompletedHook {
  hookCall?: HookCallRecord;
  replayed: boolean;
  userErrors: UserError[];
}

const BLOCKING_POINTS: readonly HookPoint[] = ['BEFORE_CALCULATE', 'BEFORE_PAY', 'AFTER_PAY'];

/** Mutation.completeRunHook: the first answer counts, unless the time was over before it. */
export const handler = mutationHandler(async (event: MutationEvent<'completeRunHook'>): Promise<CompletedHook> => {
  const { companyId } = event.caller;
  const { runId, hookId } = event.input;
  const at = new Date().toISOString();
  const outcome = await answerOnce(event, Date.now(), () => decide(event, at));
  if (outcome.error) {
    // Perhaps the answer that counts never reached the workflow: then this one brings it there.
    if (outcome.error.type === 'HOOK_NOT_WAITING') await followExecution(companyId, runId, at);
    return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  }
  const call = await getHookCall(companyId, runId, outcome.answer.point, hookId);
  if (!call) throw new Error(`hook ${hookId} of run ${runId} was answered but is not in the table`);
  // On a replay too: an answer that died between the table and the workflow is completed by its own retry.
  if (call.taskToken && call.outcome) await answerTask(call.taskToken, { outcome: call.outcome } satisfies HookAnswer);
  return { hookCall: call, replayed: outcome.replayed, userErrors: [] };
});

async function decide(
  { caller, input }: MutationEvent<'completeRunHook'>,
  at: string,
): Promise<Decision<{ point: HookPoint }>> {
  const { companyId, actor } = caller;
  const { runId, hookId, outcome } = input;
  const reason = input.reason?.trim() ?? '';
  if (reason.length > 500 || (outcome === 'STOP' && reason.length === 0))
    return invalidInput('reason', reason.slice(0, 40), 'a text of 1 to 500 characters', 'Say why the run stops.');
  const [run, ...calls] = await Promise.all([
    getRun(companyId, runId),
    ...BLOCKING_POINTS.map((point) => getHookCall(companyId, runId, point, hookId)),
  ]);
  if (!run) return runNotFound(runId);
  const called = calls.filter((call) => call !== undefined);
  const waiting = called.find(({ status }) => status === 'WAITING');
  if (!waiting)
    return refuse(
      'HOOK_NOT_WAITING',
      `Hook "${hookId}" of run "${runId}" ${called[0] ? `is ${called[0].status} since ${called[0].completedAt ?? called[0].calledAt}` : 'was not called'}; only a hook that is WAITING is answered.`,
      'Read hookCalls of the run.',
      'hookId',
    );
  const said = reason === '' ? '' : `: ${reason}`;
  const { items } = noteItems(run, { actor, at, reason: `Hook "${hookId}" was answered ${outcome}${said}` });
  const end = { status: 'COMPLETED' as const, outcome, actor, completedAt: at, ...(reason === '' ? {} : { reason }) };
  return { items: [endHookCall(waiting, end), ...items], answer: { point: waiting.point } };
}
