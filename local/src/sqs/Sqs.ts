import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { authorize, type Caller } from '../Caller.ts';
import type { AwsService } from '../AwsService.ts';
import type { Cloud } from '../Cloud.ts';
import { openDatabase } from '../openDatabase.ts';
import { unsupported } from '../unsupported.ts';
import { answerBatch, batchEntries, type BatchAnswer } from './batch.ts';
import { EventSourceMapping, type EventSourceMappingProperties } from './EventSourceMapping.ts';
import {
  attributesBytes,
  attributesMd5,
  type MessageAttributes,
  readMessageAttributes,
  selectAttributes,
} from './messageAttributes.ts';
import { MessageMoveTasks } from './MessageMoveTasks.ts';
import { MessageStore } from './MessageStore.ts';
import { Parameters } from './Parameters.ts';
import { type Queue, type ReceivedMessage } from './Queue.ts';
import { Queues } from './Queues.ts';
import { QueueAttributes } from './QueueAttributes.ts';
import { readOutgoingMessage, type ReadMessage } from './readOutgoingMessage.ts';
import { sequenceNumber } from './sequenceNumber.ts';
import { invalidValue, sqsError } from './sqsError.ts';
import { systemAttributes } from './systemAttributes.ts';

const MAX_BATCH_BYTES = 1_048_576;

type Operation = (parameters: Parameters, caller: Caller) => unknown;

/** Amazon SQS: queues in `<dataDirectory>/sqs.sqlite`, and the event source mappings that feed functions from them. */
export class Sqs implements AwsService {
  readonly targetPrefix = 'AmazonSQS';
  readonly contentType = 'application/x-amz-json-1.0';
  readonly #cloud: Cloud;
  readonly #database: DatabaseSync;
  readonly #store: MessageStore;
  readonly #queues: Queues;
  readonly #moveTasks: MessageMoveTasks;
  readonly #mappings: EventSourceMapping[] = [];
  #idleWaiters: (() => void)[] = [];

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
    this.#database = openDatabase(join(cloud.dataDirectory, 'sqs.sqlite'));
    this.#store = new MessageStore(this.#database);
    this.#queues = new Queues(this.#database, this.#store, cloud);
    this.#moveTasks = new MessageMoveTasks(this.#database, cloud.clock, (arn) => this.#queues.byArn(arn));
  }

  /**
   * Makes a queue of the template, or gives an existing one the template's attributes; its messages stay.
   * @param properties resolved properties of `AWS::SQS::Queue`, and the `QueueUrl` that `Ref` gives for it
   */
  defineQueue(properties: Readonly<Record<string, unknown>> & { QueueName: string; QueueUrl: string }): void {
    this.#queues.define(
      properties.QueueName,
      QueueAttributes.ofResource(properties),
      new URL(properties.QueueUrl).origin,
    );
  }

  /** An `AWS::SQS::QueuePolicy`: one policy document for the queues it names by URL. */
  definePolicy(properties: { Queues: readonly string[]; PolicyDocument: object }): void {
    for (const url of properties.Queues) {
      this.#queues.change(this.#queues.byUrl(url), { Policy: JSON.stringify(properties.PolicyDocument) });
    }
  }

  /**
   * Feeds a function from a queue.
   * @throws AwsError `InvalidParameterValueException` when the function's role may not read the queue
   */
  defineEventSourceMapping(properties: EventSourceMappingProperties): void {
    const queue = this.#queues.byArn(properties.queueArn);
    if (!queue) throw sqsError('QueueDoesNotExist', 'The specified queue does not exist.');
    const role = this.#cloud.callerOfRole(properties.functionRoleArn);
    for (const action of ['ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes']) {
      if (!this.#isAllowed(role, action, queue)) {
        throw sqsError(
          'InvalidParameterValueException',
          `The provided execution role does not have permissions to call ${action} on SQS`,
        );
      }
    }
    this.#mappings.push(new EventSourceMapping(this.#cloud, queue, properties, () => this.#checkIdle()));
  }

  /**
   * Begins to feed functions, first with what they had not finished when the process last ended.
   * @throws AwsError `InvalidParameterValueException` when a queue names a dead-letter queue that it cannot have
   */
  start(): void {
    this.#queues.checkRedrives();
    this.#store.releasePolled(this.#cloud.clock.now());
    this.#moveTasks.resume();
    for (const mapping of this.#mappings) mapping.start();
  }

  close(): void {
    for (const mapping of this.#mappings) mapping.close();
    this.#moveTasks.close();
    for (const queue of this.#queues.all()) queue.close();
    this.#database.close();
  }

  /** Resolves when the queues that feed functions have no message visible or in flight; delayed ones do not count. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idleWaiters.push(resolve);
      // Messages that were sent in this turn of the event loop reach their functions first.
      queueMicrotask(() => this.#checkIdle());
    });
  }

  get operations(): readonly string[] {
    return Object.keys(this.#operations);
  }

  async call(operation: string, input: Record<string, unknown>, caller: Caller): Promise<unknown> {
    const handle = this.#operations[operation] ?? unsupported(`the SQS operation ${operation}`);
    const answer = await handle(new Parameters(input), caller);
    this.#checkIdle();
    return answer;
  }

  readonly #operations: Readonly<Record<string, Operation>> = {
    CreateQueue: (parameters, caller) => this.#createQueue(parameters, caller),
    DeleteQueue: (parameters, caller) => {
      this.#queues.delete(this.#queue(parameters, caller, 'DeleteQueue'));
      return {};
    },
    GetQueueUrl: (parameters, caller) => {
      const queue = this.#queues.byName(parameters.requiredString('QueueName'));
      this.#authorize(caller, 'GetQueueUrl', queue);
      return { QueueUrl: this.#queues.urlOf(queue) };
    },
    GetQueueAttributes: (parameters, caller) => this.#getQueueAttributes(parameters, caller),
    SetQueueAttributes: (parameters, caller) => {
      const queue = this.#queue(parameters, caller, 'SetQueueAttributes');
      this.#queues.change(queue, (parameters.record('Attributes') ?? {}) as Record<string, string>);
      return {};
    },
    ListQueues: (parameters, caller) => {
      authorize(caller, 'sqs:ListQueues', `arn:aws:sqs:${this.#cloud.region}:${this.#cloud.accountId}:*`);
      const prefix = parameters.string('QueueNamePrefix') ?? '';
      const queues = this.#queues.all().filter((queue) => queue.name.startsWith(prefix));
      return this.#page(parameters, queues, 'QueueUrls');
    },
    ListDeadLetterSourceQueues: (parameters, caller) => {
      const queue = this.#queue(parameters, caller, 'ListDeadLetterSourceQueues');
      return this.#page(parameters, this.#queues.sourcesOf(queue), 'queueUrls');
    },
    SendMessage: (parameters, caller) => {
      const queue = this.#queue(parameters, caller, 'SendMessage');
      return send(queue, readOutgoingMessage(parameters, queue, caller.arn));
    },
    SendMessageBatch: (parameters, caller) => this.#sendBatch(parameters, caller),
    ReceiveMessage: (parameters, caller) => this.#receive(parameters, caller),
    DeleteMessage: (parameters, caller) => {
      this.#queue(parameters, caller, 'DeleteMessage').delete(parameters.requiredString('ReceiptHandle'));
      return {};
    },
    DeleteMessageBatch: (parameters, caller) => {
      const queue = this.#queue(parameters, caller, 'DeleteMessage');
      return this.#batch(batchEntries(parameters), (entry) => {
        queue.delete(entry.requiredString('ReceiptHandle'));
        return {};
      });
    },
    ChangeMessageVisibility: (parameters, caller) => {
      changeVisibility(this.#queue(parameters, caller, 'ChangeMessageVisibility'), parameters);
      return {};
    },
    ChangeMessageVisibilityBatch: (parameters, caller) => {
      const queue = this.#queue(parameters, caller, 'ChangeMessageVisibility');
      return this.#batch(batchEntries(parameters), (entry) => {
        changeVisibility(queue, entry);
        return {};
      });
    },
    PurgeQueue: (parameters, caller) => {
      this.#queue(parameters, caller, 'PurgeQueue').purge();
      return {};
    },
    StartMessageMoveTask: (parameters, caller) => this.#startMoveTask(parameters, caller),
    ListMessageMoveTasks: (parameters, caller) => {
      const source = this.#queueOfArn(parameters.requiredString('SourceArn'));
      this.#authorize(caller, 'ListMessageMoveTasks', source);
      return { Results: this.#moveTasks.list(source.arn, parameters.integer('MaxResults') ?? 1) };
    },
    CancelMessageMoveTask: (parameters, caller) => {
      const handle = parameters.requiredString('TaskHandle');
      this.#authorize(caller, 'CancelMessageMoveTask', this.#queueOfArn(sourceArnOf(handle)));
      return { ApproximateNumberOfMessagesMoved: this.#moveTasks.cancel(handle) };
    },
  };

  #createQueue(parameters: Parameters, caller: Caller): unknown {
    const name = parameters.requiredString('QueueName');
    if (parameters.has('tags')) unsupported('tags in CreateQueue');
    authorize(caller, 'sqs:CreateQueue', `arn:aws:sqs:${this.#cloud.region}:${this.#cloud.accountId}:${name}`);
    const attributes = (parameters.record('Attributes') ?? {}) as Record<string, string>;
    return { QueueUrl: this.#queues.urlOf(this.#queues.create(name, attributes)) };
  }

  #getQueueAttributes(parameters: Parameters, caller: Caller): unknown {
    const queue = this.#queue(parameters, caller, 'GetQueueAttributes');
    const wanted = parameters.strings('AttributeNames');
    const { visible, inFlight, delayed } = queue.counts();
    const all: Record<string, string> = {
      ...queue.attributes.toApi(),
      QueueArn: queue.arn,
      ApproximateNumberOfMessages: String(visible),
      ApproximateNumberOfMessagesNotVisible: String(inFlight),
      ApproximateNumberOfMessagesDelayed: String(delayed),
      CreatedTimestamp: String(Math.floor(queue.createdAtMs / 1000)),
      LastModifiedTimestamp: String(Math.floor(queue.modifiedAtMs / 1000)),
    };
    const selected = wanted.includes('All') ? all : Object.fromEntries(wanted.flatMap((name) => pick(all, name)));
    return Object.keys(selected).length > 0 ? { Attributes: selected } : {};
  }

  #sendBatch(parameters: Parameters, caller: Caller): BatchAnswer {
    const queue = this.#queue(parameters, caller, 'SendMessage');
    const entries = batchEntries(parameters);
    let bytes = 0;
    for (const entry of entries) bytes += bytesOf(entry);
    if (bytes > MAX_BATCH_BYTES) {
      const message = `Batch requests cannot be longer than ${MAX_BATCH_BYTES} bytes. You have sent ${bytes} bytes.`;
      throw sqsError('BatchRequestTooLong', message);
    }
    // A FIFO queue takes all entries or none: the ones behind a bad one would overtake it.
    if (queue.attributes.fifo) for (const entry of entries) readOutgoingMessage(entry, queue, caller.arn);
    return this.#batch(entries, (entry) => send(queue, readOutgoingMessage(entry, queue, caller.arn)));
  }

  async #receive(parameters: Parameters, caller: Caller): Promise<unknown> {
    const queue = this.#queue(parameters, caller, 'ReceiveMessage');
    if (parameters.has('ReceiveRequestAttemptId')) unsupported('ReceiveRequestAttemptId in ReceiveMessage');
    const maxMessages = parameters.integer('MaxNumberOfMessages') ?? 1;
    if (maxMessages < 1 || maxMessages > 10) {
      throw invalidValue('MaxNumberOfMessages', maxMessages, 'Must be between 1 and 10, if provided.');
    }
    const waitSeconds = parameters.integer('WaitTimeSeconds') ?? queue.attributes.receiveWaitMs / 1000;
    if (waitSeconds < 0 || waitSeconds > 20) {
      throw invalidValue('WaitTimeSeconds', waitSeconds, 'Must be >= 0 and <= 20, if provided.');
    }
    const visibilityTimeoutMs = visibilityMs(parameters) ?? queue.attributes.visibilityTimeoutMs;
    const messages = await queue.receiveWithin(waitSeconds * 1000, { maxMessages, visibilityTimeoutMs, polled: false });
    if (messages.length === 0) return {};
    const system = [...parameters.strings('AttributeNames'), ...parameters.strings('MessageSystemAttributeNames')];
    const own = parameters.strings('MessageAttributeNames');
    return { Messages: messages.map((message) => toWire(message, queue.attributes.fifo, system, own)) };
  }

  #startMoveTask(parameters: Parameters, caller: Caller): unknown {
    const source = this.#queueOfArn(parameters.requiredString('SourceArn'));
    for (const action of ['StartMessageMoveTask', 'ReceiveMessage', 'DeleteMessage', 'GetQueueAttributes']) {
      this.#authorize(caller, action, source);
    }
    if (this.#queues.sourcesOf(source).length === 0) {
      throw sqsError('InvalidParameterValueException', 'Source queue must be configured as a Dead Letter Queue.');
    }
    const destinationArn = parameters.string('DestinationArn');
    const destinations = destinationArn ? [this.#queueOfArn(destinationArn)] : this.#queues.sourcesOf(source);
    for (const destination of destinations) {
      this.#authorize(caller, 'SendMessage', destination);
      if (destination.attributes.fifo !== source.attributes.fifo) {
        const message = 'Source and destination of a message move task must be queues of the same type.';
        throw sqsError('InvalidParameterValueException', message);
      }
    }
    const rate = parameters.integer('MaxNumberOfMessagesPerSecond');
    if (rate !== undefined && (rate < 1 || rate > 500)) {
      throw invalidValue('MaxNumberOfMessagesPerSecond', rate, 'Must be between 1 and 500, if provided.');
    }
    return { TaskHandle: this.#moveTasks.start(source, destinationArn, rate) };
  }

  /** One transaction for all entries of a batch: ten commits would cost ten times as much. */
  #batch(entries: readonly Parameters[], handle: (entry: Parameters) => object): BatchAnswer {
    return this.#store.transaction(() => answerBatch(entries, handle));
  }

  /** The queue that a request names, once the caller is known to be allowed. */
  #queue(parameters: Parameters, caller: Caller, action: string): Queue {
    const queue = this.#queues.byUrl(parameters.requiredString('QueueUrl'));
    this.#authorize(caller, action, queue);
    return queue;
  }

  #queueOfArn(arn: string): Queue {
    const queue = this.#queues.byArn(arn);
    if (queue) return queue;
    throw sqsError(
      'ResourceNotFoundException',
      "The resource that you specified for the SourceArn parameter doesn't exist.",
      404,
    );
  }

  #authorize(caller: Caller, action: string, queue: Queue): void {
    if (!this.#isAllowed(caller, action, queue)) authorize(withoutPermissions(caller), `sqs:${action}`, queue.arn);
  }

  /** Within one account either the identity's policies or the queue's policy may allow; a Deny of the queue wins. */
  #isAllowed(caller: Caller, action: string, queue: Queue): boolean {
    const verdict = queue.attributes.policy?.judge(caller, `sqs:${action}`, queue.arn);
    if (verdict === 'Deny') return false;
    const isServicePrincipal = caller.arn.endsWith('.amazonaws.com');
    // The identity is asked first even where the queue allows, so that IAM sees which of its grants are used.
    return (!isServicePrincipal && caller.allows(`sqs:${action}`, queue.arn)) || verdict === 'Allow';
  }

  #page(parameters: Parameters, queues: readonly Queue[], member: string): Record<string, unknown> {
    const limit = parameters.integer('MaxResults') ?? 1000;
    const offset = Number(parameters.string('NextToken') ?? 0);
    const urls = queues.slice(offset, offset + limit).map((queue) => this.#queues.urlOf(queue));
    const hasMore = parameters.has('MaxResults') && queues.length > offset + limit;
    return { ...(urls.length > 0 && { [member]: urls }), ...(hasMore && { NextToken: String(offset + limit) }) };
  }

  #checkIdle(): void {
    if (this.#idleWaiters.length === 0 || this.#mappings.some((mapping) => mapping.queue.isBusy())) return;
    const waiters = this.#idleWaiters;
    this.#idleWaiters = [];
    for (const resolve of waiters) resolve();
  }
}

/** The same identity without any permission, to refuse a call in the one wording. */
function withoutPermissions(caller: Caller): Caller {
  return { arn: caller.arn, allows: () => false };
}

function send(queue: Queue, message: ReadMessage): object {
  const { messageId, sequence } = queue.send(message);
  return {
    MessageId: messageId,
    MD5OfMessageBody: createHash('md5').update(message.body).digest('hex'),
    ...(message.attributes && { MD5OfMessageAttributes: attributesMd5(message.attributes) }),
    ...(queue.attributes.fifo && { SequenceNumber: sequenceNumber(sequence) }),
  };
}

function changeVisibility(queue: Queue, parameters: Parameters): void {
  const timeoutMs = visibilityMs(parameters);
  if (timeoutMs === undefined) {
    throw sqsError('MissingRequiredParameterException', 'The request must contain the parameter VisibilityTimeout.');
  }
  queue.changeVisibility(parameters.requiredString('ReceiptHandle'), timeoutMs);
}

function visibilityMs(parameters: Parameters): number | undefined {
  const seconds = parameters.integer('VisibilityTimeout');
  if (seconds !== undefined && (seconds < 0 || seconds > 43_200)) {
    throw invalidValue('VisibilityTimeout', seconds, 'VisibilityTimeout must be an integer between 0 and 43200');
  }
  return seconds === undefined ? undefined : seconds * 1000;
}

function toWire(message: ReceivedMessage, fifo: boolean, system: readonly string[], own: readonly string[]): object {
  const available = system.length > 0 ? systemAttributes(message, fifo) : {};
  const Attributes = system.includes('All')
    ? available
    : Object.fromEntries(Object.entries(available).filter(([name]) => system.includes(name)));
  const selected =
    message.attributes && own.length > 0
      ? selectAttributes(JSON.parse(message.attributes) as MessageAttributes, own)
      : undefined;
  return {
    MessageId: message.messageId,
    ReceiptHandle: message.receiptHandle,
    MD5OfBody: createHash('md5').update(message.body).digest('hex'),
    Body: message.body,
    ...(Object.keys(Attributes).length > 0 && { Attributes }),
    ...(selected && { MessageAttributes: selected, MD5OfMessageAttributes: attributesMd5(selected) }),
  };
}

function pick(all: Record<string, string>, name: string): [string, string][] {
  const value = all[name];
  return value === undefined ? [] : [[name, value]];
}

function sourceArnOf(taskHandle: string): string {
  try {
    return String((JSON.parse(Buffer.from(taskHandle, 'base64').toString()) as { sourceArn: string }).sourceArn);
  } catch {
    throw sqsError('InvalidParameterValueException', 'Value for parameter TaskHandle is invalid.');
  }
}

/** What an entry counts in a batch. One whose attributes are wrong is refused by itself, later. */
function bytesOf(entry: Parameters): number {
  const bodyBytes = Buffer.byteLength(entry.string('MessageBody') ?? '');
  try {
    return bodyBytes + attributesBytes(readMessageAttributes(entry));
  } catch {
    return bodyBytes;
  }
}
