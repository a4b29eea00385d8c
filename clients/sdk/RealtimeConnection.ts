import { PayrollClientError } from './PayrollClientError.ts';

export interface SubscriptionHandlers {
  next: (payload: { data?: unknown; errors?: { message: string; errorType?: string }[] }) => void;
  /** The subscription is over: refused, or its connection lost. */
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

interface Started extends SubscriptionHandlers {
  acknowledged(): void;
}

/**
 * One WebSocket in AppSync's real-time protocol (`graphql-ws` of old), shared by any number of subscriptions. It does not
 * reconnect: whoever subscribes must read the state again after a break anyway, and so decides when.
 */
export class RealtimeConnection {
  readonly #socket: WebSocket;
  readonly #host: string;
  readonly #subscriptions = new Map<string, Started>();
  readonly #ready: Promise<void>;
  #keepAlive: ReturnType<typeof setTimeout> | undefined;
  #timeoutMs = 300_000;
  #nextId = 1;

  constructor(realtimeUrl: string, host: string, token: string) {
    this.#host = host;
    const header = toBase64Url(JSON.stringify({ host, Authorization: token }));
    this.#socket = new WebSocket(realtimeUrl, ['graphql-ws', `header-${header}`]);
    this.#ready = new Promise((resolve, reject) => {
      this.#socket.onopen = () => this.#send({ type: 'connection_init' });
      this.#socket.onmessage = ({ data }) => {
        const message = JSON.parse(String(data)) as Message;
        this.#stayAlive();
        if (message.type === 'connection_ack') {
          this.#timeoutMs = message.payload?.connectionTimeoutMs ?? this.#timeoutMs;
          resolve();
        } else if (message.type === 'connection_error') reject(errorOf(message));
        else this.#dispatch(message);
      };
      this.#socket.onclose = () => {
        const lost = new PayrollClientError('NETWORK', 'The real-time connection was closed.', { retryable: true });
        reject(lost);
        this.#end(lost);
      };
      this.#socket.onerror = () => this.#socket.close();
    });
    this.#ready.catch(() => this.#socket.close());
  }

  /** Whether it is open, or still being opened. */
  get isUsable(): boolean {
    return this.#socket.readyState === WebSocket.CONNECTING || this.#socket.readyState === WebSocket.OPEN;
  }

  /** Resolves once the service listens for events on behalf of this subscription; rejects when it refuses. */
  async subscribe(
    query: string,
    variables: unknown,
    token: string,
    handlers: SubscriptionHandlers,
  ): Promise<() => void> {
    await this.#ready;
    const id = String(this.#nextId++);
    await new Promise<void>((resolve, reject) => {
      this.#subscriptions.set(id, {
        next: handlers.next,
        acknowledged: resolve,
        closed: (error) => {
          reject(error);
          handlers.closed(error);
        },
      });
      this.#send({
        id,
        type: 'start',
        payload: {
          data: JSON.stringify({ query, variables }),
          extensions: { authorization: { host: this.#host, Authorization: token } },
        },
      });
    });
    return () => {
      if (this.#subscriptions.delete(id)) this.#send({ id, type: 'stop' });
    };
  }

  close(): void {
    clearTimeout(this.#keepAlive);
    this.#subscriptions.clear();
    this.#socket.close();
  }

  #dispatch(message: Message): void {
    const subscription = this.#subscriptions.get(message.id ?? '');
    if (!subscription) return;
    if (message.type === 'start_ack') subscription.acknowledged();
    else if (message.type === 'data') subscription.next(message.payload ?? {});
    else if (message.type === 'error' || message.type === 'complete') {
      this.#subscriptions.delete(message.id ?? '');
      subscription.closed(errorOf(message));
    }
  }

  /** The service sends `ka` every minute; silence for the time it announced means that the line is dead. */
  #stayAlive(): void {
    clearTimeout(this.#keepAlive);
    this.#keepAlive = setTimeout(() => this.#socket.close(), this.#timeoutMs);
  }

  #end(error: PayrollClientError): void {
    clearTimeout(this.#keepAlive);
    for (const subscription of this.#subscriptions.values()) subscription.closed(error);
    this.#subscriptions.clear();
  }

  #send(message: object): void {
    if (this.#socket.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(message));
  }
}

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
