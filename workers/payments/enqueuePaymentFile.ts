import { SendMessageCommand, SQSClient } from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

/** The message that has a payment file handed over. */
export interface PaymentMessage {
  companyId: string;
  runId: string;
  paymentFileId: string;
}

/**
 * Queues a payment file: those of one company are handed over one after the other.
 * @param deduplicationId a second message with the same one is dropped for five minutes; a redrive needs its own
 */
export async function enqueuePaymentFile(
  { companyId, runId, paymentFileId }: PaymentMessage,
  deduplicationId = paymentFileId,
): Promise<void> {
  await sqs.send(
    new SendMessageCommand({
      QueueUrl: process.env.PAYMENT_QUEUE_URL,
      MessageBody: JSON.stringify({ companyId, runId, paymentFileId } satisfies PaymentMessage),
      MessageGroupId: companyId,
      MessageDeduplicationId: deduplicationId,
    }),
  );
}
