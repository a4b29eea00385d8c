import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Worker } from './Worker.ts';

export interface ExportRuleProps {
  readonly eventBus: EventBus;
  /** Writes the next piece of an export; safe to call again. */
  readonly runExport: Worker;
  readonly deadLetterQueue: IQueue;
}

/** Calls `runExport` for every step that an export asks for. */
export class ExportRule extends Rule {
  constructor(scope: Construct, id: string, { eventBus, runExport, deadLetterQueue }: ExportRuleProps) {
    super(scope, id, { eventBus, eventPattern: { detailType: ['ExportStepRequested'] } });
    runExport.keepFailedEventsIn(deadLetterQueue);
    this.addTarget(
      new LambdaFunction(runExport, { retryAttempts: 24, maxEventAge: Duration.hours(12), deadLetterQueue }),
    );
  }
}
