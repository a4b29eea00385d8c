import { expect, test } from 'vitest';
import { bridgeHarness, openBridge, QUEUE_ARN } from './bridgeHarness.ts';

const everyHour = { Name: 'hourly', ScheduleExpression: 'rate(1 hour)', Targets: [{ Id: 'queue', Arn: QUEUE_ARN }] };

test('a rule with a schedule sends a Scheduled Event each time it is due', async () => {
  const { bridge, cloud, calls } = bridgeHarness();
  bridge.defineRule({ ...everyHour, ScheduleExpression: 'cron(0 10 * * ? *)' });
  bridge.start();
  await cloud.clock.advance(49 * 3_600_000);
  expect(calls.map((call) => JSON.parse(String(call.input['MessageBody'])) as object)).toMatchObject(
    ['05', '06', '07'].map((day) => ({
      source: 'aws.events',
      'detail-type': 'Scheduled Event',
      time: `2026-01-${day}T10:00:00Z`,
      resources: ['arn:aws:events:us-east-1:000000000000:rule/hourly'],
      detail: {},
    })),
  );
});

test('a rate counts from when the rule was made, and keeps its rhythm over a restart', async () => {
  const before = bridgeHarness();
  before.bridge.defineRule(everyHour);
  before.bridge.start();
  await before.cloud.clock.advance(90 * 60_000);
  expect(before.calls).toHaveLength(1);
  before.stop();
  const after = openBridge(before.cloud);
  after.bridge.defineRule(everyHour);
  after.bridge.start();
  await after.cloud.clock.advance(29 * 60_000);
  expect(before.calls).toHaveLength(1);
  await after.cloud.clock.advance(60_000);
  expect(before.calls).toHaveLength(2);
});

test('schedules belong to the default bus, and at() to the Scheduler', () => {
  const { bridge } = bridgeHarness();
  expect(() => bridge.defineRule({ ...everyHour, EventBusName: 'payroll' })).toThrow(
    'ScheduleExpression is supported only on the default event bus.',
  );
  expect(() => bridge.defineRule({ ...everyHour, ScheduleExpression: 'at(2026-01-31T09:00:00)' })).toThrow(
    'Parameter ScheduleExpression is not valid.',
  );
});
