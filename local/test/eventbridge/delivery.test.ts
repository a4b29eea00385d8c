import { expect, test } from 'vitest';
import { AwsError } from '../../src/AwsError.ts';
import type { Fault } from '../../src/Faults.ts';
import { bridgeHarness, DEAD_ARN, openBridge, QUEUE_ARN } from './bridgeHarness.ts';

/** A queue that is out of order until `failures` attempts were made; `at` says when each came. */
function flaky(failures: number) {
  const at: number[] = [];
  const letters: Record<string, { StringValue: string }>[] = [];
  const harness = bridgeHarness({
    call: async (_service, _operation, input) => {
      if (String(input['QueueUrl']).endsWith('/dead')) {
        letters.push(input['MessageAttributes'] as Record<string, { StringValue: string }>);
        return {};
      }
      at.push(harness.cloud.clock.now());
      if (at.length <= failures) throw new AwsError('InternalFailure', 'out of order', { statusCode: 500 });
      return {};
    },
  });
  return { ...harness, at, letters };
}

test('a failed delivery is retried with growing pauses until it succeeds', async () => {
  const { bridge, cloud, rule, put, at } = flaky(4);
  rule({ Id: 'queue', Arn: QUEUE_ARN });
  bridge.start();
  put({});
  await bridge.idle();
  await cloud.clock.advance(3_600_000);
  expect(at).toHaveLength(5);
  const pauses = at.slice(1).map((ms, index) => ms - (at[index] ?? 0));
  expect(pauses).toEqual([...pauses].sort((a, b) => a - b));
  expect(pauses.every((pause, index) => pause >= 500 * 2 ** index && pause <= 1000 * 2 ** index)).toBe(true);
});

test.each<[string, object, string, number]>([
  ['the retries', { MaximumRetryAttempts: 2 }, 'MaximumRetryAttempts', 3],
  ['the age', { MaximumEventAgeInSeconds: 60 }, 'MaximumEventAgeInSeconds', 6],
  ['no retries at all', { MaximumRetryAttempts: 0 }, 'MaximumRetryAttempts', 1],
])(
  'when the policy exhausts %s the event becomes a dead letter that says so',
  async (_case, RetryPolicy, condition, most) => {
    const { bridge, cloud, rule, put, at, letters } = flaky(Infinity);
    rule({ Id: 'queue', Arn: QUEUE_ARN, RetryPolicy, DeadLetterConfig: { Arn: DEAD_ARN } });
    bridge.start();
    put({});
    await bridge.idle();
    await cloud.clock.advance(3_600_000);
    expect(at.length).toBeGreaterThanOrEqual(most);
    expect(letters).toHaveLength(1);
    expect(letters[0]).toMatchObject({
      EXHAUSTED_RETRY_CONDITION: { StringValue: condition },
      ERROR_CODE: { StringValue: 'ERROR_FROM_TARGET' },
      RETRY_ATTEMPTS: { StringValue: String(at.length - 1) },
    });
  },
);

test('by default a delivery is given up within 24 hours and 185 retries', async () => {
  const { bridge, cloud, rule, put, at } = flaky(Infinity);
  rule({ Id: 'queue', Arn: QUEUE_ARN });
  bridge.start();
  const start = cloud.clock.now();
  put({});
  await bridge.idle();
  await cloud.clock.advance(48 * 3_600_000);
  expect(at.length).toBeLessThanOrEqual(186);
  expect((at.at(-1) ?? 0) - start).toBeLessThanOrEqual(24 * 3_600_000);
  expect((at.at(-1) ?? 0) - start).toBeGreaterThan(16 * 3_600_000);
});

test('an event that was accepted but not delivered when the process ended is delivered by the next', async () => {
  const before = bridgeHarness({ call: () => new Promise(() => {}) });
  before.rule({ Id: 'queue', Arn: QUEUE_ARN });
  before.bridge.start();
  before.put({ n: 1 });
  before.stop();
  const bodies: unknown[] = [];
  const after = openBridge({
    ...before.cloud,
    call: async (_service, _operation, input) => bodies.push(JSON.parse(String(input['MessageBody']))),
  });
  after.rule({ Id: 'queue', Arn: QUEUE_ARN });
  after.bridge.start();
  await after.bridge.idle();
  expect(bodies).toMatchObject([{ detail: { n: 1 } }]);
});

test('a delivered event is not delivered again by the next process', async () => {
  const before = bridgeHarness();
  before.rule({ Id: 'queue', Arn: QUEUE_ARN });
  before.bridge.start();
  before.put({});
  await before.bridge.idle();
  before.stop();
  const after = openBridge(before.cloud);
  after.rule({ Id: 'queue', Arn: QUEUE_ARN });
  after.bridge.start();
  await after.bridge.idle();
  expect(before.calls).toHaveLength(1);
});

test('a retry keeps its time over a restart', async () => {
  const before = flaky(1);
  before.rule({ Id: 'queue', Arn: QUEUE_ARN });
  before.bridge.start();
  before.put({});
  await before.bridge.idle();
  before.stop();
  const after = openBridge(before.cloud);
  after.rule({ Id: 'queue', Arn: QUEUE_ARN });
  after.bridge.start();
  await after.bridge.idle();
  expect(before.at).toHaveLength(1);
  await after.cloud.clock.advance(1_000);
  await after.bridge.idle();
  expect(before.at).toHaveLength(2);
});

test('a slow target does not hold more than 256 attempts, and nothing of the rest is lost', async () => {
  let running = 0;
  let most = 0;
  const seen = new Set<number>();
  const { bridge, rule, put } = bridgeHarness({
    call: async (_service, _operation, input) => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      seen.add((JSON.parse(String(input['MessageBody'])) as { detail: { n: number } }).detail.n);
      running--;
    },
  });
  rule({ Id: 'queue', Arn: QUEUE_ARN });
  bridge.start();
  for (let n = 0; n < 1_000; n++) put({ n });
  await bridge.idle();
  expect(most).toBe(256);
  expect(seen.size).toBe(1_000);
});

test.each<[Fault, string, number, number]>([
  ['DROP', 'never', 0, 0],
  ['DUPLICATE', 'twice', 2, 2],
  ['DELAY', 'later', 0, 1],
  ['CRASH', 'and, its answer being lost, once more', 1, 2],
])('under the fault %s an event is delivered %s', async (fault, _how, atOnce, inTheEnd) => {
  const plan: (Fault | undefined)[] = [fault];
  const { bridge, cloud, rule, put, calls } = bridgeHarness({ faults: { next: () => plan.shift() } });
  rule({ Id: 'queue', Arn: QUEUE_ARN });
  bridge.start();
  put({});
  await bridge.idle();
  expect(calls).toHaveLength(atOnce);
  await cloud.clock.advance(60_000);
  await bridge.idle();
  expect(calls).toHaveLength(inTheEnd);
});
