import { afterEach } from 'vitest';
import type { VirtualClock } from '../../src/Clock.ts';
import type { Cloud } from '../../src/Cloud.ts';
import type { KeepFailedEvent } from '../../src/eventbridge/Deliveries.ts';
import { Scheduler } from '../../src/scheduler/Scheduler.ts';
import { ROOT, testCloud } from '../testCloud.ts';

export const ROLE_ARN = 'arn:aws:iam::000000000000:role/schedules';
export const QUEUE_ARN = 'arn:aws:sqs:us-east-1:000000000000:starts';

export interface Call {
  at: string;
  service: string;
  operation: string;
  input: Record<string, unknown>;
  callerArn: string;
}

const open: Scheduler[] = [];

afterEach(() => {
  for (const scheduler of open.splice(0)) scheduler.close();
});

/** A Scheduler on a virtual clock (Monday, 5 January 2026, 09:00 UTC); `calls` are what its targets got, and when. */
export function schedulerHarness(overrides: Partial<Cloud> = {}) {
  const calls: Call[] = [];
  const cloud = testCloud({
    callerOfRole: (roleArn) => ({ ...ROOT, arn: roleArn }),
    call: async (service, operation, input, caller) => {
      calls.push({ at: minute(cloud.clock.now()), service, operation, input, callerArn: caller.arn });
      return { FailedEntryCount: 0, Entries: [] };
    },
    ...overrides,
  });
  return { ...openScheduler(cloud), calls };
}

/** The Scheduler of an account, also after a restart; to be started by the test. */
export function openScheduler(
  cloud: Cloud & { clock: VirtualClock },
  keepFailedEvent: KeepFailedEvent = async () => 'the function has no dead-letter queue',
) {
  const scheduler = new Scheduler(cloud, keepFailedEvent);
  open.push(scheduler);
  return {
    cloud,
    scheduler,
    stop: () => {
      open.splice(open.indexOf(scheduler), 1);
      scheduler.close();
    },
    /** A schedule that sends to a queue. */
    define: (Name: string, ScheduleExpression: string, more: Record<string, unknown> = {}) =>
      scheduler.defineSchedule({
        Name,
        ScheduleExpression,
        FlexibleTimeWindow: { Mode: 'OFF' },
        Target: { Arn: QUEUE_ARN, RoleArn: ROLE_ARN, Input: '<aws.scheduler.scheduled-time>' },
        ...more,
      }),
  };
}

export function minute(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 16);
}
