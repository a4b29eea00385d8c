import { Logger } from '@aws-lambda-powertools/logger';
import { DEAD_LETTER_QUEUES, deadLettersIn } from './repair/deadLetterQueues.ts';
import { redriveDeadLetter } from './repair/redriveDeadLetter.ts';

const logger = new Logger();

/** The scheduled redrive: what was given up is tried again, in case what kept it back is mended. */
export const handler = async (): Promise<void> => {
  for (const queue of DEAD_LETTER_QUEUES)
    for (const letter of await deadLettersIn(queue)) {
      try {
        await redriveDeadLetter(letter);
        logger.info('a dead letter was redriven', { queue, messageId: letter.messageId, runId: letter.runId });
      } catch (error) {
        // It stays where it is, and the others get their turn.
        logger.warn('a dead letter could not be redriven', {
          ...{ queue, messageId: letter.messageId, runId: letter.runId },
          error: error as Error,
        });
      }
    }
};
