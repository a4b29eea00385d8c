import { createHash } from 'node:crypto';
import type { Cloud, LambdaOutcome } from '../Cloud.ts';
import type { MessageAttributes } from './messageAttributes.ts';
import type { Queue, ReceivedMessage } from './Queue.ts';
import { invalidValue } from './sqsError.ts';
import { systemAttributes } from './systemAttributes.ts';

/** An `AWS::Lambda::EventSourceMapping` of a queue, with AWS's own names and defaults. */
export interface EventSourceMappingProperties {
  readonly functionArn: string;
  readonly queueArn: string;
  /** The role that polls: it needs ReceiveMessage, DeleteMessage and GetQueueAttributes. */
  readonly functionRoleArn: string;
  /** 1 to 10 (the default); up to 10,000 on a standard queue with a batching window. */
  readonly batchSize?: number;
  /** `ReportBatchItemFailures` makes Lambda heed the failures that the function returns. */
  readonly functionResponseTypes?: readonly string[];
  /** Invocations at a time, 2 to 1,000. AWS starts at five and grows; here it stays at five when not given. */
  readonly maximumConcurrency?: number;
  readonly maximumBatchingWindowInSeconds?: number;
  readonly enabled?: boolean;
}

/** Lambda's limit for the payload of an invocation; a batch that would be larger is split. */
const MAX_PAYLOAD_BYTES = 6 * 1024 * 1024;
const INITIAL_CONCURRENCY = 5;

/**
 * Reads a queue for a function: receives when the queue says that there is something, invokes, and deletes what
 * succeeded. What failed simply stays in flight until its visibility timeout, so that the queue's own receive count
 * and dead-letter queue decide how often it is tried.
 */
export class EventSourceMapping {
  readonly #cloud: Cloud;
  readonly #queue: Queue;
  readonly #properties: EventSourceMappingProperties;
  readonly #onSettled: () => void;
  readonly #batchSize: number;
  readonly #windowMs: number;
  readonly #maxConcurrency: number;
  #gathered: ReceivedMessage[] = [];
  #windowIsOver = false;
  #cancelWindow: () => void = () => {};
  #running = 0;
  #stopListening: () => void = () => {};
  #isStarted = false;

  /**
   * @param onSettled called after each invocation has been dealt with
   * @throws AwsError `InvalidParameterValueException` for a batch size, window or concurrency that Lambda refuses
   */
  constructor(cloud: Cloud, queue: Queue, properties: EventSourceMappingProperties, onSettled: () => void) {
    checkLimits(queue, properties);
    this.#cloud = cloud;
    this.#queue = queue;
    this.#properties = properties;
    this.#onSettled = onSettled;
    this.#batchSize = properties.batchSize ?? 10;
    this.#windowMs = (properties.maximumBatchingWindowInSeconds ?? 0) * 1000;
    this.#maxConcurrency = properties.maximumConcurrency ?? INITIAL_CONCURRENCY;
  }

  get queue(): Queue {
    return this.#queue;
  }

  start(): void {
    if (this.#isStarted || this.#properties.enabled === false) return;
    this.#isStarted = true;
    this.#stopListening = this.#queue.listen(() => this.#pump());
    this.#pump();
  }

  close(): void {
    this.#isStarted = false;
    this.#stopListening();
    this.#cancelWindow();
  }

  #pump(): void {
    while (this.#isStarted && this.#running < this.#maxConcurrency) {
      this.#gather();
      const isFull = this.#gathered.length >= this.#batchSize;
      const mayWait = this.#windowMs > 0 && !this.#windowIsOver && !isFull;
      if (this.#gathered.length === 0 || mayWait) return;
      const batch = this.#nextBatch();
      this.#running++;
      void this.#process(batch).finally(() => {
        this.#running--;
        if (!this.#isStarted) return;
        this.#onSettled();
        this.#pump();
      });
    }
  }

  #gather(): void {
    const maxMessages = this.#batchSize - this.#gathered.length;
    if (maxMessages <= 0) return;
    const { visibilityTimeoutMs } = this.#queue.attributes;
    const messages = this.#queue.receive({ maxMessages, visibilityTimeoutMs, polled: true });
    if (messages.length === 0) return;
    if (this.#gathered.length === 0 && this.#windowMs > 0) {
      this.#cancelWindow = this.#cloud.clock.at(this.#cloud.clock.now() + this.#windowMs, () => {
        this.#windowIsOver = true;
        this.#pump();
      });
    }
    this.#gathered.push(...messages);
  }

  /** What was gathered, up to Lambda's payload limit; the rest starts the next batch. */
  #nextBatch(): ReceivedMessage[] {
    let bytes = 0;
    let count = 0;
    for (const message of this.#gathered) {
      bytes += Buffer.byteLength(message.body) + (message.attributes?.length ?? 0) + 1_000;
      if (count > 0 && bytes > MAX_PAYLOAD_BYTES) break;
      count++;
    }
    const batch = this.#gathered.splice(0, count);
    if (this.#gathered.length === 0) {
      this.#windowIsOver = false;
      this.#cancelWindow();
    }
    return batch;
  }

  async #process(batch: readonly ReceivedMessage[]): Promise<void> {
    const outcome = await this.#invoke(batch);
    if (!this.#isStarted) return; // the process is going down: what is not deleted is delivered again
    const failed = failedMessageIds(batch, outcome, this.#reportsBatchItemFailures());
    const finished = batch.filter((message) => !failed.has(message.messageId) && !message.consumerDies);
    this.#queue.deleteFinished(finished.map((message) => message.receiptHandle));
  }

  async #invoke(batch: readonly ReceivedMessage[]): Promise<LambdaOutcome | undefined> {
    const event = { Records: batch.map((message) => this.#record(message)) };
    try {
      const service = this.#cloud.callerOfRole('lambda.amazonaws.com');
      return await this.#cloud.invokeLambda(this.#properties.functionArn, event, service);
    } catch {
      return undefined; // throttled, missing or forbidden: for the queue the same as a function that threw
    }
  }

  #record(message: ReceivedMessage): unknown {
    const attributes = message.attributes ? (JSON.parse(message.attributes) as MessageAttributes) : {};
    return {
      messageId: message.messageId,
      receiptHandle: message.receiptHandle,
      body: message.body,
      attributes: systemAttributes(message, this.#queue.attributes.fifo),
      messageAttributes: Object.fromEntries(
        Object.entries(attributes).map(([name, { DataType, StringValue, BinaryValue }]) => [
          name,
          {
            ...(StringValue !== undefined && { stringValue: StringValue }),
            ...(BinaryValue !== undefined && { binaryValue: BinaryValue }),
            stringListValues: [],
            binaryListValues: [],
            dataType: DataType,
          },
        ]),
      ),
      md5OfBody: createHash('md5').update(message.body).digest('hex'),
      eventSource: 'aws:sqs',
      eventSourceARN: this.#queue.arn,
      awsRegion: this.#cloud.region,
    };
  }

  #reportsBatchItemFailures(): boolean {
    return this.#properties.functionResponseTypes?.includes('ReportBatchItemFailures') ?? false;
  }
}

function checkLimits(queue: Queue, properties: EventSourceMappingProperties): void {
  const { batchSize = 10, maximumBatchingWindowInSeconds = 0, maximumConcurrency = INITIAL_CONCURRENCY } = properties;
  const largestBatch = queue.attributes.fifo || maximumBatchingWindowInSeconds === 0 ? 10 : 10_000;
  if (queue.attributes.fifo && maximumBatchingWindowInSeconds > 0) {
    throw invalidValue('MaximumBatchingWindowInSeconds', maximumBatchingWindowInSeconds, 'FIFO queues have no window.');
  }
  check('BatchSize', batchSize, 1, largestBatch);
  check('MaximumBatchingWindowInSeconds', maximumBatchingWindowInSeconds, 0, 300);
  check('MaximumConcurrency', maximumConcurrency, 2, 1000);
}

function check(parameter: string, value: number, smallest: number, largest: number): void {
  if (Number.isInteger(value) && value >= smallest && value <= largest) return;
  throw invalidValue(parameter, value, `Must be between ${smallest} and ${largest}.`);
}

/**
 * Which messages of a batch stay on the queue. Without `ReportBatchItemFailures` only a thrown error counts; with it, a
 * reply that Lambda cannot make sense of fails the whole batch, an empty one means success.
 */
function failedMessageIds(
  batch: readonly ReceivedMessage[],
  outcome: LambdaOutcome | undefined,
  reportsBatchItemFailures: boolean,
): ReadonlySet<string> {
  const all = new Set(batch.map((message) => message.messageId));
  if (!outcome || outcome.functionError) return all;
  const reply = outcome.payload;
  if (!reportsBatchItemFailures || reply === null || reply === undefined || reply === '') return new Set();
  if (typeof reply !== 'object') return all;
  const { batchItemFailures } = reply as { batchItemFailures?: unknown };
  if (batchItemFailures === undefined || batchItemFailures === null) return new Set();
  if (!Array.isArray(batchItemFailures)) return all;
  const failed = new Set<string>();
  for (const failure of batchItemFailures as ({ itemIdentifier?: unknown } | null)[]) {
    const identifier = failure?.itemIdentifier;
    if (typeof identifier !== 'string' || !all.has(identifier)) return all;
    failed.add(identifier);
  }
  return failed;
}
