import { Duration } from 'aws-cdk-lib';
import { Queue, QueueEncryption } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';

/**
 * Where messages and events wait that could not be delivered: 14 days, the longest that SQS keeps anything, so that a
 * long weekend loses nothing.
 */
export class DeadLetterQueue extends Queue {
  constructor(scope: Construct, id: string, props: { readonly fifo: boolean }) {
    super(scope, id, {
      // CloudFormation refuses `fifo: false`; a standard queue leaves the property out.
      ...(props.fifo ? { fifo: true } : {}),
      retentionPeriod: Duration.days(14),
      encryption: QueueEncryption.SQS_MANAGED,
      enforceSSL: true,
    });
  }
}
