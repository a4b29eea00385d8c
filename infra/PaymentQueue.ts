import { Duration } from 'aws-cdk-lib';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface PaymentQueueProps {
  readonly deadLetterQueue: IQueue;
  /** Timeout of the function that reads the queue. A message stays invisible for six times as long, as Lambda asks. */
  readonly consumerTimeout: Duration;
}

/**
 * Payment files that wait to be handed to the gateway, in the order in which they were written for each company (the
 * message group): a reversal never overtakes the wages that it takes back. A gateway that is down for a while is tried
 * again; five failed deliveries lead to the dead-letter queue.
 */
export class PaymentQueue extends Queue {
  constructor(scope: Construct, id: string, props: PaymentQueueProps) {
    super(scope, id, {
      fifo: true,
      deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: props.deadLetterQueue, maxReceiveCount: 5 },
    });
  }
}
