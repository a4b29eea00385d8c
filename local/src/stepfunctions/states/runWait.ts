import type { Branch } from '../Branch.ts';
import type { Outcome } from '../Outcome.ts';
import type { WaitState } from '../definition/StateMachineDefinition.ts';
import { MAX_TASK_TIMEOUT_SECONDS } from '../limits.ts';
import { StatesError } from '../StatesError.ts';
import { EvaluationError, whileExecuting } from '../Template.ts';
import { instantOf } from '../timestamps.ts';

/** Waits until an instant that is fixed at entry, so that a restart does not wait again from the beginning. */
export async function runWait(branch: Branch, state: WaitState): Promise<Outcome> {
  const { position, execution } = branch;
  if (position.work?.kind !== 'WAIT') {
    position.work = { kind: 'WAIT', untilMs: await untilMs(branch, state) };
    execution.moved(branch);
    execution.checkpoint();
  }
  await branch.sleepUntil(position.work.untilMs);
  return branch.complete(state, branch.input, state.next);
}

async function untilMs(branch: Branch, state: WaitState): Promise<number> {
  const { site } = branch;
  if (state.seconds) {
    const seconds = await state.seconds.evaluateAs('number', branch.bindings(), site);
    if (!Number.isInteger(seconds) || seconds < 0 || seconds > MAX_TASK_TIMEOUT_SECONDS) {
      throw new EvaluationError(
        `${whileExecuting(site)} The Seconds field must be an integer between 0 and ${MAX_TASK_TIMEOUT_SECONDS}, but was: ${seconds}`,
        'Seconds',
      );
    }
    return branch.position.enteredAtMs + seconds * 1000;
  }
  const timestamp = (await state.timestamp?.evaluateAs('string', branch.bindings(), site)) ?? '';
  const atMs = instantOf(timestamp);
  if (atMs === undefined) {
    throw new StatesError(
      'States.Runtime',
      `${whileExecuting(site)} The Timestamp field cannot be parsed as an ISO-8601 extended offset date-time format string: ${timestamp}`,
    );
  }
  return atMs;
}
