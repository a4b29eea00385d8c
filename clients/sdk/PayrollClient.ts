import { StartPayrollRunDocument, type StartPayrollRunMutation } from '../generated/operations/graphql.ts';
import type { StartPayrollRunInput } from '../generated/schema.ts';
import { abortable } from './abortable.ts';
import { backoffMs } from './backoffMs.ts';
import type { CommandInput, CommandPayload } from './Command.ts';
import { followRun } from './followRun.ts';
import { type Operation, textOf } from './Operation.ts';
import { type NodeOf, type Page, pages } from './pages.ts';
import { pause } from './pause.ts';
import type { Observable } from './Observable.ts';
import { isTokenRefusal, PayrollClientError } from './PayrollClientError.ts';
import type { PayrollClientOptions } from './PayrollClientOptions.ts';
import { PayrollRefusal, type RefusalReason } from './PayrollRefusal.ts';
import { RealtimeConnection } from './RealtimeConnection.ts';
import { isTerminal } from './runPhases.ts';
import { sendOperation } from './sendOperation.ts';
import { tokenOf } from './TokenSource.ts';
import { WatchedRun, type WatchRunOptions } from './WatchedRun.ts';

/** How often a command is sent before its failure is told. */
const TRIES = 6;

/** The longest pause between two of them. */
const LONGEST_PAUSE_MS = 5_000;

export interface CallOptions {
  signal?: AbortSignal | undefined;
}

/** A typed client of the payroll API: sends operations, and subscribes over one shared connection. */
export class PayrollClient {
  readonly #options: PayrollClientOptions;
  #connection: RealtimeConnection | undefined;
  #life = new AbortController();

  constructor(options: PayrollClientOptions) {
    this.#options = options;
  }

  /**
   * Sends an operation once and answers its data. Throws `PayrollClientError` unless the service answered without a
   * top-level error; what a mutation refuses is in the `userErrors` of its payload.
   */
  async execute<Result, Variables>(
    document: Operation<Result, Variables>,
    variables: Variables,
    { signal }: CallOptions = {},
  ): Promise<Result> {
    return (await sendOperation(this.#options, textOf(document), variables, signal)).data as Result;
  }

  /**
   * Sends a mutation and answers its payload. Makes the idempotency key before the first try, unless the input has one;
   * because of the key it may be sent again, after a growing and random pause, when it is not known to have arrived.
   * Throws `PayrollRefusal` when the service refuses it by a business rule.
   */
  async command<Result extends object, Input extends { idempotencyKey: string }>(
    document: Operation<Result, { input: Input }>,
    input: CommandInput<Input>,
    { signal }: CallOptions = {},
  ): Promise<CommandPayload<Result>> {
    const query = textOf(document);
    const variables = { input: { idempotencyKey: crypto.randomUUID(), ...input } };
    for (let failures = 0; ; failures++) {
      try {
        const { data, requestId } = await sendOperation(this.#options, query, variables, signal);
        const [payload] = Object.values(data as Record<string, { userErrors?: RefusalReason[] } | null>);
        if (!payload) throw new PayrollClientError('EMPTY', 'The answer is empty.', { retryable: false, requestId });
        const [refusal, ...others] = payload.userErrors ?? [];
        if (refusal) throw new PayrollRefusal([refusal, ...others], requestId);
        return payload as CommandPayload<Result>;
      } catch (error) {
        if (!(error instanceof PayrollClientError && error.retryable) || failures + 1 === TRIES) throw error;
        await pause(backoffMs(failures, LONGEST_PAUSE_MS), signal);
      }
    }
  }

  /** Starts the run of a pay group for a period. The same input gives the same run, however often it is sent. */
  startPayrollRun(
    input: CommandInput<StartPayrollRunInput>,
    options: CallOptions = {},
  ): Promise<CommandPayload<StartPayrollRunMutation>> {
    return this.command(StartPayrollRunDocument, input, options);
  }

  /** Reads a list page by page from `after` on, each when it is asked for; `first` is how many nodes a page holds. */
  pages<Result extends object, Variables>(
    document: Operation<Result, Variables>,
    variables: Variables,
    { signal }: CallOptions = {},
  ): AsyncGenerator<Page<NodeOf<Result>>, void, undefined> {
    const readPage = async (after: string | null) => {
      const result = await this.execute(document, { ...variables, after }, { signal });
      const [page] = Object.values(result) as (Page<NodeOf<Result>> | null)[];
      return page ?? null;
    };
    return pages(readPage, (variables as { after?: string | null }).after);
  }

  /** Reads a list node by node. */
  async *nodes<Result extends object, Variables>(
    document: Operation<Result, Variables>,
    variables: Variables,
    options: CallOptions = {},
  ): AsyncGenerator<NodeOf<Result>, void, undefined> {
    for await (const { nodes } of this.pages(document, variables, options)) yield* nodes;
  }

  /**
   * Subscribes, and resolves once the service listens. Messages may be lost, doubled or out of order; when `onClosed` is
   * called there will be no more of them.
   * @returns a function that ends the subscription, as the signal does
   */
  async subscribe<Result, Variables>(
    document: Operation<Result, Variables>,
    variables: Variables,
    onMessage: (message: Result) => void,
    onClosed: (error: PayrollClientError) => void,
    { signal }: CallOptions = {},
  ): Promise<() => void> {
    const { token } = this.#options;
    const attempt = async (forceRefresh: boolean): Promise<() => void> => {
      const authorization = await tokenOf(token, forceRefresh);
      // A connection that broke, or that was never let in, is replaced by the next subscription.
      if (!this.#connection?.isUsable) this.#connection = this.#connect(authorization);
      const stop = await this.#connection.subscribe(textOf(document), variables, authorization, {
        next: ({ data }) => {
          if (data !== undefined && data !== null) onMessage(data as Result);
        },
        closed: onClosed,
      });
      if (signal?.aborted) stop();
      else signal?.addEventListener('abort', stop, { once: true });
      return stop;
    };
    const listening = attempt(false).catch((error: unknown) => {
      if (isTokenRefusal(error) && typeof token !== 'string' && !signal?.aborted) return attempt(true);
      throw error;
    });
    return abortable(listening, signal);
  }

  /** A subscription as an observable, the shape in which other GraphQL clients take one from elsewhere. */
  observe<Result, Variables>(document: Operation<Result, Variables>, variables: Variables): Observable<Result> {
    return {
      subscribe: ({ next, error }) => {
        const stop = new AbortController();
        const fail = (reason: unknown) => {
          if (!stop.signal.aborted) error?.(reason);
        };
        this.subscribe(document, variables, (data) => next({ data }), fail, { signal: stop.signal }).catch(fail);
        return { unsubscribe: () => stop.abort() };
      },
    };
  }

  /**
   * Watches a run to its terminal state: `for await (const progress of client.watchRun(runId))`, or
   * `await client.watchRun(runId).finished()`.
   */
  watchRun(runId: string, options: WatchRunOptions = {}): WatchedRun {
    return this.#watch(() => Promise.resolve(runId), options);
  }

  /** Starts a run and watches it. Watched again, it is the same run. */
  startAndWatchRun(input: CommandInput<StartPayrollRunInput>, options: WatchRunOptions = {}): WatchedRun {
    const { signal } = options;
    const keyed = { idempotencyKey: crypto.randomUUID(), ...input };
    return this.#watch(async () => {
      const { run } = await this.startPayrollRun(keyed, { signal });
      if (!run) throw new PayrollClientError('EMPTY', 'The service answered without a run.', { retryable: false });
      return run.runId;
    }, options);
  }

  /** What the client sends as `Authorization`, renewed when it is about to expire. */
  async token(): Promise<string> {
    return tokenOf(this.#options.token, false);
  }

  /** Ends all subscriptions, the connection under them, and the watching of runs. */
  close(): void {
    this.#life.abort();
    this.#life = new AbortController();
    this.#connection?.close();
    this.#connection = undefined;
  }

  #watch(runId: () => Promise<string>, { until = isTerminal, signal, ...options }: WatchRunOptions): WatchedRun {
    const { signal: closed } = this.#life;
    return new WatchedRun(async (onChange, stopped) => {
      const signals = [closed, stopped, ...(signal ? [signal] : [])];
      return followRun(this, await runId(), { ...options, until, onChange, signal: AbortSignal.any(signals) });
    });
  }

  #connect(authorization: string): RealtimeConnection {
    const { endpoint, webSocket = WebSocket } = this.#options;
    return new RealtimeConnection(realtimeUrlOf(endpoint), new URL(endpoint).host, authorization, webSocket);
  }
}

/** AppSync's own hosts have a twin for sockets; a custom domain has them below its path. */
function realtimeUrlOf(endpoint: string): string {
  const url = endpoint.replace(/^http/, 'ws');
  return url.includes('.appsync-api.') ? url.replace('.appsync-api.', '.appsync-realtime-api.') : `${url}/realtime`;
}
