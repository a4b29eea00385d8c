import { getHook, removeHook } from '../table/hook.ts';
import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { hookNotFound } from './commands/refusals.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';

interface DeletedHook {
  hookId?: string;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.deleteHook. Runs that wait for it go on waiting, until it is answered or its time is over. */
export const handler = mutationHandler(async (event: MutationEvent<'deleteHook'>): Promise<DeletedHook> => {
  const { hookId } = event.input;
  const outcome = await answerOnce<{ hookId: string }>(event, Date.now(), async () => {
    const hook = await getHook(event.caller.companyId, hookId);
    return hook ? { items: [removeHook(hook)], answer: { hookId } } : hookNotFound(hookId);
  });
  if (outcome.error) return { replayed: false, userErrors: [userErrorOf(outcome.error)] };
  return { hookId: outcome.answer.hookId, replayed: outcome.replayed, userErrors: [] };
});
