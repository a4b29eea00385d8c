import { DEAD_LETTER_QUEUES, type DeadLetter, deadLettersIn, showAgain } from './repair/deadLetterQueues.ts';

/** A dead letter as the API shows it. */
export interface ListedDeadLetter extends Pick<DeadLetter, 'queue' | 'messageId' | 'runId' | 'receiveCount'> {
  description: string;
  sentAt: string;
}

const DESCRIPTIONS: Readonly<Record<DeadLetter['queue'], string>> = {
  START: 'Start the workflow of the run.',
  PAYMENT: 'Hand a payment file of the run to the bank.',
  PUBLISH: 'Tell subscribers what changed. They have read it since; redriving only clears it.',
  SCHEDULE: 'Make the planned run of a pay group.',
  FAILURE: 'Record that the workflow of the run failed.',
  EXPORT: 'Do the next step of an export or an import.',
};

/** Query.deadLetters: what was given up and concerns the caller's company. */
export const handler = async ({ companyId }: { companyId: string }): Promise<ListedDeadLetter[]> => {
  const letters = (await Promise.all(DEAD_LETTER_QUEUES.map(deadLettersIn))).flat();
  await showAgain(letters);
  return letters
    .filter((letter) => letter.companyId === companyId)
    .map(({ queue, messageId, runId, receiveCount, sentAtMs }) => ({
      ...{ queue, messageId, receiveCount, ...(runId === undefined ? {} : { runId }) },
      description: DESCRIPTIONS[queue],
      sentAt: new Date(sentAtMs).toISOString(),
    }));
};
