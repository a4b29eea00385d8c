import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { ServiceRole } from './ServiceRole.ts';
import type { Worker } from './Worker.ts';

export interface StalledRunSweepProps {
  /** Continues what stands still, and throws when a run needs a person; safe to call again. */
  readonly continueStalledRuns: Worker;
}

/**
 * Every quarter of an hour runs are compared with their executions: the events and answers that tie them together are
 * delivered as well as AWS can, and not better.
 */
export class StalledRunSweep extends Schedule {
  constructor(scope: Construct, id: string, { continueStalledRuns }: StalledRunSweepProps) {
    const role = new ServiceRole(scope, `${id}Role`, {
      service: 'scheduler.amazonaws.com',
      permissions: [{ actions: ['lambda:InvokeFunction'], resources: [continueStalledRuns.functionArn] }],
    });
    super(scope, id, {
      description: 'Continues runs that stand still',
      schedule: ScheduleExpression.rate(Duration.minutes(15)),
      // A missed sweep is made good by the next one.
      target: new LambdaInvoke(continueStalledRuns, { role: role.withoutPolicyUpdates(), retryAttempts: 0 }),
    });
  }
}
