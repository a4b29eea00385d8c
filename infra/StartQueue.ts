import { Duration } from 'aws-cdk-lib';
import { DeduplicationScope, FifoThroughputLimit, Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

export interface StartQueueProps {
  readonly deadLetterQueue: IQueue;
  /** Timeout of the function that reads the queue. A message stays invisible for six times as long, as Lambda asks. */
  readonly consumerTimeout: Duration;
}

/**
 * Payroll runs that wait to be launched, one in flight per company (the message group). Ten thousand companies on one
 * pay day do not trip the rate of `StartExecution`. Five failed deliveries lead to the dead-letter queue.
 */
export class StartQueue extends Queue {
  constructor(scope: Construct, id: string, props: StartQueueProps) {
    super(scope, id, {
      fifo: true,
      // Per company, or two companies with the same deduplication id would lose one of their runs.
      deduplicationScope: DeduplicationScope.MESSAGE_GROUP,
      fifoThroughputLimit: FifoThroughputLimit.PER_MESSAGE_GROUP_ID,
      visibilityTimeout: Duration.seconds(props.consumerTimeout.toSeconds() * 6),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
      deadLetterQueue: { queue: props.deadLetterQueue, maxReceiveCount: 5 },
    });
  }
}
