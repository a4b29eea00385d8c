import {
  DeleteMessageCommand,
  GetQueueUrlCommand,
  ListQueuesCommand,
  QueueDoesNotExist,
  ReceiveMessageCommand,
  SendMessageBatchCommand,
  SendMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { SystemClock } from '../../src/Clock.ts';
import { Sqs } from '../../src/sqs/Sqs.ts';
import { startGateway } from '../gateway/startGateway.ts';
import { testCloud } from '../testCloud.ts';

let sqs: Sqs;
let server: Awaited<ReturnType<typeof startGateway>>;
let client: SQSClient;
let QueueUrl: string;

beforeEach(async () => {
  sqs = new Sqs(testCloud());
  server = await startGateway(new SystemClock(), { jsonServices: [sqs] });
  QueueUrl = `${server.endpoint}/000000000000/work`;
  sqs.defineQueue({ QueueName: 'work', QueueUrl });
  client = new SQSClient({ ...server.sdk, maxAttempts: 1 });
});

afterEach(async () => {
  client.destroy();
  await server.gateway.close();
  sqs.close();
});

test('the SDK accepts the digests of bodies and attributes, text and binary', async () => {
  const MessageAttributes = {
    kind: { DataType: 'String', StringValue: 'résumé' },
    amount: { DataType: 'Number.int', StringValue: '12' },
    raw: { DataType: 'Binary', BinaryValue: Uint8Array.of(0, 255) },
  };
  await client.send(new SendMessageCommand({ QueueUrl, MessageBody: 'Grüße', MessageAttributes }));
  const { Messages } = await client.send(new ReceiveMessageCommand({ QueueUrl, MessageAttributeNames: ['All'] }));
  expect(Messages?.[0]?.Body).toBe('Grüße');
  expect(Messages?.[0]?.MessageAttributes?.['raw']?.BinaryValue).toEqual(Uint8Array.of(0, 255));
});

test('an empty receive has no Messages at all', async () => {
  const answer = await client.send(new ReceiveMessageCommand({ QueueUrl }));
  expect('Messages' in answer && answer.Messages !== undefined).toBe(false);
});

test('a missing queue is the exception of the model, with the code of the query protocol beside it', async () => {
  const missing = client.send(new GetQueueUrlCommand({ QueueName: 'nothing' }));
  const error = (await missing.catch((reason: unknown) => reason)) as QueueDoesNotExist & { Code: string };
  expect(error).toBeInstanceOf(QueueDoesNotExist);
  expect(error.name).toBe('QueueDoesNotExist');
  expect(error.Code).toBe('AWS.SimpleQueueService.NonExistentQueue');
});

test('batches, deletes and listings have the shapes that the SDK reads', async () => {
  const batch = await client.send(
    new SendMessageBatchCommand({
      QueueUrl,
      Entries: [
        { Id: '1', MessageBody: 'a' },
        { Id: '2', MessageBody: 'b' },
      ],
    }),
  );
  expect(batch.Successful?.map((entry) => entry.Id)).toEqual(['1', '2']);
  const { Messages = [] } = await client.send(new ReceiveMessageCommand({ QueueUrl, MaxNumberOfMessages: 10 }));
  for (const { ReceiptHandle } of Messages) await client.send(new DeleteMessageCommand({ QueueUrl, ReceiptHandle }));
  expect((await client.send(new ListQueuesCommand({}))).QueueUrls).toEqual([QueueUrl]);
});
