import { expect, test } from 'vitest';
import { callerAllowed } from '../testCloud.ts';
import { bodies, queueHarness, reopen } from './queueHarness.ts';

async function exhaust(harness: ReturnType<typeof queueHarness>, name: string, receives: number) {
  for (let count = 0; count < receives; count++) {
    await harness.receive(name);
    await harness.cloud.clock.advance(30_000);
  }
}

function withDeadLetterQueue(suffix = '', attributes: Record<string, unknown> = {}) {
  const harness = queueHarness();
  const redrive = { deadLetterTargetArn: harness.arn(`dead${suffix}`), maxReceiveCount: 2 };
  harness.define(`work${suffix}`, { ...attributes, RedrivePolicy: redrive });
  harness.define(`dead${suffix}`, attributes);
  harness.sqs.start();
  return harness;
}

test('a message moves to the dead-letter queue on the receive after maxReceiveCount', async () => {
  const harness = withDeadLetterQueue();
  const { send, receive, counts, cloud, arn } = harness;
  const sentAt = cloud.clock.now();
  await send('work', 'poison');
  await exhaust(harness, 'work', 2);
  expect((await counts('dead')).visible).toBe(0);
  expect(await receive('work')).toEqual([]);
  const [dead] = await receive('dead');
  expect(dead?.Body).toBe('poison');
  expect(dead?.Attributes).toMatchObject({
    DeadLetterQueueSourceArn: arn('work'),
    SentTimestamp: String(sentAt), // a standard queue keeps it, and with it the retention
  });
});

test('a FIFO group goes on behind a message that moved to the dead-letter queue', async () => {
  const harness = withDeadLetterQueue('.fifo', { FifoQueue: true, ContentBasedDeduplication: true });
  const { send, receive } = harness;
  await send('work.fifo', 'poison', { MessageGroupId: 'a' });
  await exhaust(harness, 'work.fifo', 2);
  await send('work.fifo', 'next', { MessageGroupId: 'a' });
  expect(await receive('work.fifo', { MaxNumberOfMessages: 1 })).toEqual([]);
  expect(bodies(await receive('work.fifo'))).toEqual(['next']);
  expect(bodies(await receive('dead.fifo'))).toEqual(['poison']);
});

test('a redrive returns dead letters to where they failed, at the rate asked for', async () => {
  const harness = withDeadLetterQueue();
  const { send, receive, counts, call, arn, cloud } = harness;
  for (const body of ['1', '2', '3']) await send('work', body);
  await exhaust(harness, 'work', 2);
  await receive('work');
  expect((await counts('dead')).visible).toBe(3);
  await call('StartMessageMoveTask', { SourceArn: arn('dead'), MaxNumberOfMessagesPerSecond: 2 });
  expect((await counts('work')).visible).toBe(2);
  const status = async () =>
    ((await call('ListMessageMoveTasks', { SourceArn: arn('dead') })) as { Results: unknown[] }).Results[0];
  expect(await status()).toMatchObject({ Status: 'RUNNING', ApproximateNumberOfMessagesMoved: 2 });
  await cloud.clock.advance(1_000);
  expect(await status()).toMatchObject({
    Status: 'COMPLETED',
    ApproximateNumberOfMessagesMoved: 3,
    ApproximateNumberOfMessagesToMove: 3,
  });
  expect(bodies(await receive('work'))).toEqual(['1', '2', '3']);
});

test('what a redrive returns is a new message, with an id and a retention of its own', async () => {
  const harness = withDeadLetterQueue();
  const { send, receive, call, arn, cloud } = harness;
  const first = await send('work', 'poison');
  await exhaust(harness, 'work', 2);
  await receive('work');
  await cloud.clock.advance(3_600_000);
  await call('StartMessageMoveTask', { SourceArn: arn('dead') });
  const [again] = await receive('work');
  expect(again).toMatchObject({
    Body: 'poison',
    Attributes: { SentTimestamp: String(cloud.clock.now()), ApproximateReceiveCount: '1' },
  });
  expect(again?.MessageId).not.toBe(first.MessageId);
  expect(again?.Attributes).not.toHaveProperty('DeadLetterQueueSourceArn');
});

test('a FIFO redrive keeps groups and their order, within the deduplication window too', async () => {
  const attributes = { FifoQueue: true, ContentBasedDeduplication: true };
  const harness = withDeadLetterQueue('.fifo', attributes);
  const { send, receive, call, arn } = harness;
  for (const body of ['a1', 'a2']) await send('work.fifo', body, { MessageGroupId: 'a' });
  await send('work.fifo', 'b1', { MessageGroupId: 'b' });
  await exhaust(harness, 'work.fifo', 2);
  expect(await receive('work.fifo')).toEqual([]);
  await call('StartMessageMoveTask', { SourceArn: arn('dead.fifo'), DestinationArn: arn('work.fifo') });
  const again = await receive('work.fifo');
  expect(again.map(({ Body, Attributes }) => [Attributes?.['MessageGroupId'], Body]).sort()).toEqual([
    ['a', 'a1'],
    ['a', 'a2'],
    ['b', 'b1'],
  ]);
  expect(bodies(again).filter((body) => body?.startsWith('a'))).toEqual(['a1', 'a2']);
});

test('a FIFO dead letter is told apart by the id of the message, not by its deduplication id', async () => {
  const harness = withDeadLetterQueue('.fifo', { FifoQueue: true });
  const { send, receive } = harness;
  const sent = await send('work.fifo', 'x', { MessageGroupId: 'a', MessageDeduplicationId: 'once' });
  await exhaust(harness, 'work.fifo', 2);
  await receive('work.fifo');
  const [dead] = await receive('dead.fifo');
  expect(dead?.Attributes).toMatchObject({
    MessageDeduplicationId: sent.MessageId,
    MessageGroupId: 'a',
  });
});

test('a worker reads and deletes dead letters by the grants of its role', async () => {
  const harness = withDeadLetterQueue();
  const { send, sqs, url } = harness;
  await send('dead', 'stray');
  const dead = harness.arn('dead');
  const worker = callerAllowed(`sqs:ReceiveMessage ${dead}`, `sqs:DeleteMessage ${dead}`);
  const { Messages = [] } = (await sqs.call('ReceiveMessage', { QueueUrl: url('dead') }, worker)) as {
    Messages?: { ReceiptHandle: string }[];
  };
  await sqs.call('DeleteMessage', { QueueUrl: url('dead'), ReceiptHandle: Messages[0]?.ReceiptHandle }, worker);
  expect((await harness.counts('dead')).inFlight).toBe(0);
  await expect(sqs.call('ReceiveMessage', { QueueUrl: url('work') }, worker)).rejects.toThrow('sqs:ReceiveMessage');
});

test.each([
  // the caller may all of this but one
  'sqs:StartMessageMoveTask dead',
  'sqs:ReceiveMessage dead',
  'sqs:DeleteMessage dead',
  'sqs:GetQueueAttributes dead',
  'sqs:SendMessage work',
])('a redrive needs %s', async (missing) => {
  const { sqs, arn } = withDeadLetterQueue();
  const needed = ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes'];
  const grants = [...needed.map((action) => `sqs:${action} dead`), 'sqs:SendMessage work'];
  const allowed = grants.filter((grant) => grant !== missing).map((grant) => grant.split(' '));
  const worker = callerAllowed(...allowed.map(([action = '', queue = '']) => `${action} ${arn(queue)}` as const));
  await expect(sqs.call('StartMessageMoveTask', { SourceArn: arn('dead') }, worker)).rejects.toThrow(
    `perform: ${missing.split(' ')[0]} `,
  );
});

test('a redrive stays among queues of one type', async () => {
  const { define, call, arn } = withDeadLetterQueue();
  define('other.fifo', { FifoQueue: true });
  await expect(
    call('StartMessageMoveTask', { SourceArn: arn('dead'), DestinationArn: arn('other.fifo') }),
  ).rejects.toMatchObject({ code: 'InvalidParameterValueException' });
});

test('a redrive goes on after a restart', async () => {
  const harness = withDeadLetterQueue();
  const { send, receive, call, arn, cloud, stop } = harness;
  for (const body of ['1', '2', '3']) await send('work', body);
  await exhaust(harness, 'work', 2);
  await receive('work');
  await call('StartMessageMoveTask', { SourceArn: arn('dead'), MaxNumberOfMessagesPerSecond: 1 });
  stop();
  const { sqs, define, counts } = reopen(cloud);
  define('work');
  define('dead');
  sqs.start();
  await cloud.clock.advance(3_000);
  expect((await counts('work')).visible).toBe(3);
});

test('a running redrive can be cancelled and another cannot start beside it', async () => {
  const harness = withDeadLetterQueue();
  const { send, receive, counts, call, arn, cloud } = harness;
  for (const body of ['1', '2', '3']) await send('work', body);
  await exhaust(harness, 'work', 2);
  await receive('work');
  const start = { SourceArn: arn('dead'), MaxNumberOfMessagesPerSecond: 1 };
  const { TaskHandle } = (await call('StartMessageMoveTask', start)) as { TaskHandle: string };
  await expect(call('StartMessageMoveTask', start)).rejects.toThrow('already a task running');
  expect(await call('CancelMessageMoveTask', { TaskHandle })).toEqual({ ApproximateNumberOfMessagesMoved: 1 });
  await cloud.clock.advance(10_000);
  expect((await counts('dead')).visible).toBe(2);
});

test('a message that was sent straight to the dead-letter queue needs a destination', async () => {
  const { send, call, arn, counts } = withDeadLetterQueue();
  await send('dead', 'stray');
  await call('StartMessageMoveTask', { SourceArn: arn('dead') });
  expect(await call('ListMessageMoveTasks', { SourceArn: arn('dead') })).toMatchObject({
    Results: [{ Status: 'FAILED', FailureReason: 'CouldNotDetermineMessageSource' }],
  });
  await call('StartMessageMoveTask', { SourceArn: arn('dead'), DestinationArn: arn('work') });
  expect((await counts('work')).visible).toBe(1);
});

test('only a dead-letter queue can be the source of a redrive', async () => {
  const { call, arn } = withDeadLetterQueue();
  await expect(call('StartMessageMoveTask', { SourceArn: arn('work') })).rejects.toThrow(
    'Source queue must be configured as a Dead Letter Queue.',
  );
});

test.each<[string, string, Record<string, unknown>, string]>([
  ['does not exist', 'other', {}, 'Dead letter target does not exist.'],
  [
    'is of the other type',
    'dead.fifo',
    { FifoQueue: true },
    'Dead-letter queue must be same type of queue as the source.',
  ],
  ['does not allow it', 'dead', { RedriveAllowPolicy: { redrivePermission: 'denyAll' } }, 'is not allowed to use'],
])('a dead-letter queue that %s is refused', (_rule, name, attributes, message) => {
  const { sqs, define, arn } = queueHarness();
  define('work', { RedrivePolicy: { deadLetterTargetArn: arn(name), maxReceiveCount: 1 } });
  if (name !== 'other') define(name, attributes);
  expect(() => sqs.start()).toThrow(message);
});
