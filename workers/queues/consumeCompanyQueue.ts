import { processPartialResponse, SqsFifoPartialProcessorAsync } from '@aws-lambda-powertools/batch';
import {
  IdempotencyAlreadyInProgressError,
  IdempotencyConfig,
  makeIdempotent,
} from '@aws-lambda-powertools/idempotency';
import { DynamoDBPersistenceLayer } from '@aws-lambda-powertools/idempotency/dynamodb';
import { Logger } from '@aws-lambda-powertools/logger';
import type { Context, SQSBatchResponse, SQSEvent, SQSRecord } from 'aws-lambda';
import type { z } from 'zod';

/** What every message of a queue of companies carries: whose it is, and which run it is about. */
export interface CompanyMessage {
  companyId: string;
  runId: string;
}

export interface CompanyQueueConsumer<Message extends CompanyMessage> {
  /** The worker's name: it begins the keys of its records. */
  name: string;
  message: z.ZodType<Message>;
  /** The member that tells one piece of work from another. */
  idMember: keyof Message & string;
  /** Must be idempotent by itself: the Powertools record only saves the call. */
  take: (message: Message) => Promise<unknown>;
}

/**
 * The handler of a FIFO queue whose message groups are companies. A message that fails holds back the later messages of
 * its own company and of no other; each failure is logged.
 */
export function consumeCompanyQueue<Message extends CompanyMessage>({
  name,
  message,
  idMember,
  take,
}: CompanyQueueConsumer<Message>): (event: SQSEvent, context: Context) => Promise<SQSBatchResponse> {
  const logger = new Logger();
  const processor = new SqsFifoPartialProcessorAsync();
  const config = new IdempotencyConfig({
    eventKeyJmesPath: idMember,
    throwOnNoIdempotencyKey: true,
    hashFunction: 'sha256',
  });
  const takeOnce = makeIdempotent(
    async (received: Message): Promise<{ id: string }> => {
      await take(received);
      return { id: String(received[idMember]) };
    },
    {
      persistenceStore: new DynamoDBPersistenceLayer({ tableName: process.env['IDEMPOTENCY_TABLE_NAME'] ?? '' }),
      config,
      keyPrefix: name,
    },
  );

  /**
   * The queue hands out a company's messages one at a time, so a record in progress was left by a worker that died. To
   * wait for its end would cost the message a whole visibility time-out, and after five of them its place in the queue.
   */
  const takeAgain = async (received: Message): Promise<void> => {
    try {
      await takeOnce(received);
    } catch (error) {
      if (!(error instanceof IdempotencyAlreadyInProgressError)) throw error;
      await take(received);
    }
  };

  const takeRecord = async ({ body, messageId, attributes }: SQSRecord): Promise<void> => {
    try {
      await takeAgain(message.parse(JSON.parse(body)));
    } catch (error) {
      const companyId = attributes.MessageGroupId;
      const attempt = Number(attributes.ApproximateReceiveCount);
      logger.error('a message failed', { worker: name, messageId, companyId, attempt, error: error as Error });
      throw error;
    }
  };

  return (event, context) => {
    config.registerLambdaContext(context);
    return processPartialResponse(event, takeRecord, processor, { context, skipGroupOnError: true });
  };
}
