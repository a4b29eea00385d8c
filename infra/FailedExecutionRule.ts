import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Worker } from './Worker.ts';

export interface FailedExecutionRuleProps {
  readonly stateMachineArn: string;
  /** Marks the run of an execution as failed. */
  readonly failPayrollRun: Worker;
  readonly deadLetterQueue: IQueue;
}

/**
 * Calls `failPayrollRun` for every execution that ended without success. Step Functions itself says so on the default
 * bus, also for time-outs and for executions that somebody stopped, which no Catch would see.
 */
export class FailedExecutionRule extends Rule {
  constructor(scope: Construct, id: string, props: FailedExecutionRuleProps) {
    super(scope, id, {
      eventPattern: {
        source: ['aws.states'],
        detailType: ['Step Functions Execution Status Change'],
        detail: { stateMachineArn: [props.stateMachineArn], status: ['FAILED', 'TIMED_OUT', 'ABORTED'] },
      },
    });
    props.failPayrollRun.keepFailedEventsIn(props.deadLetterQueue);
    this.addTarget(
      new LambdaFunction(props.failPayrollRun, {
        retryAttempts: 24,
        maxEventAge: Duration.hours(12),
        deadLetterQueue: props.deadLetterQueue,
      }),
    );
  }
}
