import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { ScanCommand } from '@aws-sdk/lib-dynamodb';
import type { Context, SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documentClient } from '../../table/documentClient.ts';
import { consumeCompanyQueue } from '../../workers/queues/consumeCompanyQueue.ts';
import { openTables, type Tables } from './openTables.ts';

let tables: Tables;
beforeAll(async () => {
  tables = await openTables();
  process.env['IDEMPOTENCY_TABLE_NAME'] = 'Records';
  await documentClient.send(
    new CreateTableCommand({
      TableName: 'Records',
      BillingMode: 'PAY_PER_REQUEST',
      AttributeDefinitions: [{ AttributeName: 'id', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'id', KeyType: 'HASH' }],
    }),
  );
});
afterAll(() => tables.close());

const CONTEXT = { awsRequestId: 'request', getRemainingTimeInMillis: () => 60_000 } as unknown as Context;

/** A batch as Lambda hands it over: company and body of each message. */
const batch = (...messages: (readonly [companyId: string, body: string])[]): SQSEvent => ({
  Records: messages.map(([companyId, body], index) => ({
    messageId: `message-${index}`,
    receiptHandle: `receipt-${index}`,
    body,
    attributes: {
      ApproximateReceiveCount: '1',
      SentTimestamp: '0',
      SenderId: 'sender',
      ApproximateFirstReceiveTimestamp: '0',
      MessageGroupId: companyId,
    },
    messageAttributes: {},
    md5OfBody: '',
    eventSource: 'aws:sqs',
    eventSourceARN: 'arn:aws:sqs:us-east-1:000000000000:queue.fifo',
    awsRegion: 'us-east-1',
  })),
});
const start = (companyId: string, runId: string) => [companyId, JSON.stringify({ companyId, runId })] as const;

function consumer(name: string, take: (runId: string) => void | Promise<void>) {
  const taken: string[] = [];
  const handler = consumeCompanyQueue({
    name,
    message: z.object({ companyId: z.string(), runId: z.string() }),
    idMember: 'runId',
    take: async ({ runId }) => {
      await take(runId);
      taken.push(runId);
    },
  });
  const failed = async (event: SQSEvent) =>
    (await handler(event, CONTEXT)).batchItemFailures.map(({ itemIdentifier }) => itemIdentifier);
  return { taken, failed };
}

describe('a queue of companies', () => {
  test.each([
    ['a message that cannot be read', ['bad', 'no JSON'] as const],
    ['a message whose work fails', start('bad', 'refused')],
  ])('%s fails no other company', async (name, bad) => {
    const { taken, failed } = consumer(name, (runId) => {
      if (runId === 'refused') throw new Error('the work fails');
    });
    const event = batch(start('a', 'run-a'), bad, start('c', 'run-c'), start('d', 'run-d'));
    expect(await failed(event)).toEqual(['message-1']);
    expect(taken).toEqual(['run-a', 'run-c', 'run-d']);
  });

  test('a message that fails holds back the later ones of its company', async () => {
    const { taken, failed } = consumer('order', (runId) => {
      if (runId === 'first') throw new Error('the work fails');
    });
    expect(await failed(batch(start('a', 'first'), start('b', 'other'), start('a', 'second')))).toEqual([
      'message-0',
      'message-2',
    ]);
    expect(taken).toEqual(['other']);
  });

  test('a message that was taken is not taken again', async () => {
    const { taken, failed } = consumer('once', () => undefined);
    expect(await failed(batch(start('a', 'run-once')))).toEqual([]);
    expect(await failed(batch(start('a', 'run-once')))).toEqual([]);
    expect(taken).toEqual(['run-once']);
  });

  test('what a worker left when it died is taken by the next delivery, without waiting for its record to expire', async () => {
    // A worker that never answers is one that died: its record stays in progress.
    const dying = consumer('death', () => new Promise<void>(() => undefined));
    void dying.failed(batch(start('a', 'run-death')));
    const inProgress = async () => {
      const { Items = [] } = await documentClient.send(new ScanCommand({ TableName: 'Records' }));
      return Items.filter(({ status }) => status === 'INPROGRESS').length;
    };
    await expect.poll(inProgress).toBe(1);
    const next = consumer('death', () => undefined);
    expect(await next.failed(batch(start('a', 'run-death')))).toEqual([]);
    expect(next.taken).toEqual(['run-death']);
  });
});
