import { PayrollClientError } from './PayrollClientError.ts';
import type { RealtimeSocket, WebSocketClass } from './WebSocketClass.ts';

export interface SubscriptionHandlers {
  next: (payload: { data?: unknown; errors?: { message: string; errorType?: string }[] }) => void;
  /** The subscription, once it was in place, is over: ended by the service, or its connection lost. */
  closed: (error: PayrollClientError) => void;
}

interface Message {
  type: string;
  id?: string;
  payload?: {
    data?: unknown;
    errors?: { message: string; errorType?: string }[];
    connectionTimeoutMs?: number;
  };
}

interface Subscription {
  next: SubscriptionHandlers['next'];
  isListening: () => boolean;
  acknowledged: () => void;
  closed: SubscriptionHandlers['closed'];
}

const CONNECTING = 0;
const OPEN = 1;

/** How long the service may take to acknowledge a connection or a subscription. */
const ACKNOWLEDGE_MS = 15_000;

/** How long a connection without subscriptions stays open for the next one. */
const IDLE_MS = 1_000;

/**
 * One WebSocket in AppSync's real-time protocol (`graphql-ws` of old), shared by any number of subscriptions. It does not
 * reconnect: a subscriber must read the state again after a break anyway, and so decides when.
 */
export class RealtimeConnection {
  readonly #socket: RealtimeSocket;
  readonly #host: string;
  readonly #subscriptions = new Map<string, Subscription>();
  readonly #ready: Promise<void>;
  #refuse: (error: PayrollClientError) => void = () => {};
  #isReady = false;
  #isOver = false;
  /** Gives up a connection that is silent, and closes one that nobody needs. */
  #closing: ReturnType<typeof setTimeout> | undefined;
  #timeoutMs = 300_000;
  #nextId = 1;

  constructor(realtimeUrl: string, host: string, token: string, webSocket: WebSocketClass) {
    this.#host = host;
    const header = toBase64Url(JSON.stringify({ host, Authorization: token }));
    const socket = new webSocket(realtimeUrl, ['graphql-ws', `header-${header}`]);
    this.#socket = socket;
    this.#ready = new Promise((resolve, reject) => {
      this.#refuse = reject;
      socket.addEventListener('open', () => this.#send({ type: 'connection_init' }));
      socket.addEventListener('message', ({ data }) => {
        if (this.#isOver) return; // what is still in the pipe of a connection that was given up
        const message = JSON.parse(String(data)) as Message;
        if (message.type === 'connection_ack') {
          this.#timeoutMs = message.payload?.connectionTimeoutMs ?? this.#timeoutMs;
          this.#isReady = true;
          resolve();
        } else if (message.type === 'connection_error') this.#end(errorOf(message));
        else this.#dispatch(message);
        this.#stayAlive();
      });
      socket.addEventListener('close', () => this.#end(lost()));
      socket.addEventListener('error', () => this.#end(lost()));
    });
    this.#ready.catch(() => {}); // subscribers see it
    this.#closeAfter(ACKNOWLEDGE_MS);
  }

  /** Whether it is open, or still being opened. */
  get isUsable(): boolean {
    return !this.#isOver && (this.#socket.readyState === CONNECTING || this.#socket.readyState === OPEN);
  }

  /** Resolves once the service listens for events on behalf of this subscription; rejects when it does not come to that. */
  async subscribe(
    query: string,
    variables: unknown,
    token: string,
    handlers: SubscriptionHandlers,
  ): Promise<() => void> {
    const id = String(this.#nextId++);
    const stop = () => {
      if (!this.#subscriptions.delete(id)) return;
      this.#send({ id, type: 'stop' });
      this.#stayAlive();
    };
    await new Promise<void>((resolve, reject) => {
      let isListening = false;
      const timer = setTimeout(() => {
        stop();
        reject(new PayrollClientError('TIMEOUT', 'The subscription was not acknowledged.', { retryable: true }));
      }, ACKNOWLEDGE_MS);
      this.#subscriptions.set(id, {
        next: handlers.next,
        isListening: () => isListening,
        acknowledged: () => {
          clearTimeout(timer);
          isListening = true;
          resolve();
        },
        closed: (error) => {
          clearTimeout(timer);
          if (isListening) handlers.closed(error);
          else reject(error);
        },
      });
      const payload = {
        data: JSON.stringify({ query, variables }),
        extensions: { authorization: { host: this.#host, Authorization: token } },
      };
      this.#ready.then(
        () => this.#send({ id, type: 'start', payload }),
        () => {}, // the end of the connection is the end of its subscriptions
      );
    });
    return stop;
  }

  /** Ends all subscriptions, without a word to those that were in place. */
  close(): void {
    for (const [id, { isListening }] of this.#subscriptions) if (isListening()) this.#subscriptions.delete(id);
    this.#end(new PayrollClientError('COMPLETE', 'The connection was closed by its user.', { retryable: false }));
  }

  #dispatch(message: Message): void {
    const id = message.id ?? '';
    const subscription = this.#subscriptions.get(id);
    if (!subscription) return;
    if (message.type === 'start_ack') subscription.acknowledged();
    else if (message.type === 'data') subscription.next(message.payload ?? {});
    else if (message.type === 'error' || message.type === 'complete') {
      this.#subscriptions.delete(id);
      subscription.closed(errorOf(message));
    }
  }

  /** The service sends `ka` every minute; silence for the time it announced means that the line is dead. */
  #stayAlive(): void {
    if (this.#isReady && !this.#isOver) this.#closeAfter(this.#subscriptions.size > 0 ? this.#timeoutMs : IDLE_MS);
  }

  #closeAfter(ms: number): void {
    clearTimeout(this.#closing);
    this.#closing = setTimeout(() => this.#end(lost()), ms);
  }

  #end(error: PayrollClientError): void {
    if (this.#isOver) return;
    this.#isOver = true;
    this.#refuse(error);
    clearTimeout(this.#closing);
    this.#socket.close();
    for (const subscription of this.#subscriptions.values()) subscription.closed(error);
    this.#subscriptions.clear();
  }

  #send(message: object): void {
    if (this.#socket.readyState === OPEN) this.#socket.send(JSON.stringify(message));
  }
}

const lost = () => new PayrollClientError('NETWORK', 'The real-time connection was lost.', { retryable: true });

function errorOf({ type, payload }: Message): PayrollClientError {
  const [first] = payload?.errors ?? [];
  if (!first)
    return new PayrollClientError('COMPLETE', `The service ended the subscription (${type}).`, { retryable: true });
  const code = first.errorType?.split('#').at(-1) ?? 'Unauthorized';
  return new PayrollClientError(code, first.message, { retryable: code === 'LimitExceededError' });
}

const toBase64Url = (text: string) =>
  btoa(String.fromCharCode(...new TextEncoder().encode(text)))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '');
