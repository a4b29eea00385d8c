import {
  ChangeMessageVisibilityBatchCommand,
  DeleteMessageCommand,
  ReceiveMessageCommand,
  SQSClient,
} from '@aws-sdk/client-sqs';

const sqs = new SQSClient({});

export type DeadLetterQueueName = 'START' | 'PAYMENT' | 'PUBLISH' | 'SCHEDULE' | 'FAILURE' | 'EXPORT';

export const DEAD_LETTER_QUEUES: readonly DeadLetterQueueName[] = [
  'START',
  'PAYMENT',
  'PUBLISH',
  'SCHEDULE',
  'FAILURE',
  'EXPORT',
];

/** Something that was given up. */
export interface DeadLetter {
  queue: DeadLetterQueueName;
  messageId: string;
  receiptHandle: string;
  body: string;
  /** Of the company and the run that it is about, as far as it says so. */
  companyId?: string;
  runId?: string;
  receiveCount: number;
  sentAtMs: number;
}

/** How long a message that is looked at is hidden from others who look, unless it is shown again before. */
const LOOKING_SECONDS = 5;
/** As many as SQS takes or gives at once. */
const MESSAGES_IN_REQUEST = 10;
/** How many are looked at in one go. */
const MOST = 50;

/** The messages that wait in a queue, at most 50. */
export async function deadLettersIn(queue: DeadLetterQueueName): Promise<DeadLetter[]> {
  const found = new Map<string, DeadLetter>();
  while (found.size < MOST) {
    const { Messages } = await sqs.send(
      new ReceiveMessageCommand({
        QueueUrl: urlOf(queue),
        MaxNumberOfMessages: MESSAGES_IN_REQUEST,
        VisibilityTimeout: LOOKING_SECONDS,
        MessageSystemAttributeNames: ['SentTimestamp', 'ApproximateReceiveCount'],
      }),
    );
    const fresh = (Messages ?? []).filter(({ MessageId }) => MessageId !== undefined && !found.has(MessageId));
    if (fresh.length === 0) break;
    for (const { MessageId = '', ReceiptHandle = '', Body = '', Attributes } of fresh)
      found.set(MessageId, {
        ...{ queue, messageId: MessageId, receiptHandle: ReceiptHandle, body: Body },
        ...referenceIn(parsed(Body)),
        receiveCount: Number(Attributes?.ApproximateReceiveCount ?? 1),
        sentAtMs: Number(Attributes?.SentTimestamp ?? 0),
      });
  }
  return [...found.values()];
}

/** Shows messages again that were only looked at: whoever looks next, or redrives them, sees them at once. */
export async function showAgain(letters: readonly DeadLetter[]): Promise<void> {
  for (const [queue, ofQueue] of Map.groupBy(letters, (letter) => letter.queue))
    for (let start = 0; start < ofQueue.length; start += MESSAGES_IN_REQUEST)
      await sqs.send(
        new ChangeMessageVisibilityBatchCommand({
          QueueUrl: urlOf(queue),
          Entries: ofQueue.slice(start, start + MESSAGES_IN_REQUEST).map(({ receiptHandle }, index) => ({
            Id: String(index),
            ReceiptHandle: receiptHandle,
            VisibilityTimeout: 0,
          })),
        }),
      );
}

/** Takes a message out of its queue, once what it asked for is done or sent again. */
export async function removeDeadLetter({ queue, receiptHandle }: DeadLetter): Promise<void> {
  await sqs.send(new DeleteMessageCommand({ QueueUrl: urlOf(queue), ReceiptHandle: receiptHandle }));
}

function urlOf(queue: DeadLetterQueueName): string {
  const entries = (process.env['DEAD_LETTER_QUEUE_URLS'] ?? '').split(' ').map((entry) => entry.split('='));
  const url = entries.find(([name]) => name === queue)?.[1];
  if (!url) throw new Error(`the address of the dead-letter queue ${queue} is not known`);
  return url;
}

/**
 * The company and the run that a message is about. Each kind of message says it elsewhere (a rule's event carries the input of
 * an execution as text within its detail), so the first object that names them is taken.
 */
export function referenceIn(value: unknown): { companyId?: string; runId?: string } {
  if (typeof value === 'string') return value.startsWith('{') ? referenceIn(parsed(value)) : {};
  if (value === null || typeof value !== 'object') return {};
  const { companyId, runId } = value as Record<string, unknown>;
  if (typeof companyId === 'string') return { companyId, ...(typeof runId === 'string' ? { runId } : {}) };
  for (const member of Object.values(value)) {
    const found = referenceIn(member);
    if (found.companyId !== undefined) return found;
  }
  return {};
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
