import { getHook, type HookRecord, putHook } from '../table/hook.ts';
import { getPayGroup } from '../table/payGroup.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { invalidInput, payGroupNotFound } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

interface UpsertedHook {
  hook?: HookRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/** A week: as long as a run waits for its approval. */
const LONGEST_WAIT_SECONDS = 604_800;
const SHORTEST_WAIT_SECONDS = 60;

/** Mutation.upsertHook. Runs that were prepared before keep to the hooks of that time. */
export const handler = mutationHandler(async (event: MutationEvent<'upsertHook'>): Promise<UpsertedHook> => {
  const { companyId } = event.caller;
  const { hookId, point, isBlocking, onTimeout } = event.input;
  const payGroupId = event.input.payGroupId ?? undefined;
  const timeoutSeconds = event.input.timeoutSeconds ?? undefined;
  const outcome = await answerOnce(event, Date.now(), async () => {
    if (!/^[\w-]{1,40}$/.test(hookId))
      return invalidInput('hookId', hookId, '1 to 40 letters, digits, "-" or "_"', 'Choose a short id.');
    if (isBlocking && point === 'ON_FAILURE')
      return invalidInput('isBlocking', isBlocking, 'false at ON_FAILURE', 'A failed run has nothing to wait with.');
    if (isBlocking && !isWait(timeoutSeconds))
      return invalidInput(
        'timeoutSeconds',
        timeoutSeconds ?? null,
        `a whole number from ${SHORTEST_WAIT_SECONDS} to ${LONGEST_WAIT_SECONDS} for a blocking hook`,
        'Say how long the run may wait for an answer.',
      );
    if (payGroupId !== undefined && !(await getPayGroup(companyId, payGroupId))) return payGroupNotFound(payGroupId);
    const previous = await getHook(companyId, hookId);
    const hook: HookRecord = {
      ...{ companyId, hookId, point, isBlocking },
      ...(payGroupId === undefined ? {} : { payGroupId }),
      ...(isBlocking && timeoutSeconds !== undefined ? { timeoutSeconds, onTimeout } : {}),
      version: (previous?.version ?? 0) + 1,
    };
    return { items: [putHook(hook, previous)], answer: {} };
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  const hook = await getHook(companyId, hookId);
  return { ...(hook ? { hook } : {}), replayed: outcome.replayed, userErrors: [] };
});

const isWait = (seconds: number | undefined): boolean =>
  seconds !== undefined &&
  Number.isInteger(seconds) &&
  seconds >= SHORTEST_WAIT_SECONDS &&
  seconds <= LONGEST_WAIT_SECONDS;
