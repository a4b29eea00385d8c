import { expect, test } from 'vitest';
import { bodies, queueHarness, reopen } from './queueHarness.ts';
import type { Fault } from '../../src/Faults.ts';

test('a received message is hidden for the visibility timeout, then comes back with a higher receive count', async () => {
  const { cloud, define, send, receive } = queueHarness();
  define('work', { VisibilityTimeout: 30 });
  await send('work', 'a');
  expect((await receive('work'))[0]?.Attributes).toMatchObject({
    ApproximateReceiveCount: '1',
    SentTimestamp: String(cloud.clock.now()),
  });
  expect(await receive('work')).toEqual([]);
  await cloud.clock.advance(29_999);
  expect(await receive('work')).toEqual([]);
  await cloud.clock.advance(1);
  expect((await receive('work'))[0]?.Attributes?.['ApproximateReceiveCount']).toBe('2');
});

test('a deleted message is gone, and deleting it once more succeeds', async () => {
  const { define, send, receive, remove, counts } = queueHarness();
  define('work');
  await send('work', 'a');
  const [message] = await receive('work');
  await remove('work', message);
  await remove('work', message);
  expect(await counts('work')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test('the handle of an earlier receive is accepted but does not delete', async () => {
  const { cloud, define, send, receive, remove, counts } = queueHarness();
  define('work');
  await send('work', 'a');
  const [first] = await receive('work');
  await cloud.clock.advance(30_000);
  await receive('work');
  await remove('work', first);
  expect((await counts('work')).inFlight).toBe(1);
});

test('a message can be deleted after its visibility timeout as long as nobody else received it', async () => {
  const { cloud, define, send, receive, remove, counts } = queueHarness();
  define('work');
  await send('work', 'a');
  const [message] = await receive('work');
  await cloud.clock.advance(60_000);
  await remove('work', message);
  expect((await counts('work')).visible).toBe(0);
});

test('a delayed message becomes visible after its own delay, not the delay of its queue', async () => {
  const { cloud, define, send, receive, counts } = queueHarness();
  define('work', { DelaySeconds: 60 });
  await send('work', 'slow');
  await send('work', 'quick', { DelaySeconds: 5 });
  expect(await counts('work')).toEqual({ visible: 0, inFlight: 0, delayed: 2 });
  await cloud.clock.advance(5_000);
  expect(bodies(await receive('work'))).toEqual(['quick']);
  await cloud.clock.advance(55_000);
  expect(bodies(await receive('work'))).toContain('slow');
});

test('a message that outlives the retention period is neither counted nor received', async () => {
  const { cloud, define, send, receive, counts } = queueHarness();
  define('work', { MessageRetentionPeriod: 60 });
  await send('work', 'a');
  await cloud.clock.advance(60_000);
  expect((await counts('work')).visible).toBe(0);
  expect(await receive('work')).toEqual([]);
});

test('a long poll answers as soon as a message arrives, and with nothing when its time is over', async () => {
  const { cloud, define, send, receive, remove } = queueHarness();
  define('work');
  const waiting = receive('work', { WaitTimeSeconds: 20 });
  await send('work', 'a');
  const [message] = await waiting;
  expect(message?.Body).toBe('a');
  await remove('work', message);
  const inVain = receive('work', { WaitTimeSeconds: 20 });
  await cloud.clock.advance(20_000);
  expect(await inVain).toEqual([]);
});

test('a long poll wakes when a delay ends or a visibility timeout passes', async () => {
  const { cloud, define, send, receive } = queueHarness();
  define('work', { VisibilityTimeout: 10 });
  await send('work', 'a', { DelaySeconds: 3 });
  const delayed = receive('work', { WaitTimeSeconds: 20 });
  await cloud.clock.advance(3_000);
  expect(bodies(await delayed)).toEqual(['a']);
  const returned = receive('work', { WaitTimeSeconds: 20 });
  await cloud.clock.advance(10_000);
  expect(bodies(await returned)).toEqual(['a']);
});

test('a long poll that is open when SQS closes is answered with nothing', async () => {
  const { define, receive, stop } = queueHarness();
  define('work');
  const waiting = receive('work', { WaitTimeSeconds: 20 });
  stop();
  expect(await waiting).toEqual([]);
});

test('changing the visibility to zero returns a message at once; one that is visible cannot be changed', async () => {
  const { define, send, receive, call, url } = queueHarness();
  define('work');
  await send('work', 'a');
  const [message] = await receive('work');
  const change = { QueueUrl: url('work'), ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 0 };
  await call('ChangeMessageVisibility', change);
  await expect(call('ChangeMessageVisibility', change)).rejects.toMatchObject({ code: 'MessageNotInflight' });
  expect(bodies(await receive('work'))).toEqual(['a']);
});

test('a message cannot stay hidden for more than twelve hours after its receive', async () => {
  const { cloud, define, send, receive, call, url } = queueHarness();
  define('work', { VisibilityTimeout: 7200 });
  await send('work', 'a');
  const [message] = await receive('work');
  await cloud.clock.advance(3_600_000);
  const change = { QueueUrl: url('work'), ReceiptHandle: message?.ReceiptHandle, VisibilityTimeout: 43_200 };
  await expect(call('ChangeMessageVisibility', change)).rejects.toThrow('beyond the limit [43200 seconds]');
});

test('one answer never holds a message twice, even with a visibility timeout of zero', async () => {
  const { define, send, receive } = queueHarness();
  define('work');
  await send('work', 'a');
  expect(bodies(await receive('work', { VisibilityTimeout: 0 }))).toEqual(['a']);
  expect(bodies(await receive('work', { VisibilityTimeout: 0 }))).toEqual(['a']);
});

test('a purge empties the queue and is refused for the next sixty seconds', async () => {
  const { cloud, define, send, call, url, counts } = queueHarness();
  define('work');
  await send('work', 'a');
  await call('PurgeQueue', { QueueUrl: url('work') });
  expect((await counts('work')).visible).toBe(0);
  await expect(call('PurgeQueue', { QueueUrl: url('work') })).rejects.toMatchObject({
    code: 'PurgeQueueInProgress',
    statusCode: 403,
    message: 'Only one PurgeQueue operation on work is allowed every 60 seconds.',
  });
  await cloud.clock.advance(60_000);
  await call('PurgeQueue', { QueueUrl: url('work') });
});

test('messages and their visibility survive a restart', async () => {
  const before = queueHarness();
  before.define('work', { VisibilityTimeout: 30 });
  await before.send('work', 'in flight');
  await before.receive('work');
  await before.send('work', 'waiting');
  const after = reopen(before.cloud);
  after.define('work', { VisibilityTimeout: 30 });
  after.sqs.start();
  expect(bodies(await after.receive('work'))).toEqual(['waiting']);
  await after.cloud.clock.advance(30_000);
  expect(bodies(await after.receive('work'))).toContain('in flight');
});

test('a queue is found by the last two segments of its URL, whatever the host', async () => {
  const { define, call, send, receive } = queueHarness();
  define('work');
  const QueueUrl = 'https://queue.example:99/000000000000/work';
  await call('SendMessage', { QueueUrl, MessageBody: 'a' });
  expect(bodies(await receive('work'))).toEqual(['a']);
  await expect(send('nothing', 'a')).rejects.toMatchObject({
    code: 'QueueDoesNotExist',
    message: 'The specified queue does not exist.',
    extra: { 'x-amzn-query-error': 'AWS.SimpleQueueService.NonExistentQueue;Sender' },
  });
});

test.each<[Fault, string]>([
  ['DUPLICATE', 'is at once visible to the next receiver'],
  ['DELAY', 'arrives later'],
  ['DROP', 'comes back after the visibility timeout: SQS delivers at least once'],
])('a delivery with the fault %s %s', async (fault) => {
  const plan: (Fault | undefined)[] = [fault];
  const { cloud, define, send, receive } = queueHarness({ faults: { next: () => plan.shift() } });
  define('work');
  await send('work', 'a');
  const first = bodies(await receive('work'));
  const second = bodies(await receive('work'));
  await cloud.clock.advance(60_000);
  const later = bodies(await receive('work'));
  expect([first, second, later]).toEqual(fault === 'DUPLICATE' ? [['a'], ['a'], ['a']] : [[], [], ['a']]);
});
