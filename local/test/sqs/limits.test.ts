import { expect, test } from 'vitest';
import { queueHarness } from './queueHarness.ts';

test.each<[string, Record<string, unknown>, string]>([
  ['an empty body', { MessageBody: '' }, 'The request must contain the parameter MessageBody.'],
  [
    'a body over 1 MiB',
    { MessageBody: 'x'.repeat(1_048_577) },
    'One or more parameters are invalid. Reason: Message must be shorter than 1048576 bytes.',
  ],
  ['characters that XML cannot carry', { MessageBody: 'a\u0000' }, 'Invalid characters found.'],
  ['a delay over 15 minutes', { MessageBody: 'a', DelaySeconds: 901 }, 'DelaySeconds must be >= 0 and <= 900.'],
  [
    'an attribute without a value',
    { MessageBody: 'a', MessageAttributes: { ErrorDetails: { DataType: 'String', StringValue: '' } } },
    "Message (user) attribute 'ErrorDetails' must contain a non-empty value of type 'String'.",
  ],
  [
    'an attribute that XML cannot carry',
    { MessageBody: 'a', MessageAttributes: { Note: { DataType: 'String', StringValue: 'a\u0001' } } },
    'Invalid characters found.',
  ],
  [
    'more than ten attributes',
    {
      MessageBody: 'a',
      MessageAttributes: Object.fromEntries(
        Array.from({ length: 11 }, (_, index) => [`a${index}`, { DataType: 'String', StringValue: 'x' }]),
      ),
    },
    'exceeds the allowed maximum [10]',
  ],
])('a message with %s is refused', async (_rule, message, error) => {
  const { define, call, url } = queueHarness();
  define('work');
  await expect(call('SendMessage', { QueueUrl: url('work'), ...message })).rejects.toThrow(error);
});

test.each<[string, Record<string, unknown>, string]>([
  [
    '11 messages',
    { MaxNumberOfMessages: 11 },
    'Value 11 for parameter MaxNumberOfMessages is invalid. Reason: Must be between 1 and 10, if provided.',
  ],
  [
    '21 seconds',
    { WaitTimeSeconds: 21 },
    'Value 21 for parameter WaitTimeSeconds is invalid. Reason: Must be >= 0 and <= 20, if provided.',
  ],
  ['13 hours', { VisibilityTimeout: 46_800 }, 'Value 46800 for parameter VisibilityTimeout is invalid.'],
])('a receive of %s is refused', async (_rule, more, error) => {
  const { define, receive } = queueHarness();
  define('work');
  await expect(receive('work', more)).rejects.toThrow(error);
});

const entry = (Id: string, MessageBody = 'a') => ({ Id, MessageBody });

test.each<[string, object[], string, string]>([
  ['no entries', [], 'EmptyBatchRequest', 'There should be at least one entry'],
  [
    '20 entries',
    Array.from({ length: 20 }, (_, index) => entry(`e${index}`)),
    'TooManyEntriesInBatchRequest',
    'Maximum number of entries per request are 10. You have sent 20.',
  ],
  ['the same id twice', [entry('a'), entry('a')], 'BatchEntryIdsNotDistinct', 'Id a repeated.'],
  ['a strange id', [entry('a/b')], 'InvalidBatchEntryId', 'A batch entry id can only contain'],
  [
    'over 1 MiB in all',
    [entry('a', 'x'.repeat(600_000)), entry('b', 'x'.repeat(448_577))],
    'BatchRequestTooLong',
    'Batch requests cannot be longer than 1048576 bytes. You have sent 1048577 bytes.',
  ],
  [
    'over 1 MiB in all, attributes included',
    [
      { ...entry('a', 'x'.repeat(600_000)), MessageAttributes: { N: { DataType: 'String', StringValue: 'yy' } } },
      entry('b', 'x'.repeat(448_570)),
    ],
    'BatchRequestTooLong',
    'Batch requests cannot be longer than 1048576 bytes. You have sent 1048579 bytes.',
  ],
])('a batch with %s is refused as a whole', async (_rule, Entries, code, message) => {
  const { define, call, url, counts } = queueHarness();
  define('work');
  const error = await call('SendMessageBatch', { QueueUrl: url('work'), Entries }).catch((reason: unknown) => reason);
  expect(error).toMatchObject({ code, message: expect.stringContaining(message) as string });
  expect((await counts('work')).visible).toBe(0);
});

test('an entry that is refused does not touch the others of its batch', async () => {
  const { define, call, url, counts } = queueHarness();
  define('work');
  const Entries = [entry('good'), { Id: 'bad', MessageBody: 'a', DelaySeconds: 901 }];
  expect(await call('SendMessageBatch', { QueueUrl: url('work'), Entries })).toMatchObject({
    Successful: [{ Id: 'good' }],
    Failed: [{ Id: 'bad', SenderFault: true, Code: 'InvalidParameterValue' }],
  });
  expect((await counts('work')).visible).toBe(1);
});

test.each<[string, Record<string, string>, string]>([
  ['an unknown attribute', { Colour: 'red' }, 'Unknown Attribute Colour.'],
  ['FifoQueue false', { FifoQueue: 'false' }, 'Unknown Attribute FifoQueue.'],
  [
    'FIFO attributes on a standard queue',
    { DeduplicationScope: 'queue' },
    'You can specify the DeduplicationScope only when FifoQueue is set to true.',
  ],
  [
    'a retention of a month',
    { MessageRetentionPeriod: '2592000' },
    'Invalid value for the parameter MessageRetentionPeriod.',
  ],
  ['another type', { FifoQueue: 'true' }, 'Modifying queue type is not supported.'],
])('a queue cannot be given %s', async (_rule, Attributes, error) => {
  const { define, call, url } = queueHarness();
  define('work');
  await expect(call('SetQueueAttributes', { QueueUrl: url('work'), Attributes })).rejects.toThrow(error);
});

test('creating a queue twice is the same queue, unless an attribute differs', async () => {
  const { call, define, url } = queueHarness();
  define('work', { DelaySeconds: 1 });
  const input = { QueueName: 'new', Attributes: { DelaySeconds: '5' } };
  expect(await call('CreateQueue', input)).toEqual({ QueueUrl: url('new') });
  expect(await call('CreateQueue', input)).toEqual({ QueueUrl: url('new') });
  await expect(call('CreateQueue', { QueueName: 'new', Attributes: { DelaySeconds: '6' } })).rejects.toThrow(
    'A queue already exists with the same name and a different value for attribute DelaySeconds',
  );
});

test('what is not emulated is refused by name', async () => {
  const { call, define, url } = queueHarness();
  define('work');
  await expect(call('TagQueue', {})).rejects.toThrow('the SQS operation TagQueue');
  await expect(call('ReceiveMessage', { QueueUrl: url('work'), ReceiveRequestAttemptId: '1' })).rejects.toThrow(
    'ReceiveRequestAttemptId',
  );
  expect(() => define('odd', { Colour: 'red' })).toThrow('the property Colour of AWS::SQS::Queue');
});
