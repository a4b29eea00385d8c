import { type ErrorCode, refuse, type Result, succeed } from '../payroll/errors.ts';
import { getHook, type HookRecord, putHook } from '../table/hook.ts';
import { getPayGroup } from '../table/payGroup.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { invalidInput, neededToCreate, payGroupNotFound } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { withoutAbsent } from './commands/withoutAbsent.ts';

interface UpsertedHook {
  hook?: HookRecord;
  replayed: boolean;
  userErrors: UserError[];
}

/** A week: as long as a run waits for its approval. */
const LONGEST_WAIT_SECONDS = 604_800;
const SHORTEST_WAIT_SECONDS = 60;

/** Mutation.upsertHook. Runs that were prepared before keep to the hooks of that time. What is left out stays as it is. */
export const handler = mutationHandler(async (event: MutationEvent<'upsertHook'>): Promise<UpsertedHook> => {
  const { companyId } = event.caller;
  const { hookId, payGroupId } = event.input;
  const outcome = await answerOnce(event, Date.now(), async () => {
    if (payGroupId !== undefined && !(await getPayGroup(companyId, payGroupId))) return payGroupNotFound(payGroupId);
    const previous = await getHook(companyId, hookId);
    const hook = hookOf(event, previous);
    return hook.ok ? { items: [putHook(hook.value, previous)], answer: { hookId } } : hook;
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  const hook = await getHook(companyId, hookId);
  return { ...(hook ? { hook } : {}), replayed: outcome.replayed, userErrors: [] };
});

/** The hook with what was given, over what is recorded. */
function hookOf(
  { caller: { companyId }, input }: MutationEvent<'upsertHook'>,
  previous: HookRecord | undefined,
): Result<HookRecord, ErrorCode> {
  const { hookId, payGroupId, clear = [] } = input;
  const isCleared = clear.includes('PAY_GROUP_ID');
  if (isCleared && payGroupId !== undefined)
    return refuse('INVALID_INPUT', 'payGroupId is given, and clear names it.', 'Give one of them only.', 'payGroupId');
  const point = input.point ?? previous?.point;
  if (point === undefined) return neededToCreate(`Hook "${hookId}"`, 'point');
  const isBlocking = input.isBlocking ?? previous?.isBlocking ?? false;
  if (isBlocking && point === 'ON_FAILURE')
    return invalidInput('isBlocking', isBlocking, 'false at ON_FAILURE', 'A failed run has nothing to wait with.');
  const timeoutSeconds = input.timeoutSeconds ?? previous?.timeoutSeconds;
  if (isBlocking && !isWait(timeoutSeconds))
    return invalidInput(
      'timeoutSeconds',
      timeoutSeconds ?? null,
      `a whole number from ${SHORTEST_WAIT_SECONDS} to ${LONGEST_WAIT_SECONDS} for a blocking hook`,
      'Say how long the run may wait for an answer.',
    );
  return succeed(
    withoutAbsent<HookRecord>({
      ...{ companyId, hookId, point, isBlocking },
      payGroupId: isCleared ? undefined : (payGroupId ?? previous?.payGroupId),
      timeoutSeconds: isBlocking ? timeoutSeconds : undefined,
      onTimeout: isBlocking ? (input.onTimeout ?? previous?.onTimeout ?? 'STOP') : undefined,
      version: (previous?.version ?? 0) + 1,
    }),
  );
}

const isWait = (seconds: number | undefined): boolean =>
  seconds !== undefined && seconds >= SHORTEST_WAIT_SECONDS && seconds <= LONGEST_WAIT_SECONDS;
