import { expect, test } from 'vitest';
import { bodies, queueHarness, reopen } from './queueHarness.ts';

const FIFO = { FifoQueue: true, ContentBasedDeduplication: true };

test('a group is blocked while one of its messages is in flight, and other groups go on', async () => {
  const { define, send, receive, remove } = queueHarness();
  define('runs.fifo', FIFO);
  await send('runs.fifo', 'a1', { MessageGroupId: 'a' });
  await send('runs.fifo', 'a2', { MessageGroupId: 'a' });
  await send('runs.fifo', 'b1', { MessageGroupId: 'b' });
  const [first] = await receive('runs.fifo', { MaxNumberOfMessages: 1 });
  expect(first?.Body).toBe('a1');
  expect(bodies(await receive('runs.fifo'))).toEqual(['b1']);
  expect(await receive('runs.fifo')).toEqual([]);
  await remove('runs.fifo', first);
  expect(bodies(await receive('runs.fifo'))).toEqual(['a2']);
});

test('an earlier message that is visible again is received while a later one is in flight, and nothing past that one', async () => {
  const { define, send, receive, call, url } = queueHarness();
  define('runs.fifo', FIFO);
  for (const body of ['1', '2', '3']) await send('runs.fifo', body, { MessageGroupId: 'a' });
  const [first, second] = await receive('runs.fifo', { MaxNumberOfMessages: 2 });
  await call('ChangeMessageVisibility', {
    QueueUrl: url('runs.fifo'),
    ReceiptHandle: first?.ReceiptHandle,
    VisibilityTimeout: 0,
  });
  expect(second?.Body).toBe('2');
  expect(bodies(await receive('runs.fifo'))).toEqual(['1']);
  expect(await receive('runs.fifo')).toEqual([]);
});

test('one bad entry fails the whole batch', async () => {
  const { define, call, url, counts } = queueHarness();
  define('runs.fifo', FIFO);
  const entry = (Id: string, more: object) => ({ Id, MessageBody: Id, ...more });
  const Entries = [entry('a', { MessageGroupId: 'g' }), entry('b', {}), entry('c', { MessageGroupId: 'g' })];
  await expect(call('SendMessageBatch', { QueueUrl: url('runs.fifo'), Entries })).rejects.toMatchObject({
    code: 'MissingRequiredParameterException',
  });
  expect((await counts('runs.fifo')).visible).toBe(0);
});

test('one receive takes as much of a group as it can, in the order of sending', async () => {
  const { define, send, receive } = queueHarness();
  define('runs.fifo', FIFO);
  for (const body of ['1', '2', '3']) await send('runs.fifo', body, { MessageGroupId: 'a' });
  await send('runs.fifo', 'other', { MessageGroupId: 'b' });
  expect(bodies(await receive('runs.fifo'))).toEqual(['1', '2', '3', 'other']);
});

test('a message that comes back is again the first of its group', async () => {
  const { cloud, define, send, receive, remove } = queueHarness();
  define('runs.fifo', { ...FIFO, VisibilityTimeout: 30 });
  for (const body of ['1', '2', '3']) await send('runs.fifo', body, { MessageGroupId: 'a' });
  const [, second] = await receive('runs.fifo', { MaxNumberOfMessages: 2 });
  await remove('runs.fifo', second);
  expect(await receive('runs.fifo')).toEqual([]);
  await cloud.clock.advance(30_000);
  expect(bodies(await receive('runs.fifo'))).toEqual(['1', '3']);
});

test('a duplicate within five minutes succeeds with the ids of the first, even after that one was deleted', async () => {
  const { cloud, define, send, receive, remove } = queueHarness();
  define('runs.fifo', FIFO);
  const original = await send('runs.fifo', 'a', { MessageGroupId: 'a' });
  await remove('runs.fifo', (await receive('runs.fifo'))[0]);
  await cloud.clock.advance(299_999);
  expect(await send('runs.fifo', 'a', { MessageGroupId: 'a' })).toEqual(original);
  expect(await receive('runs.fifo')).toEqual([]);
  await cloud.clock.advance(1);
  const anew = await send('runs.fifo', 'a', { MessageGroupId: 'a' });
  expect(anew.MessageId).not.toBe(original.MessageId);
  expect(bodies(await receive('runs.fifo'))).toEqual(['a']);
});

test.each([
  ['queue', 1],
  ['messageGroup', 2],
])('with DeduplicationScope %s the same id in two groups makes %i message(s)', async (DeduplicationScope, kept) => {
  const { define, send, counts } = queueHarness();
  define('runs.fifo', { FifoQueue: true, DeduplicationScope });
  await send('runs.fifo', 'x', { MessageGroupId: 'a', MessageDeduplicationId: 'id' });
  await send('runs.fifo', 'y', { MessageGroupId: 'b', MessageDeduplicationId: 'id' });
  expect((await counts('runs.fifo')).visible).toBe(kept);
});

test('an explicit deduplication id wins over the content', async () => {
  const { define, send, counts } = queueHarness();
  define('runs.fifo', FIFO);
  await send('runs.fifo', 'same', { MessageGroupId: 'a', MessageDeduplicationId: '1' });
  await send('runs.fifo', 'same', { MessageGroupId: 'a', MessageDeduplicationId: '2' });
  expect((await counts('runs.fifo')).visible).toBe(2);
});

test('sequence numbers have twenty digits and rise', async () => {
  const { define, send, receive } = queueHarness();
  define('runs.fifo', FIFO);
  const first = await send('runs.fifo', '1', { MessageGroupId: 'a' });
  const second = await send('runs.fifo', '2', { MessageGroupId: 'b' });
  expect(first.SequenceNumber).toMatch(/^\d{20}$/);
  expect(String(second.SequenceNumber) > String(first.SequenceNumber)).toBe(true);
  expect((await receive('runs.fifo'))[0]?.Attributes).toMatchObject({
    SequenceNumber: first.SequenceNumber,
    MessageGroupId: 'a',
  });
});

test('deleting after the visibility timeout is refused', async () => {
  const { cloud, define, send, receive, remove } = queueHarness();
  define('runs.fifo', FIFO);
  await send('runs.fifo', 'a', { MessageGroupId: 'a' });
  const [message] = await receive('runs.fifo');
  await cloud.clock.advance(30_000);
  await expect(remove('runs.fifo', message)).rejects.toThrow(
    `Value ${message?.ReceiptHandle} for parameter ReceiptHandle is invalid. Reason: The receipt handle has expired.`,
  );
});

test('the queue delay holds a group back as a whole, in order', async () => {
  const { cloud, define, send, receive } = queueHarness();
  define('runs.fifo', { ...FIFO, DelaySeconds: 10 });
  await send('runs.fifo', '1', { MessageGroupId: 'a' });
  await cloud.clock.advance(5_000);
  await send('runs.fifo', '2', { MessageGroupId: 'a' });
  expect(await receive('runs.fifo')).toEqual([]);
  await cloud.clock.advance(5_000);
  expect(bodies(await receive('runs.fifo'))).toEqual(['1']);
});

test('a blocked group stays blocked over a restart', async () => {
  const before = queueHarness();
  before.define('runs.fifo', FIFO);
  await before.send('runs.fifo', '1', { MessageGroupId: 'a' });
  await before.send('runs.fifo', '2', { MessageGroupId: 'a' });
  await before.receive('runs.fifo', { MaxNumberOfMessages: 1 });
  const after = reopen(before.cloud);
  after.sqs.start();
  expect(await after.receive('runs.fifo')).toEqual([]);
  await after.cloud.clock.advance(30_000);
  expect(bodies(await after.receive('runs.fifo'))).toEqual(['1', '2']);
});

test.each<[string, Record<string, unknown>, string]>([
  ['needs a group', {}, 'The request must contain the parameter MessageGroupId.'],
  [
    'needs a way to tell duplicates',
    { MessageGroupId: 'a' },
    'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
  ],
  [
    'has no delay of its own',
    { MessageGroupId: 'a', MessageDeduplicationId: '1', DelaySeconds: 2 },
    'Value 2 for parameter DelaySeconds is invalid. Reason: The request include parameter that is not valid for this queue type.',
  ],
  [
    'has an id without spaces',
    { MessageGroupId: 'group 123', MessageDeduplicationId: '1' },
    'Value group 123 for parameter MessageGroupId is invalid. Reason: MessageGroupId can only include alphanumeric and punctuation characters. 1 to 128 in length.',
  ],
])('a FIFO message %s', async (_rule, more, message) => {
  const { define, send } = queueHarness();
  define('runs.fifo', { FifoQueue: true });
  await expect(send('runs.fifo', 'a', more)).rejects.toThrow(message);
});
