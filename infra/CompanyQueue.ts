import { Duration } from 'aws-cdk-lib';
import { EventSourceMapping } from 'aws-cdk-lib/aws-lambda';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Worker } from './Worker.ts';

export interface CompanyQueueProps {
  readonly consumer: Worker;
  /** How many messages the consumer takes at once. */
  readonly batchSize: number;
  readonly deadLetterQueue: IQueue;
}

/**
 * A FIFO queue whose message groups are companies: a company's messages are taken one after the other, all companies at
 * once. Five failed deliveries lead to the dead-letter queue.
 */
export class CompanyQueue extends Queue {
  constructor(scope: Construct, id: string, { consumer, batchSize, deadLetterQueue }: CompanyQueueProps) {
    const timeout = consumer.timeout ?? Duration.seconds(3);
    super(scope, id, {
      fifo: true,
      // Per company, or two companies with the same deduplication id would lose one of their messages.
      deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      // Six times as long as its reader may take, as Lambda asks.
      visibilityTimeout: Duration.seconds(timeout.toSeconds() * 6),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: deadLetterQueue, maxReceiveCount: 5 },
    });
    new EventSourceMapping(this, 'Mapping', {
      target: consumer,
      eventSourceArn: this.queueArn,
      batchSize,
      reportBatchItemFailures: true,
    });
  }
}
