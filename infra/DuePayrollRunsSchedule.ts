import { Duration, RemovalPolicy, TimeZone } from 'aws-cdk-lib';
import {
  ContextAttribute,
  Schedule,
  ScheduleExpression,
  ScheduleGroup,
  ScheduleTargetInput,
} from 'aws-cdk-lib/aws-scheduler';
import { LambdaInvoke } from 'aws-cdk-lib/aws-scheduler-targets';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import type { Construct } from 'constructs';
import { ServiceRole } from './ServiceRole.ts';
import type { Worker } from './Worker.ts';

export interface DuePayrollRunsScheduleProps {
  /** Starts every run that is due; safe to call again. */
  readonly startDuePayrollRuns: Worker;
  readonly deadLetterQueue: IQueue;
}

/**
 * Every day at five in the morning on the east coast, before the payroll office opens, the runs that are due are
 * started.
 */
export class DuePayrollRunsSchedule extends Schedule {
  constructor(scope: Construct, id: string, { startDuePayrollRuns, deadLetterQueue }: DuePayrollRunsScheduleProps) {
    const role = new ServiceRole(scope, `${id}Role`, {
      service: 'scheduler.amazonaws.com',
      permissions: [
        { actions: ['lambda:InvokeFunction'], resources: [startDuePayrollRuns.functionArn] },
        { actions: ['sqs:SendMessage'], resources: [deadLetterQueue.queueArn] },
      ],
    });
    super(scope, id, {
      description: 'Starts the payroll runs that are due',
      scheduleGroup: new ScheduleGroup(scope, `${id}Group`, { removalPolicy: RemovalPolicy.DESTROY }),
      schedule: ScheduleExpression.cron({ minute: '0', hour: '5', timeZone: TimeZone.AMERICA_NEW_YORK }),
      target: new LambdaInvoke(startDuePayrollRuns, {
        role: role.withoutPolicyUpdates(),
        // The planned instant and not the moment of delivery, so that a late or second call starts the same runs.
        input: ScheduleTargetInput.fromObject({ scheduledAt: ContextAttribute.scheduledTime }),
        retryAttempts: 24,
        maxEventAge: Duration.hours(12),
        deadLetterQueue,
      }),
    });
    startDuePayrollRuns.keepFailedEventsIn(deadLetterQueue);
  }
}
