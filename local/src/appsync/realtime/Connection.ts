import type { Duplex } from 'node:stream';
import type { WebSocket } from 'ws';
import { AwsError } from '../../AwsError.ts';
import type { Clock } from '../../Clock.ts';
import { UnsupportedLocally } from '../../unsupported.ts';
import { FieldError } from '../FieldError.ts';
import { SubscriptionRefused } from './startSubscription.ts';
import type { Subscription, Subscriptions } from './Subscriptions.ts';
import { textFrame } from './textFrame.ts';

const CONNECTION_TIMEOUT_MS = 300_000;
const KEEP_ALIVE_MS = 60_000;
const MAX_CONNECTION_MS = 24 * 60 * 60 * 1000;
/** How long a client may stay without having been admitted: sockets are not free. */
const MAX_STRANGER_MS = 30_000;
const MAX_SUBSCRIPTIONS = 200;
const NORMAL_CLOSURE = 1000;
const POLICY_VIOLATION = 1008;
/** A client that reads too slowly is cut off before its backlog fills the process. */
const MAX_BUFFERED_BYTES = 8 * 1024 * 1024;
const MESSAGE_END = Buffer.from('}');

interface ClientMessage {
  type?: string;
  id?: string;
  payload?: { data?: unknown; extensions?: { authorization?: Record<string, string> } };
}

/** One entry of an `error` or `connection_error` message. */
export interface RealtimeError {
  errorType?: string | null;
  message: string;
  errorCode?: number;
}

/** Why a connection may not be used; undefined when it may. */
export type Admission = Promise<RealtimeError | undefined>;

/** Checks the credentials and the document of a `start` message. */
export type Start = (
  data: string,
  authorization: Readonly<Record<string, string>>,
) => Promise<Omit<Subscription, 'subscriber'>>;

/** What a connection is made of; `stream` is the one under `socket`. */
export interface ConnectionParts {
  socket: WebSocket;
  stream: Duplex;
  admission: Admission;
  start: Start;
  subscriptions: Subscriptions;
  clock: Clock;
}

/** A WebSocket that speaks AppSync's real-time protocol. */
export class Connection {
  readonly #socket: WebSocket;
  readonly #stream: Duplex;
  readonly #clock: Clock;
  readonly #start: Start;
  readonly #subscriptions: Subscriptions;
  readonly #admission: Admission;
  /** By the client's id; undefined while the subscription is being started. */
  readonly #live = new Map<string, Subscription | undefined>();
  readonly #timers = new Set<() => void>();

  constructor({ socket, stream, admission, start, subscriptions, clock }: ConnectionParts) {
    this.#socket = socket;
    this.#stream = stream;
    this.#clock = clock;
    this.#start = start;
    this.#subscriptions = subscriptions;
    this.#admission = admission;
    this.#every(KEEP_ALIVE_MS, () => this.#send({ type: 'ka' }));
    this.#timers.add(clock.at(clock.now() + MAX_CONNECTION_MS, () => this.close()));
    this.#timers.add(
      clock.at(clock.now() + MAX_STRANGER_MS, () => {
        void admission.then((refusal) => refusal && socket.close(POLICY_VIOLATION));
      }),
    );
    // Messages are handled one after another up to their admission, so that they are answered in order.
    // The socket's binary type is the default, `nodebuffer`: a message comes as one Buffer.
    socket.on('message', (data) => void this.#receive((data as Buffer).toString()));
    socket.on('close', () => this.#forget());
    socket.on('error', () => socket.terminate());
  }

  close(): void {
    this.#socket.close(NORMAL_CLOSURE);
  }

  async #receive(text: string): Promise<void> {
    const refusal = await this.#admission;
    if (refusal) {
      this.#send({ type: 'connection_error', payload: { errors: [refusal] } });
      this.#socket.close(POLICY_VIOLATION);
      return;
    }
    const message = parsed(text);
    switch (message?.type) {
      case 'connection_init':
        this.#send({ type: 'connection_ack', payload: { connectionTimeoutMs: CONNECTION_TIMEOUT_MS } });
        return this.#send({ type: 'ka' });
      case 'start':
        return this.#startSubscription(message);
      case 'stop':
        return this.#stop(message.id ?? '');
      case undefined:
      default:
        return this.#refuse(message?.id, [
          { errorType: 'UnsupportedOperation', message: 'unknown not supported through the realtime channel' },
        ]);
    }
  }

  async #startSubscription({ id = '', payload }: ClientMessage): Promise<void> {
    const refusal = this.#refusalOf(id, payload?.data);
    if (refusal) return this.#refuse(id, [refusal]);
    this.#live.set(id, undefined);
    try {
      const started = await this.#start(String(payload?.data), payload?.extensions?.authorization ?? {});
      // Stopped, or cut off, while its credentials were checked.
      if (!this.#live.has(id)) return;
      const subscription = { ...started, subscriber: this.#subscriber(id) };
      this.#live.set(id, subscription);
      this.#subscriptions.add(subscription);
      this.#send({ id, type: 'start_ack' });
    } catch (error) {
      this.#live.delete(id);
      this.#refuse(id, errorsOf(error));
    }
  }

  #refusalOf(id: string, data: unknown): RealtimeError | undefined {
    if (typeof data !== 'string') {
      return { errorType: 'UnsupportedOperation', message: 'unknown not supported through the realtime channel' };
    }
    if (this.#live.has(id)) {
      return { errorType: 'DuplicatedOperationError', message: `Duplicated operation with id ${id}` };
    }
    if (this.#live.size >= MAX_SUBSCRIPTIONS) {
      const message = `Max number of ${MAX_SUBSCRIPTIONS} subscriptions reached`;
      return { errorType: 'MaxSubscriptionsReachedError', message };
    }
    return undefined;
  }

  #subscriber(id: string): Subscription['subscriber'] {
    // Everything but the payload, which is the same text for many subscribers.
    const head = Buffer.from(`{"id":${JSON.stringify(id)},"type":"data","payload":`);
    return {
      deliver: (payload) => {
        if (!this.#live.has(id) || this.#socket.readyState !== this.#socket.OPEN) return;
        // Past ws, which encodes each text anew and writes header and body apart: a third more deliveries a second.
        // Without compression ws writes whole frames at once, so that its own and these never mix.
        this.#stream.write(textFrame(head, payload, MESSAGE_END));
        if (this.#stream.writableLength > MAX_BUFFERED_BYTES) this.#socket.terminate();
      },
      invalidate: () => {
        this.#stop(id);
        this.close();
      },
      crash: () => this.#socket.terminate(),
    };
  }

  #stop(id: string): void {
    const subscription = this.#live.get(id);
    this.#live.delete(id);
    if (subscription) this.#subscriptions.remove(subscription);
    this.#send({ id, type: 'complete' });
  }

  #refuse(id: string | undefined, errors: readonly RealtimeError[]): void {
    this.#send({ ...(id === undefined ? {} : { id }), type: 'error', payload: { errors } });
  }

  #send(message: unknown): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#socket.send(JSON.stringify(message));
  }

  #every(periodMs: number, task: () => void): void {
    const cancel = this.#clock.at(this.#clock.now() + periodMs, () => {
      this.#timers.delete(cancel);
      task();
      this.#every(periodMs, task);
    });
    this.#timers.add(cancel);
  }

  #forget(): void {
    for (const cancel of this.#timers) cancel();
    for (const subscription of this.#live.values()) if (subscription) this.#subscriptions.remove(subscription);
    this.#live.clear();
  }
}

function parsed(text: string): ClientMessage | undefined {
  try {
    return JSON.parse(text) as ClientMessage;
  } catch {
    return undefined;
  }
}

function errorsOf(error: unknown): readonly RealtimeError[] {
  if (error instanceof SubscriptionRefused) return error.errors;
  if (error instanceof AwsError) return [{ errorType: error.code, message: error.message }];
  if (error instanceof FieldError) return [{ errorType: error.errorType, message: error.message }];
  if (error instanceof UnsupportedLocally) return [{ errorType: error.name, message: error.message }];
  // One client's message must not take the process down; the cause is told to the one who can show it.
  return [{ errorType: 'InternalFailure', message: String(error) }];
}
