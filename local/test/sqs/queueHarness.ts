import { afterEach } from 'vitest';
import { Sqs } from '../../src/sqs/Sqs.ts';
import type { Cloud } from '../../src/Cloud.ts';
import { ROOT, testCloud } from '../testCloud.ts';
import type { VirtualClock } from '../../src/Clock.ts';

export interface Message {
  MessageId: string;
  ReceiptHandle: string;
  Body: string;
  Attributes?: Record<string, string>;
}

const open: Sqs[] = [];

afterEach(() => {
  for (const sqs of open.splice(0)) sqs.close();
});

/** An SQS on a virtual clock with short ways to say what tests do most. */
export function queueHarness(overrides: Partial<Cloud> = {}) {
  const cloud = testCloud(overrides);
  return reopen(cloud);
}

/** The same account after a restart of the process: same data directory, same clock. */
export function reopen(cloud: Cloud & { clock: VirtualClock }) {
  const sqs = new Sqs(cloud);
  open.push(sqs);
  const url = (name: string) => `http://localhost:4000/000000000000/${name}`;
  const call = (operation: string, input: Record<string, unknown>) => sqs.call(operation, input, ROOT);
  return {
    cloud,
    sqs,
    url,
    call,
    arn: (name: string) => `arn:aws:sqs:us-east-1:000000000000:${name}`,
    define: (name: string, attributes: Record<string, unknown> = {}) =>
      sqs.defineQueue({ QueueName: name, QueueUrl: url(name), ...attributes }),
    send: (name: string, body: string, more: Record<string, unknown> = {}) =>
      call('SendMessage', { QueueUrl: url(name), MessageBody: body, ...more }) as Promise<{
        MessageId: string;
        SequenceNumber?: string;
      }>,
    receive: async (name: string, more: Record<string, unknown> = {}): Promise<Message[]> => {
      const input = { QueueUrl: url(name), MaxNumberOfMessages: 10, MessageSystemAttributeNames: ['All'], ...more };
      return ((await call('ReceiveMessage', input)) as { Messages?: Message[] }).Messages ?? [];
    },
    remove: (name: string, message: Message | undefined) =>
      call('DeleteMessage', { QueueUrl: url(name), ReceiptHandle: message?.ReceiptHandle }),
    counts: async (name: string) => {
      const { Attributes } = (await call('GetQueueAttributes', {
        QueueUrl: url(name),
        AttributeNames: ['All'],
      })) as { Attributes: Record<string, string> };
      return {
        visible: Number(Attributes['ApproximateNumberOfMessages']),
        inFlight: Number(Attributes['ApproximateNumberOfMessagesNotVisible']),
        delayed: Number(Attributes['ApproximateNumberOfMessagesDelayed']),
      };
    },
    /** Ends the process, as far as SQS is concerned. */
    stop: () => {
      open.splice(open.indexOf(sqs), 1);
      sqs.close();
    },
    /** Lets everything that is not waiting for the clock happen. */
    settle: () => cloud.clock.advance(0).then(() => new Promise<void>((resolve) => setImmediate(resolve))),
  };
}

export const bodies = (messages: readonly Message[]) => messages.map((message) => message.Body);
