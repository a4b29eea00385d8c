import { Duration } from 'aws-cdk-lib';
import { Schedule, ScheduleExpression } from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { Construct } from 'constructs';
import { ServiceRole } from './ServiceRole.ts';
import type { Worker } from './Worker.ts';

export interface DeadLetterRedriveProps {
  /** Tries everything again that was given up; safe to call again. */
  readonly redriveEveryDeadLetter: Worker;
}

/**
 * Every six hours what was given up is tried again: most of it was held up by something that is over. What fails again goes
 * back to where it was, and its alarm stays on.
 */
export class DeadLetterRedrive extends Schedule {
  constructor(scope: Construct, id: string, { redriveEveryDeadLetter }: DeadLetterRedriveProps) {
    const role = new ServiceRole(scope, `${id}Role`, {
      service: 'scheduler.amazonaws.com',
      permissions: [{ actions: ['lambda:InvokeFunction'], resources: [redriveEveryDeadLetter.functionArn] }],
    });
    super(scope, id, {
      description: 'Redrives dead letters',
      schedule: ScheduleExpression.rate(Duration.hours(6)),
      // A missed redrive is made good by the next one.
      target: new LambdaInvoke(redriveEveryDeadLetter, { role: role.withoutPolicyUpdates(), retryAttempts: 0 }),
    });
  }
}
