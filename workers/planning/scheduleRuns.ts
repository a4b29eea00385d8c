import { createHash } from 'node:crypto';
import {
  ConflictException,
  CreateScheduleCommand,
  type CreateScheduleCommandInput,
  SchedulerClient,
  UpdateScheduleCommand,
} from '@aws-sdk/client-scheduler';
import { scheduleExpressionOf } from '../../payroll/planning/scheduleExpression.ts';
import { getPayGroup, type PayGroupRecord, scheduleOf } from '../../table/payGroup.ts';

/** What `startPlannedRun` is called with. The planned instant, so that a late call starts the run that was due then. */
export interface PlannedRunTick {
  companyId: string;
  payGroupId: string;
  scheduledAt: string;
}

/** A run that could not be started at its cut-off is tried for the rest of the working day. */
const LONGEST_WAIT_SECONDS = 12 * 3600;
const MOST_RETRIES = 24;

const scheduler = new SchedulerClient({});

/**
 * Gives a pay group its schedule, or changes it to what the group is now; there is one for each group, whose name follows
 * from the group's. Two changes at the same time may come here in either order: the group is read again after each write,
 * so that whoever writes last has written its latest version.
 */
export async function scheduleRuns(companyId: string, payGroupId: string): Promise<PayGroupRecord> {
  for (;;) {
    const group = await mustGet(companyId, payGroupId);
    await putSchedule(group);
    const current = await mustGet(companyId, payGroupId);
    if (current.version === group.version) return group;
  }
}

async function mustGet(companyId: string, payGroupId: string): Promise<PayGroupRecord> {
  const group = await getPayGroup(companyId, payGroupId);
  if (!group) throw new Error(`pay group ${payGroupId} was answered but is not in the table`);
  return group;
}

async function putSchedule(group: PayGroupRecord): Promise<void> {
  const { companyId, payGroupId, cutOff, version } = group;
  const schedule = scheduleExpressionOf(scheduleOf(group), cutOff);
  if (!schedule.ok) throw new Error(`pay group ${payGroupId} has a cut-off that is none: ${schedule.error.message}`);
  const hash = createHash('sha256').update(`${companyId}\n${payGroupId}`).digest('hex').slice(0, 40);
  const tick: PlannedRunTick = { companyId, payGroupId, scheduledAt: '<aws.scheduler.scheduled-time>' };
  const input: CreateScheduleCommandInput = {
    Name: `group-${hash}`,
    GroupName: process.env.SCHEDULE_GROUP_NAME,
    ClientToken: `${hash}-${version}`,
    ScheduleExpression: schedule.value.expression,
    ScheduleExpressionTimezone: schedule.value.timeZone,
    FlexibleTimeWindow: { Mode: 'OFF' },
    Target: {
      Arn: process.env.START_PLANNED_RUN_ARN,
      RoleArn: process.env.SCHEDULE_ROLE_ARN,
      Input: JSON.stringify(tick),
      RetryPolicy: { MaximumRetryAttempts: MOST_RETRIES, MaximumEventAgeInSeconds: LONGEST_WAIT_SECONDS },
      DeadLetterConfig: { Arn: process.env.SCHEDULE_DEAD_LETTERS_ARN },
    },
  };
  try {
    await scheduler.send(new CreateScheduleCommand(input));
  } catch (error) {
    if (!(error instanceof ConflictException)) throw error;
    await scheduler.send(new UpdateScheduleCommand(input));
  }
}
