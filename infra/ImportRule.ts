import { Duration } from 'aws-cdk-lib';
import { Rule } from 'aws-cdk-lib/aws-events';
import type { EventBus } from 'aws-cdk-lib/aws-events';
import { LambdaFunction } from 'aws-cdk-lib/aws-events-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import type { Worker } from './Worker.ts';

export interface ImportRuleProps {
  readonly eventBus: EventBus;
  /** Does the next step of an import; safe to call again. */
  readonly runImport: Worker;
  readonly deadLetterQueue: IQueue;
}

/** Calls `runImport` for every step that an import asks for. */
export class ImportRule extends Rule {
  constructor(scope: Construct, id: string, { eventBus, runImport, deadLetterQueue }: ImportRuleProps) {
    super(scope, id, { eventBus, eventPattern: { detailType: ['ImportStepRequested'] } });
    runImport.keepFailedEventsIn(deadLetterQueue);
    this.addTarget(
      new LambdaFunction(runImport, { retryAttempts: 24, maxEventAge: Duration.hours(12), deadLetterQueue }),
    );
  }
}
