import { expect, test } from 'vitest';
import { minute, openScheduler, QUEUE_ARN, ROLE_ARN, schedulerHarness } from './schedulerHarness.ts';

const DAY_MS = 86_400_000;

test('a month ahead, every pay day of the month has been started, in local time', async () => {
  const { scheduler, cloud, define, calls } = schedulerHarness();
  define('payday', 'cron(0 6 ? * FRI *)', { ScheduleExpressionTimezone: 'America/Chicago' });
  scheduler.start();
  await cloud.clock.advance(31 * DAY_MS);
  expect(calls.map((call) => call.at)).toEqual(['09', '16', '23', '30'].map((day) => `2026-01-${day}T12:00`));
  expect(minute(scheduler.nextInvocation('payday') ?? 0)).toBe('2026-02-06T12:00');
});

test('a rate without a start date invokes at once, then at each period', async () => {
  const { scheduler, cloud, define, calls } = schedulerHarness();
  define('poll', 'rate(6 hours)');
  scheduler.start();
  await scheduler.idle();
  await cloud.clock.advance(13 * 3_600_000);
  expect(calls.map((call) => call.at)).toEqual(['2026-01-05T09:00', '2026-01-05T15:00', '2026-01-05T21:00']);
});

test('a schedule runs from its StartDate to its EndDate', async () => {
  const { scheduler, cloud, define, calls } = schedulerHarness();
  define('bounded', 'rate(1 day)', { StartDate: '2026-01-10T00:00:00Z', EndDate: '2026-01-12T00:00:00Z' });
  scheduler.start();
  await cloud.clock.advance(31 * DAY_MS);
  expect(calls.map((call) => call.at)).toEqual(['2026-01-10T00:00', '2026-01-11T00:00', '2026-01-12T00:00']);
  expect(scheduler.nextInvocation('bounded')).toBeUndefined();
});

test.each([
  ['NONE', 1],
  ['DELETE', 0],
])('a one-time schedule with ActionAfterCompletion %s leaves %i behind', async (ActionAfterCompletion, left) => {
  const { scheduler, cloud, define, calls } = schedulerHarness();
  define('once', 'at(2026-01-31T09:00:00)', { ActionAfterCompletion });
  scheduler.start();
  await cloud.clock.advance(31 * DAY_MS);
  expect(calls.map((call) => call.at)).toEqual(['2026-01-31T09:00']);
  const { Schedules } = scheduler.handle('GET', '/schedules', new URLSearchParams(), undefined, {
    arn: ROLE_ARN,
    allows: () => true,
  }) as { Schedules: unknown[] };
  expect(Schedules).toHaveLength(left);
});

test('within a flexible window the invocation comes later, its scheduled time does not', async () => {
  const { scheduler, cloud, define, calls } = schedulerHarness({ random: () => 0.5 });
  define('flexible', 'cron(0 12 * * ? *)', { FlexibleTimeWindow: { Mode: 'FLEXIBLE', MaximumWindowInMinutes: 30 } });
  scheduler.start();
  await cloud.clock.advance(2 * DAY_MS);
  expect(calls.map((call) => [call.at, call.input['MessageBody']])).toEqual([
    ['2026-01-05T12:15', '2026-01-05T12:00:00Z'],
    ['2026-01-06T12:15', '2026-01-06T12:00:00Z'],
  ]);
});

test('a disabled schedule is never due', async () => {
  const { scheduler, cloud, define, calls } = schedulerHarness();
  define('off', 'rate(1 hour)', { State: 'DISABLED' });
  scheduler.start();
  await cloud.clock.advance(DAY_MS);
  expect(calls).toEqual([]);
  expect(scheduler.nextInvocation('off')).toBeUndefined();
});

test('of the instants missed while the process was down, the latest is made up for', async () => {
  const before = schedulerHarness();
  before.define('daily', 'cron(0 6 * * ? *)');
  before.scheduler.start();
  before.stop();
  await before.cloud.clock.advance(5 * DAY_MS);
  const after = openScheduler(before.cloud);
  after.define('daily', 'cron(0 6 * * ? *)');
  after.scheduler.start();
  await after.scheduler.idle();
  expect(before.calls.map((call) => call.input['MessageBody'])).toEqual(['2026-01-10T06:00:00Z']);
  expect(minute(after.scheduler.nextInvocation('daily') ?? 0)).toBe('2026-01-11T06:00');
});

test('an instant missed for longer than the maximum event age is not made up for', async () => {
  const before = schedulerHarness();
  const Target = { Arn: QUEUE_ARN, RoleArn: ROLE_ARN, RetryPolicy: { MaximumEventAgeInSeconds: 3600 } };
  before.define('daily', 'cron(0 6 * * ? *)', { Target });
  before.stop();
  await before.cloud.clock.advance(5 * DAY_MS);
  const after = openScheduler(before.cloud);
  after.scheduler.start();
  await after.scheduler.idle();
  expect(before.calls).toEqual([]);
  expect(minute(after.scheduler.nextInvocation('daily') ?? 0)).toBe('2026-01-11T06:00');
});

test('an unchanged schedule keeps its rhythm over a restart, a changed one counts anew', async () => {
  const before = schedulerHarness();
  before.define('same', 'rate(10 hours)');
  before.define('changed', 'rate(10 hours)');
  before.scheduler.start();
  await before.cloud.clock.advance(3_600_000);
  before.stop();
  const after = openScheduler(before.cloud);
  after.define('same', 'rate(10 hours)');
  after.define('changed', 'rate(5 hours)');
  after.scheduler.start();
  expect(minute(after.scheduler.nextInvocation('same') ?? 0)).toBe('2026-01-05T19:00');
  expect(minute(after.scheduler.nextInvocation('changed') ?? 0)).toBe('2026-01-05T15:00');
});

test('an invocation that was not delivered when the process ended is delivered by the next', async () => {
  const before = schedulerHarness({ call: () => new Promise(() => {}) });
  before.define('once', 'at(2026-01-05T10:00:00)', { ActionAfterCompletion: 'DELETE' });
  before.scheduler.start();
  await before.cloud.clock.advance(3_600_000);
  before.stop();
  const bodies: unknown[] = [];
  const after = openScheduler({
    ...before.cloud,
    call: async (_service, _operation, input) => bodies.push(input['MessageBody']),
  });
  after.scheduler.start();
  await after.scheduler.idle();
  expect(bodies).toEqual(['2026-01-05T10:00:00Z']);
});
