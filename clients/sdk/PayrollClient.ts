import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { print } from 'graphql';
import { PayrollClientError } from './PayrollClientError.ts';
import { RealtimeConnection } from './RealtimeConnection.ts';

export interface PayrollClientOptions {
  /** `https://….appsync-api.<region>.amazonaws.com/graphql`, a custom domain, or the local engine's `http://…/graphql`. */
  endpoint: string;
  /** Answers what goes into `Authorization`: a user's access token, or `key <secret>` of a partner application. */
  token: () => string | Promise<string>;
}

interface GraphqlAnswer {
  data?: unknown;
  errors?: { message: string; errorType?: string | null; path?: (string | number)[] | null }[];
}

/** A typed client of the payroll API: sends operations, and subscribes over one shared connection. */
export class PayrollClient {
  readonly #options: PayrollClientOptions;
  #connection: RealtimeConnection | undefined;

  constructor(options: PayrollClientOptions) {
    this.#options = options;
  }

  /** Sends a query or a mutation. Throws `PayrollClientError` unless the service answered without a top-level error. */
  async execute<Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    { signal }: { signal?: AbortSignal } = {},
  ): Promise<Result> {
    const { endpoint, token } = this.#options;
    const request: RequestInit = {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: await token() },
      body: JSON.stringify({ query: textOf(document), variables }),
      ...(signal ? { signal } : {}),
    };
    const response = await fetch(endpoint, request).catch((cause: unknown) => {
      if (signal?.aborted) throw signal.reason;
      throw new PayrollClientError('NETWORK', `${endpoint} did not answer.`, { retryable: true, cause });
    });
    const requestId = response.headers.get('x-amzn-requestid') ?? undefined;
    const text = await response.text();
    const answer = readAnswer(text);
    const [error] = answer?.errors ?? [];
    if (!error && response.ok && answer) return answer.data as Result;
    throw new PayrollClientError(
      error?.errorType ?? `HTTP ${response.status}`,
      error?.message ?? `${endpoint} answered ${response.status}.`,
      { retryable: response.status === 429 || response.status >= 500, requestId },
    );
  }

  /**
   * Subscribes, and resolves once the service listens. Messages may be lost, doubled or out of order; when `onClosed` is
   * called there will be no more of them.
   * @returns a function that ends the subscription
   */
  async subscribe<Result, Variables>(
    document: TypedDocumentNode<Result, Variables>,
    variables: Variables,
    onMessage: (message: Result) => void,
    onClosed: (error: PayrollClientError) => void,
  ): Promise<() => void> {
    const { endpoint, token } = this.#options;
    const authorization = await token();
    // A connection that broke, or that was never let in, is replaced by the next subscription.
    if (!this.#connection?.isUsable)
      this.#connection = new RealtimeConnection(realtimeUrlOf(endpoint), new URL(endpoint).host, authorization);
    return this.#connection.subscribe(textOf(document), variables, authorization, {
      next: ({ data }) => {
        if (data !== undefined && data !== null) onMessage(data as Result);
      },
      closed: onClosed,
    });
  }

  /** What the client sends as `Authorization`, renewed when it is about to expire. */
  async token(): Promise<string> {
    return this.#options.token();
  }

  /** Ends all subscriptions and the connection under them. */
  close(): void {
    this.#connection?.close();
    this.#connection = undefined;
  }
}

const texts = new WeakMap<object, string>();

function textOf(document: TypedDocumentNode<unknown, never>): string {
  const text = texts.get(document) ?? print(document);
  texts.set(document, text);
  return text;
}

function readAnswer(text: string): GraphqlAnswer | undefined {
  try {
    return JSON.parse(text) as GraphqlAnswer;
  } catch {
    return undefined; // a firewall or a proxy answers in its own words
  }
}

/** AppSync's own hosts have a twin for sockets; a custom domain has them below its path. */
function realtimeUrlOf(endpoint: string): string {
  const url = endpoint.replace(/^http/, 'ws');
  return url.includes('.appsync-api.') ? url.replace('.appsync-api.', '.appsync-realtime-api.') : `${url}/realtime`;
}
