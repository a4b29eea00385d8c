import { Logger } from '@aws-lambda-powertools/logger';
import type { DeadLetter } from './deadLetterQueues.ts';
import { redriveDeadLetter } from './redriveDeadLetter.ts';

const logger = new Logger();

/** Redrives one after the other, and answers how many could be. */
export async function redriveAll(letters: readonly DeadLetter[]): Promise<number> {
  let redriven = 0;
  for (const letter of letters) {
    const { queue, messageId, runId } = letter;
    try {
      await redriveDeadLetter(letter);
      redriven += 1;
      logger.info('a dead letter was redriven', { queue, messageId, runId });
    } catch (error) {
      // It stays where it is, and the others get their turn.
      logger.warn('a dead letter could not be redriven', { queue, messageId, runId, error: error as Error });
    }
  }
  return redriven;
}
