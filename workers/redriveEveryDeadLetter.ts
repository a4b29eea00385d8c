import { DEAD_LETTER_QUEUES, deadLettersIn } from './repair/deadLetterQueues.ts';
import { redriveAll } from './repair/redriveAll.ts';

/** The scheduled redrive: what was given up is tried again, in case what kept it back is mended. */
export const handler = async (): Promise<void> => {
  for (const queue of DEAD_LETTER_QUEUES) await redriveAll(await deadLettersIn(queue));
};
