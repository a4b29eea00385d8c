import { RemovalPolicy, Stack } from 'aws-cdk-lib';
import { PolicyStatement } from 'aws-cdk-lib/aws-iam';
import { ScheduleGroup } from 'aws-cdk-lib/aws-scheduler';
import type { IQueue } from 'aws-cdk-lib/aws-sqs';
import { Construct } from 'constructs';
import { acknowledgeWildcard } from './acknowledgeWildcard.ts';
import { ServiceRole } from './ServiceRole.ts';
import type { Worker } from './Worker.ts';

export interface PlannedRunsProps {
  /** Writes the schedule of each pay group. */
  readonly upsertPayGroup: Worker;
  /** What the schedules call; safe to call again. */
  readonly startPlannedRun: Worker;
  readonly deadLetterQueue: IQueue;
}

/**
 * Where the schedules of all pay groups live: one a group, in one schedule group, each calling `startPlannedRun` at the
 * group's cut-offs. They are written as pay groups are, so that the stack holds none; it says who may write them, and
 * with which role they act.
 */
export class PlannedRuns extends Construct {
  constructor(scope: Construct, id: string, { upsertPayGroup, startPlannedRun, deadLetterQueue }: PlannedRunsProps) {
    super(scope, id);
    // Named here: what may be written below it is acknowledged by its name.
    const scheduleGroupName = `${Stack.of(this).stackName}-plannedRuns`;
    const group = new ScheduleGroup(this, 'Group', { scheduleGroupName, removalPolicy: RemovalPolicy.DESTROY });
    const role = new ServiceRole(this, 'Role', {
      service: 'scheduler.amazonaws.com',
      permissions: [
        { actions: ['lambda:InvokeFunction'], resources: [startPlannedRun.functionArn] },
        { actions: ['sqs:SendMessage'], resources: [deadLetterQueue.queueArn] },
      ],
    });
    startPlannedRun.keepFailedEventsIn(deadLetterQueue);

    const schedules = Stack.of(this).formatArn({
      service: 'scheduler',
      resource: 'schedule',
      resourceName: `${scheduleGroupName}/*`,
    });
    upsertPayGroup.addToRolePolicy(
      new PolicyStatement({
        actions: ['scheduler:CreateSchedule', 'scheduler:UpdateSchedule'],
        resources: [schedules],
      }),
    );
    upsertPayGroup.addToRolePolicy(
      new PolicyStatement({
        actions: ['iam:PassRole'],
        resources: [role.roleArn],
        conditions: { StringEquals: { 'iam:PassedToService': 'scheduler.amazonaws.com' } },
      }),
    );
    if (upsertPayGroup.role) {
      const finding =
        `Resource::arn:<AWS::Partition>:scheduler:<AWS::Region>:<AWS::AccountId>:schedule/${scheduleGroupName}/*` as const;
      acknowledgeWildcard(upsertPayGroup.role, finding, 'Schedules are named after their company and pay group.');
    }
    const addresses = {
      SCHEDULE_GROUP_NAME: group.scheduleGroupName,
      SCHEDULE_ROLE_ARN: role.roleArn,
      START_PLANNED_RUN_ARN: startPlannedRun.functionArn,
      SCHEDULE_DEAD_LETTERS_ARN: deadLetterQueue.queueArn,
    };
    for (const [variable, address] of Object.entries(addresses)) upsertPayGroup.addEnvironment(variable, address);
  }
}
