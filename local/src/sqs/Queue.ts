import { createHash, randomUUID } from 'node:crypto';
import { AwsError } from '../AwsError.ts';
import type { Cloud } from '../Cloud.ts';
import type { MessageCounts, MessageStore, NewMessage, StoredMessage } from './MessageStore.ts';
import type { QueueAttributes } from './QueueAttributes.ts';
import { invalidValue, sqsError } from './sqsError.ts';

/** A message to send; sizes and characters are checked by then. */
export interface OutgoingMessage {
  readonly body: string;
  readonly attributesJson: string | null;
  readonly traceHeader: string | null;
  readonly senderId: string;
  readonly groupId: string | undefined;
  readonly deduplicationId: string | undefined;
  readonly delayMs: number | undefined;
}

export interface ReceiveRequest {
  readonly maxMessages: number;
  readonly visibilityTimeoutMs: number;
  /** The receiver is an event source mapping, which dies with this process. */
  readonly polled: boolean;
}

/** A message as handed to a consumer; `consumerDies` when an injected fault lets it die before it deletes. */
export interface ReceivedMessage extends StoredMessage {
  readonly receiptHandle: string;
  readonly consumerDies: boolean;
}

const DEDUPLICATION_WINDOW_MS = 5 * 60_000;
const MAX_IN_FLIGHT = 120_000;
const MAX_VISIBILITY_MS = 12 * 3_600_000;
const MAX_FAULT_DELAY_MS = 10_000;

/**
 * One queue: the rules of sending, receiving, hiding and deleting. Listeners hear when a message may have become
 * receivable, by a send, a returned message or the clock, so that nobody has to poll.
 */
export class Queue {
  readonly name: string;
  readonly arn: string;
  readonly createdAtMs: number;
  modifiedAtMs: number;
  attributes: QueueAttributes;
  #purgedAtMs = -Infinity;
  readonly #cloud: Cloud;
  readonly #store: MessageStore;
  readonly #deadLetterQueue: (arn: string) => Queue | undefined;
  readonly #listeners = new Set<() => void>();
  #closed = false;
  #isNotifying = false;
  #wakeAtMs = Infinity;
  #cancelWake: () => void = () => {};

  constructor(options: {
    name: string;
    arn: string;
    attributes: QueueAttributes;
    createdAtMs: number;
    modifiedAtMs: number;
    cloud: Cloud;
    store: MessageStore;
    deadLetterQueue: (arn: string) => Queue | undefined;
  }) {
    this.name = options.name;
    this.arn = options.arn;
    this.attributes = options.attributes;
    this.createdAtMs = options.createdAtMs;
    this.modifiedAtMs = options.modifiedAtMs;
    this.#cloud = options.cloud;
    this.#store = options.store;
    this.#deadLetterQueue = options.deadLetterQueue;
  }

  /** Adds a message; a FIFO duplicate is accepted and answered with the first message's ids. */
  send(message: OutgoingMessage): { messageId: string; sequence: number } {
    const nowMs = this.#cloud.clock.now();
    const sent = this.#store.transaction(() => {
      const key = this.attributes.fifo ? this.#deduplicationKey(message) : undefined;
      const original = key && this.#store.duplicateOf(this.name, key.text, nowMs);
      if (original) return original;
      const messageId = randomUUID();
      const sequence = this.#store.insert(
        {
          queue: this.name,
          messageId,
          body: message.body,
          attributes: message.attributesJson,
          traceHeader: message.traceHeader,
          senderId: message.senderId,
          groupId: message.groupId ?? null,
          deduplicationId: key?.deduplicationId ?? null,
          sentAtMs: nowMs,
          visibleAtMs: nowMs + (message.delayMs ?? this.attributes.delayMs),
          deadLetterSourceArn: null,
        },
        this.attributes.fifo,
      );
      if (key) {
        this.#store.forgetExpiredDeduplication(nowMs);
        this.#store.rememberDeduplication(this.name, key.text, messageId, sequence, nowMs + DEDUPLICATION_WINDOW_MS);
      }
      return { messageId, sequence };
    });
    this.#notify();
    return sent;
  }

  /** Takes what can be received now, without waiting. Exhausted messages move to the dead-letter queue instead. */
  receive(request: ReceiveRequest): ReceivedMessage[] {
    const nowMs = this.#cloud.clock.now();
    if (this.#store.countInFlight(this.name, nowMs, MAX_IN_FLIGHT) >= MAX_IN_FLIGHT) {
      // Only short polls of standard queues hear of it; everybody else just gets nothing until there is room.
      if (this.attributes.fifo || request.polled) return [];
      throw sqsError('OverLimit', 'The maximum number of in flight messages is reached.', 403);
    }
    const received = this.#store.transaction(() =>
      this.attributes.fifo ? this.#receiveOrdered(request, nowMs) : this.#receiveUnordered(request, nowMs),
    );
    this.#armWake();
    return received;
  }

  /** Receives, waiting up to `waitMs` for the first message. */
  async receiveWithin(waitMs: number, request: ReceiveRequest): Promise<ReceivedMessage[]> {
    const deadlineMs = this.#cloud.clock.now() + waitMs;
    for (;;) {
      if (this.#closed) return [];
      const messages = this.receive(request);
      if (messages.length > 0 || this.#cloud.clock.now() >= deadlineMs) return messages;
      await new Promise<void>((resolve) => {
        const wake = () => {
          stopListening();
          cancelDeadline();
          resolve();
        };
        const stopListening = this.listen(wake);
        const cancelDeadline = this.#cloud.clock.at(deadlineMs, wake);
      });
    }
  }

  /**
   * Deletes by receipt handle. A standard queue accepts a handle that is no longer the latest, and keeps the message;
   * a FIFO queue refuses one whose visibility timeout has passed.
   */
  delete(receiptHandle: string): void {
    const { message, isLatest } = this.#resolve(receiptHandle);
    if (!message) return;
    if (this.attributes.fifo && (!isLatest || message.visibleAtMs <= this.#cloud.clock.now())) {
      throw invalidValue('ReceiptHandle', receiptHandle, 'The receipt handle has expired.');
    }
    if (!isLatest) return;
    this.#store.transaction(() => {
      this.#store.delete(message.sequence);
      this.#refresh(message);
    });
    if (this.attributes.fifo) this.#notify();
  }

  /** Deletes what a consumer has finished with; what SQS refuses to delete is delivered once more. */
  deleteFinished(receiptHandles: readonly string[]): void {
    this.#store.transaction(() => {
      for (const receiptHandle of receiptHandles) {
        try {
          this.delete(receiptHandle);
        } catch (error) {
          // The visibility timeout passed while the consumer worked, and a FIFO queue no longer takes the handle.
          if (!(error instanceof AwsError)) throw error;
        }
      }
    });
  }

  changeVisibility(receiptHandle: string, timeoutMs: number): void {
    const nowMs = this.#cloud.clock.now();
    const { message, isLatest } = this.#resolve(receiptHandle);
    if (!message) {
      const reason = 'Message does not exist or is not available for visibility timeout change.';
      throw invalidValue('ReceiptHandle', receiptHandle, reason);
    }
    if (!isLatest || message.visibleAtMs <= nowMs) {
      throw sqsError('MessageNotInflight', 'The specified message is not in flight.');
    }
    if (nowMs + timeoutMs - (message.receivedAtMs ?? nowMs) > MAX_VISIBILITY_MS) {
      const reason = 'Total VisibilityTimeout for the message is beyond the limit [43200 seconds]';
      throw invalidValue('VisibilityTimeout', timeoutMs / 1000, reason);
    }
    this.#store.transaction(() => {
      this.#store.setVisibleAt(message.sequence, nowMs + timeoutMs);
      this.#refresh(message);
    });
    this.#notify();
  }

  purge(): void {
    const nowMs = this.#cloud.clock.now();
    if (nowMs - this.#purgedAtMs < 60_000) {
      const message = `Only one PurgeQueue operation on ${this.name} is allowed every 60 seconds.`;
      throw sqsError('PurgeQueueInProgress', message, 403);
    }
    this.#purgedAtMs = nowMs;
    this.#store.transaction(() => this.#store.purge(this.name));
  }

  /** Moves up to `limit` waiting messages elsewhere; `destinationOf` names the queue of each, or stops the move. */
  moveOut(limit: number, destinationOf: (message: StoredMessage) => Queue): number {
    return this.#store.transaction(() => {
      const messages = this.#store.oldest(this.name, this.#cloud.clock.now(), limit);
      for (const message of messages) {
        // What is redriven counts as a new message: with an id and a retention of its own, and never as a duplicate.
        const renewed = { messageId: randomUUID(), sentAtMs: this.#cloud.clock.now(), deadLetterSourceArn: null };
        this.#move(message, destinationOf(message), renewed);
      }
      return messages.length;
    });
  }

  counts(): MessageCounts {
    const nowMs = this.#cloud.clock.now();
    return this.#store.counts(this.name, nowMs, nowMs - this.attributes.retentionMs);
  }

  isBusy(): boolean {
    return this.#store.isBusy(this.name, this.#cloud.clock.now());
  }

  /** Calls `listener` whenever a message may have become receivable; returns the function that stops it. */
  listen(listener: () => void): () => void {
    this.#listeners.add(listener);
    this.#armWake();
    return () => this.#listeners.delete(listener);
  }

  #receiveUnordered(request: ReceiveRequest, nowMs: number): ReceivedMessage[] {
    const received = new Map<number, ReceivedMessage>();
    for (;;) {
      // With a visibility timeout of 0 a message stays visible, and must not be handed out twice in one answer.
      const candidates = this.#store
        .visible(this.name, nowMs, request.maxMessages)
        .filter(({ sequence }) => !received.has(sequence))
        .slice(0, request.maxMessages - received.size);
      if (candidates.length === 0) return [...received.values()];
      for (const candidate of candidates) {
        const message = this.#take(candidate, request, nowMs);
        if (message) received.set(candidate.sequence, message);
      }
    }
  }

  #receiveOrdered(request: ReceiveRequest, nowMs: number): ReceivedMessage[] {
    const received: ReceivedMessage[] = [];
    for (const groupId of this.#store.availableGroups(this.name, nowMs, request.maxMessages)) {
      const room = request.maxMessages - received.length;
      if (room <= 0) break;
      for (const candidate of this.#store.groupHead(this.name, groupId, room)) {
        if (candidate.visibleAtMs > nowMs) break;
        const message = this.#take(candidate, request, nowMs);
        if (message) received.push(message);
        // Put off by a fault: what follows in the group must wait for it.
        else if (this.#store.find(this.name, candidate.sequence)) break;
      }
      this.#store.refreshGroup(this.name, groupId);
    }
    return received;
  }

  /** Hands out one message; `undefined` when it expired, moved to the dead-letter queue or was put off by a fault. */
  #take(message: StoredMessage, request: ReceiveRequest, nowMs: number): ReceivedMessage | undefined {
    if (message.sentAtMs + this.attributes.retentionMs <= nowMs) {
      this.#store.delete(message.sequence);
      return undefined;
    }
    const redrive = this.attributes.redrivePolicy;
    const deadLetterQueue =
      redrive && message.receiveCount >= redrive.maxReceiveCount
        ? this.#deadLetterQueue(redrive.deadLetterTargetArn)
        : undefined;
    if (deadLetterQueue) {
      this.#move(message, deadLetterQueue, {
        deadLetterSourceArn: this.arn,
        // A standard queue keeps counting retention from the first send, a FIFO queue starts anew.
        ...(this.attributes.fifo && { sentAtMs: nowMs, deduplicationId: message.messageId }),
      });
      return undefined;
    }
    const fault = this.#cloud.faults.next('SQS_DELIVERY', this.arn);
    if (fault === 'DELAY') {
      this.#store.setVisibleAt(message.sequence, nowMs + 1 + Math.floor(this.#cloud.random() * MAX_FAULT_DELAY_MS));
      return undefined;
    }
    const receipt = randomUUID();
    // DUPLICATE is what AWS does when a replica missed the receive: the message is at once visible to the next receiver.
    const visibleAtMs = fault === 'DUPLICATE' ? nowMs : nowMs + request.visibilityTimeoutMs;
    this.#store.receive(message.sequence, receipt, nowMs, visibleAtMs, request.polled);
    // SQS delivers at least once: a delivery can get lost on its way (DROP), but the message comes back.
    if (fault === 'DROP') return undefined;
    return {
      ...message,
      receipt,
      visibleAtMs,
      receivedAtMs: nowMs,
      firstReceivedAtMs: message.firstReceivedAtMs ?? nowMs,
      receiveCount: message.receiveCount + 1,
      receiptHandle: Buffer.from(`${this.name} ${message.sequence} ${receipt}`).toString('base64'),
      consumerDies: fault === 'CRASH',
    };
  }

  #move(message: StoredMessage, target: Queue, changes: Partial<NewMessage>): void {
    const moved: NewMessage = {
      ...message, // the store numbers it anew and starts its receive count again
      queue: target.name,
      visibleAtMs: this.#cloud.clock.now(),
      ...changes,
    };
    this.#store.delete(message.sequence);
    this.#store.insert(moved, target.attributes.fifo);
    this.#refresh(message);
    target.#notify();
  }

  #refresh(message: StoredMessage): void {
    if (this.attributes.fifo && message.groupId !== null) this.#store.refreshGroup(this.name, message.groupId);
  }

  /** FIFO messages are told apart by their id, or by the digest of their body alone. */
  #deduplicationKey(message: OutgoingMessage): { text: string; deduplicationId: string } {
    const { contentBasedDeduplication, deduplicationScope } = this.attributes;
    if (message.deduplicationId === undefined && !contentBasedDeduplication) {
      throw sqsError(
        'InvalidParameterValueException',
        'The queue should either have ContentBasedDeduplication enabled or MessageDeduplicationId provided explicitly',
      );
    }
    const deduplicationId = message.deduplicationId ?? createHash('sha256').update(message.body).digest('hex');
    // Neither id can contain a space.
    const text = deduplicationScope === 'messageGroup' ? `${message.groupId} ${deduplicationId}` : deduplicationId;
    return { text, deduplicationId };
  }

  #resolve(receiptHandle: string): { message: StoredMessage | undefined; isLatest: boolean } {
    const [queue, sequence, receipt] = Buffer.from(receiptHandle, 'base64').toString().split(' ');
    if (queue !== this.name || !sequence || !receipt) {
      throw sqsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.');
    }
    const message = this.#store.find(this.name, Number(sequence));
    return { message, isLatest: message?.receipt === receipt };
  }

  /** Listeners act after the current transaction, and once for everything that happened in it. */
  #notify(): void {
    if (this.#isNotifying || this.#listeners.size === 0) return;
    this.#isNotifying = true;
    queueMicrotask(() => {
      this.#isNotifying = false;
      for (const listener of [...this.#listeners]) listener();
      this.#armWake();
    });
  }

  /** One timer per queue, and only while somebody listens: for the next message that becomes visible by itself. */
  #armWake(): void {
    if (this.#listeners.size === 0) return;
    const atMs = this.#store.nextVisibleAtMs(this.name, this.attributes.fifo, this.#cloud.clock.now()) ?? Infinity;
    if (atMs === this.#wakeAtMs) return;
    this.#cancelWake();
    this.#wakeAtMs = atMs;
    this.#cancelWake =
      atMs === Infinity
        ? () => {}
        : this.#cloud.clock.at(atMs, () => {
            this.#wakeAtMs = Infinity;
            this.#notify();
          });
  }

  /** Stops the timer and lets go of everybody who waits; they find what they find. */
  close(): void {
    this.#closed = true;
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
    this.#cancelWake();
  }
}
