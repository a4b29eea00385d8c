import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

/** The message that makes a run start. The run's id is the execution's name later. */
export interface StartMessage {
  companyId: string;
  runId: string;
}

/**
 * Queues the start of a run: one company's runs start one after the other, all companies together at the queue's rate.
 * @param deduplicationId a second message with the same one is dropped for five minutes; a redrive needs its own
 */
export async function enqueueStart({ companyId, runId }: StartMessage, deduplicationId = runId): Promise<void> {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: process.env.START_QUEUE_URL,
      MessageBody: JSON.stringify({ companyId, runId } satisfies StartMessage),
      MessageGroupId: companyId,
      MessageDeduplicationId: deduplicationId,
    }),
  );
}
