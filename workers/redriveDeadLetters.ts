import { answerOnce } from './commands/answerOnce.ts';
import type { MutationEvent } from './commands/MutationEvent.ts';
import { mutationHandler } from './commands/mutationHandler.ts';
import { type UserError, userErrorOf } from './commands/userErrors.ts';
import { type DeadLetter, deadLettersIn, showAgain } from './repair/deadLetterQueues.ts';
import { redriveAll } from './repair/redriveAll.ts';

interface RedrivenDeadLetters {
  redrivenCount: number;
  replayed: boolean;
  userErrors: UserError[];
}

/** Mutation.redriveDeadLetters: the caller's company's messages of one queue. Writes nothing of its own, so that it may be sent again. */
export const handler = mutationHandler(
  async (event: MutationEvent<'redriveDeadLetters'>): Promise<RedrivenDeadLetters> => {
    const outcome = await answerOnce(event, Date.now(), async () => {
      const letters = await deadLettersIn(event.input.queue);
      const isOwn = ({ companyId }: DeadLetter) => companyId === event.caller.companyId;
      await showAgain(letters.filter((letter) => !isOwn(letter)));
      return { items: [], answer: await redriveAll(letters.filter(isOwn)) };
    });
    if (outcome.error) return { redrivenCount: 0, replayed: false, userErrors: [userErrorOf(outcome.error)] };
    return { redrivenCount: outcome.answer, replayed: outcome.replayed, userErrors: [] };
  },
  { redrivenCount: 0 },
);
