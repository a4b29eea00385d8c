import { expect, test } from 'vitest';
import type { LambdaOutcome } from '../../src/Cloud.ts';
import type { Fault } from '../../src/Faults.ts';
import { callerAllowed } from '../testCloud.ts';
import { queueHarness, reopen } from './queueHarness.ts';

interface SqsEvent {
  Records: { messageId: string; body: string; attributes: Record<string, string>; eventSourceARN: string }[];
}

const FUNCTION = 'arn:aws:lambda:us-east-1:000000000000:function:worker';
const ROLE = 'arn:aws:iam::000000000000:role/worker';

/** A queue with a function that answers by `reply`; `batches` are the bodies it got, invocation by invocation. */
function fed(
  reply: (event: SqsEvent) => LambdaOutcome | Promise<LambdaOutcome>,
  options: { mapping?: object; queue?: object; faults?: (Fault | undefined)[]; name?: string } = {},
) {
  const batches: string[][] = [];
  const name = options.name ?? 'work';
  const plan = options.faults ?? [];
  const harness = queueHarness({
    faults: { next: () => plan.shift() },
    invokeLambda: async (_arn, payload) => {
      const event = payload as SqsEvent;
      batches.push(event.Records.map((record) => record.body));
      return reply(event);
    },
  });
  const feed = (target: typeof harness) => {
    target.define('dead');
    target.define(name, { VisibilityTimeout: 60, ...options.queue });
    target.sqs.defineEventSourceMapping({
      functionArn: FUNCTION,
      queueArn: target.arn(name),
      functionRoleArn: ROLE,
      ...options.mapping,
    });
    target.sqs.start();
  };
  feed(harness);
  return { ...harness, batches, feed };
}

const REPORTING = { mapping: { functionResponseTypes: ['ReportBatchItemFailures'] } };
const fail = (): LambdaOutcome => ({ functionError: { errorType: 'Error', errorMessage: 'no' } });
const succeed = (): LambdaOutcome => ({ payload: null });

test('a message reaches the function as an SQS event and is deleted when the function returns', async () => {
  let seen: SqsEvent | undefined;
  const { sqs, send, counts, arn } = fed((event) => {
    seen = event;
    return succeed();
  });
  const { MessageId } = await send('work', 'hello', {
    MessageAttributes: { kind: { DataType: 'String', StringValue: 'greeting' } },
  });
  await sqs.idle();
  expect(seen?.Records).toEqual([
    {
      messageId: MessageId,
      receiptHandle: expect.any(String) as string,
      body: 'hello',
      attributes: {
        ApproximateReceiveCount: '1',
        SentTimestamp: '1767603600000',
        SenderId: 'arn:aws:iam::000000000000:root',
        ApproximateFirstReceiveTimestamp: '1767603600000',
      },
      messageAttributes: {
        kind: { stringValue: 'greeting', stringListValues: [], binaryListValues: [], dataType: 'String' },
      },
      md5OfBody: '5d41402abc4b2a76b9719d911017c592',
      eventSource: 'aws:sqs',
      eventSourceARN: arn('work'),
      awsRegion: 'us-east-1',
    },
  ]);
  expect(await counts('work')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test.each<[string, unknown, string[]]>([
  ['nothing', undefined, []],
  ['null', null, []],
  ['an empty list', { batchItemFailures: [] }, []],
  ['no list', { batchItemFailures: null }, []],
  ['an object without a list', {}, []],
  ['one failure', 'FIRST', ['a']],
  ['a wrong key', { batchItemFailures: [{ foo: 'x' }] }, ['a', 'b']],
  ['an empty identifier', { batchItemFailures: [{ itemIdentifier: '' }] }, ['a', 'b']],
  ['an unknown identifier', { batchItemFailures: [{ itemIdentifier: 'x' }] }, ['a', 'b']],
  ['text that is no report', 'ok', ['a', 'b']],
])('with ReportBatchItemFailures, a reply of %s (%j) leaves %j for another try', async (_case, reply, retried) => {
  const { call, url, cloud, batches } = fed(
    ({ Records }) => ({
      payload: reply === 'FIRST' ? { batchItemFailures: [{ itemIdentifier: Records[0]?.messageId }] } : reply,
    }),
    REPORTING,
  );
  await call('SendMessageBatch', {
    QueueUrl: url('work'),
    Entries: [
      { Id: '1', MessageBody: 'a' },
      { Id: '2', MessageBody: 'b' },
    ],
  });
  await cloud.clock.advance(60_000);
  expect(batches[0]).toEqual(['a', 'b']);
  expect(batches[1] ?? []).toEqual(retried);
});

test('without ReportBatchItemFailures the reported failures are ignored and everything is deleted', async () => {
  const { sqs, send, counts } = fed(({ Records }) => ({
    payload: { batchItemFailures: [{ itemIdentifier: Records[0]?.messageId }] },
  }));
  await send('work', 'a');
  await sqs.idle();
  expect(await counts('work')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test('a message whose function keeps failing is tried maxReceiveCount times, then is a dead letter', async () => {
  const { cloud, send, counts, batches } = fed(fail, {
    queue: { RedrivePolicy: { deadLetterTargetArn: 'arn:aws:sqs:us-east-1:000000000000:dead', maxReceiveCount: 3 } },
  });
  await send('work', 'poison');
  await cloud.clock.advance(300_000);
  expect(batches).toEqual([['poison'], ['poison'], ['poison']]);
  expect((await counts('dead')).visible).toBe(1);
});

test('no more invocations run at a time than MaximumConcurrency', async () => {
  let running = 0;
  let most = 0;
  const { sqs, send } = fed(
    async () => {
      most = Math.max(most, ++running);
      await new Promise((resolve) => setImmediate(resolve));
      running--;
      return succeed();
    },
    { mapping: { maximumConcurrency: 2, batchSize: 1 } },
  );
  for (let index = 0; index < 8; index++) await send('work', String(index));
  await sqs.idle();
  expect(most).toBe(2);
});

test('messages of one FIFO group are never processed at the same time, nor out of order', async () => {
  const running = new Set<string>();
  const order: string[] = [];
  const { sqs, send } = fed(
    async ({ Records }) => {
      for (const { body } of Records) {
        const group = body.charAt(0);
        expect(running.has(group)).toBe(false);
        running.add(group);
        await new Promise((resolve) => setImmediate(resolve));
        order.push(body);
        running.delete(group);
      }
      return succeed();
    },
    { name: 'runs.fifo', queue: { FifoQueue: true, ContentBasedDeduplication: true }, mapping: { batchSize: 1 } },
  );
  for (const body of ['a1', 'b1', 'a2', 'b2', 'a3']) await send('runs.fifo', body, { MessageGroupId: body.charAt(0) });
  await sqs.idle();
  expect(order.filter((body) => body.startsWith('a'))).toEqual(['a1', 'a2', 'a3']);
  expect(order.filter((body) => body.startsWith('b'))).toEqual(['b1', 'b2']);
});

test('a batching window gathers until it ends or the batch is full', async () => {
  const { cloud, send, settle, batches } = fed(succeed, {
    mapping: { batchSize: 3, maximumBatchingWindowInSeconds: 5 },
  });
  await send('work', '1');
  await cloud.clock.advance(4_000);
  await send('work', '2');
  await settle();
  expect(batches).toEqual([]);
  await cloud.clock.advance(1_000);
  expect(batches).toEqual([['1', '2']]);
  for (const body of ['3', '4', '5']) await send('work', body);
  await settle();
  expect(batches[1]).toEqual(['3', '4', '5']);
});

test('a delayed message is fed when its delay ends, without anyone polling', async () => {
  const { cloud, send, batches } = fed(succeed);
  await send('work', 'later', { DelaySeconds: 120 });
  await cloud.clock.advance(119_999);
  expect(batches).toEqual([]);
  await cloud.clock.advance(1);
  expect(batches).toEqual([['later']]);
});

test('a message that was with the function when the process died is delivered again at the next start', async () => {
  const before = fed(() => new Promise(() => {}));
  await before.send('work', 'a');
  await before.settle();
  expect(before.batches).toEqual([['a']]);
  before.stop();
  before.feed(reopen(before.cloud));
  await before.settle();
  expect(before.batches).toEqual([['a'], ['a']]);
});

test.each<[Fault, string]>([
  ['CRASH', 'the consumer dies after its work and before the delete'],
  ['DUPLICATE', 'the message is delivered a second time'],
])('under the fault %s %s', async (fault) => {
  const { cloud, send, batches, counts } = fed(succeed, { faults: [fault] });
  await send('work', 'a');
  await cloud.clock.advance(60_000);
  expect(batches).toEqual([['a'], ['a']]);
  expect(await counts('work')).toEqual({ visible: 0, inFlight: 0, delayed: 0 });
});

test('a mapping is refused when the role of the function may not read the queue', () => {
  const queueArn = 'arn:aws:sqs:us-east-1:000000000000:work';
  const { sqs, define } = queueHarness({
    callerOfRole: () => callerAllowed(`sqs:ReceiveMessage ${queueArn}`, `sqs:GetQueueAttributes ${queueArn}`),
  });
  define('work');
  expect(() => sqs.defineEventSourceMapping({ functionArn: FUNCTION, queueArn, functionRoleArn: ROLE })).toThrow(
    'The provided execution role does not have permissions to call DeleteMessage on SQS',
  );
});

test.each<[string, string, object, string]>([
  ['a batch over ten without a window', 'work', { batchSize: 11 }, 'Value 11 for parameter BatchSize is invalid.'],
  ['a window on a FIFO queue', 'runs.fifo', { maximumBatchingWindowInSeconds: 5 }, 'FIFO queues have no window.'],
  ['a concurrency of one', 'work', { maximumConcurrency: 1 }, 'Value 1 for parameter MaximumConcurrency is invalid.'],
])('a mapping with %s is refused', (_case, name, mapping, message) => {
  const queue = name.endsWith('.fifo') ? { FifoQueue: true } : {};
  expect(() => fed(succeed, { name, queue, mapping })).toThrow(message);
});
