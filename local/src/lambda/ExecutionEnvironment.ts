import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Caller } from '../Caller.ts';
import type { Clock } from '../Clock.ts';
import type { LambdaOutcome } from '../Cloud.ts';
import { moduleBeside } from '../moduleBeside.ts';
import type { EndpointRequest } from './EndpointRequest.ts';
import { modulePath } from './FunctionDefinition.ts';
import type { FunctionDefinition } from './FunctionDefinition.ts';
import type { LambdaOptions } from './LambdaOptions.ts';
import { serviceErrors } from './serviceErrors.ts';
import type { FromThread, ThreadStart, ToThread } from './ThreadMessages.ts';

const THREAD = moduleBeside(import.meta.url, './thread/environment');
const INIT_LIMIT_MS = 10_000;

/** An invocation that is shorter is never asked for its memory. */
const MEMORY_SAMPLE_MS = 50;

/**
 * What a thread holds beyond its function: local/bench/lambda.ts prints 10.5 MB for an empty one, and the collector lets some
 * megabytes of garbage pile up before it looks. On AWS the runtime itself takes more than this out of the function's memory.
 */
const MEMORY_ALLOWANCE_MEGABYTES = 24;

/**
 * V8 ends the whole process when a thread outgrows its heap limit by one large allocation, so the function's own limit is
 * watched by sampling, and the heap's is set this much higher, for what grows faster than it is sampled.
 */
const HEAP_SLACK_MEGABYTES = 512;

export interface Invocation {
  requestId: string;
  /** JSON text. */
  payload: string;
}

/** How an invocation ended. */
export interface Finished {
  /** An error is the engine's own: the invocation has no outcome. */
  outcome: LambdaOutcome | Error;
  /** Whole milliseconds, as AWS counts them: the duration, and of a cold start its initialization too. */
  billedMs: number;
  isColdStart: boolean;
}

/** What an environment needs of its host. */
export interface EnvironmentHost {
  readonly definition: FunctionDefinition;
  readonly caller: Caller;
  readonly clock: Clock;
  readonly options: LambdaOptions;
  readonly thread: Pick<ThreadStart, 'virtualNow' | 'offsetMs' | 'services'>;
  /** The whole `process.env` of a new environment. */
  variables(): Record<string, string>;
  log(requestId: string, line: string): void;
  /** Told when the environment begins (+1) or ceases (-1) to compute; while it waits for a forwarded call it does not. */
  onComputing(change: 1 | -1): void;
  /** Writes the current time where threads under virtual time read it. */
  shareTime(): void;
}

interface Running extends Invocation {
  done(finished: Finished): void;
  startedAt: number;
  cancelTimeout(): void;
}

/** One worker thread with its own `process.env`, heap limit and module state, that runs one invocation at a time. */
export class ExecutionEnvironment {
  readonly #host: EnvironmentHost;
  readonly #worker: Worker;
  #running: Running | undefined;
  /** Billed with the first invocation. */
  #initMs = 0;
  #isReady = false;
  #hasRun = false;
  #isOver = false;
  #forwardedCalls = 0;
  #isComputing = false;
  #isSampled = false;
  /** When the last invocation ended, by `performance.now()`: an idle thread holds memory in real time. */
  idleSinceMs = 0;

  constructor(host: EnvironmentHost) {
    this.#host = host;
    const { definition, options, thread } = host;
    const start: ThreadStart = {
      ...thread,
      modulePath: modulePath(definition),
      handler: definition.handler,
      endpointUrl: options.endpointUrl,
      interceptRequests: options.interceptRequests ?? true,
    };
    this.#worker = new Worker(THREAD, {
      name: definition.name,
      workerData: start,
      // Node.js's own place for compiled code: a bundle that was loaded once is not compiled again.
      env: { ...host.variables(), NODE_COMPILE_CACHE: join(tmpdir(), 'node-compile-cache') },
      // node:sqlite says on stderr that it is experimental; it would stand in the function's log.
      execArgv: ['--disable-warning=ExperimentalWarning'],
      resourceLimits: { maxOldGenerationSizeMb: this.#memoryLimitMegabytes + HEAP_SLACK_MEGABYTES },
    });
    this.#worker.on('message', (message: FromThread) => this.#receive(message));
    this.#worker.on('error', (error: Error & { code?: string }) => this.#crashed(error));
    this.#worker.on('exit', (status) => this.#exited(status));
  }

  get isOver(): boolean {
    return this.#isOver;
  }

  /** Runs one invocation and calls `done` once; must not be called again before that. */
  run(invocation: Invocation, done: (finished: Finished) => void): void {
    this.#running = { ...invocation, done, startedAt: performance.now(), cancelTimeout: () => undefined };
    this.#updateComputing();
    if (this.#isReady) this.#start(this.#running);
    // A runtime that takes too long to initialize is started again, within the invocation's own time.
    else this.#timeOutAfter(INIT_LIMIT_MS + this.#timeoutMs, this.#running);
  }

  /** Ends the thread at once; what runs in it ends with `outcome`. */
  async end(outcome: LambdaOutcome | Error = new Error('The execution environment was ended.')): Promise<void> {
    this.#isOver = true;
    this.#finish(outcome);
    await this.#worker.terminate();
  }

  /** Ends the invocation if its thread holds more memory, on the heap and in buffers, than the function has. */
  async checkMemory(): Promise<void> {
    if (!this.#running || performance.now() - this.#running.startedAt < MEMORY_SAMPLE_MS || this.#isSampled) return;
    this.#isSampled = true;
    // Rejects when the thread ends before it could answer.
    const memory = await this.#worker.getHeapStatistics().catch(() => undefined);
    this.#isSampled = false;
    if (!memory || !this.#running || this.#isOver) return;
    if (memory.used_heap_size + memory.external_memory <= this.#memoryLimitMegabytes * 2 ** 20) return;
    await this.end({ functionError: serviceErrors.outOfMemory(this.#running.requestId) });
  }

  get #memoryLimitMegabytes(): number {
    return this.#host.definition.memoryMegabytes + MEMORY_ALLOWANCE_MEGABYTES;
  }

  get #timeoutMs(): number {
    return this.#host.definition.timeoutSeconds * 1000;
  }

  #start(running: Running): void {
    const { clock, definition } = this.#host;
    running.cancelTimeout();
    this.#timeOutAfter(this.#timeoutMs, running);
    this.#post({
      kind: 'invoke',
      requestId: running.requestId,
      payload: running.payload,
      invokedFunctionArn: definition.arn,
      deadlineAtMs: clock.now() + this.#timeoutMs,
      traceId: traceId(running.requestId, clock.now()),
    });
  }

  #timeOutAfter(ms: number, running: Running): void {
    const { clock, definition } = this.#host;
    running.cancelTimeout = clock.at(clock.now() + ms, () => {
      void this.end({ functionError: serviceErrors.timedOut(running.requestId, definition.timeoutSeconds) });
    });
  }

  #post(message: ToThread): void {
    this.#host.shareTime();
    this.#worker.postMessage(message);
  }

  #receive(message: FromThread): void {
    if (message.kind === 'log') return this.#host.log(message.requestId, message.line);
    if (this.#isOver) return;
    switch (message.kind) {
      case 'ready':
        this.#isReady = true;
        this.#initMs = message.initMs;
        if (this.#running) this.#start(this.#running);
        return;
      case 'initFailed':
        void this.end({ functionError: message.error });
        return;
      case 'endpointRequest':
        void this.#forward(message.id, message.request);
        return;
      case 'returned':
        this.#report(message.report);
        this.#finish({ payload: JSON.parse(message.payload) as unknown }, message.durationMs);
        return;
      case 'threw':
        this.#isOver = message.exits;
        this.#report(message.report);
        this.#finish({ functionError: message.error }, message.durationMs);
    }
  }

  #report(report: unknown): void {
    const { options, definition } = this.#host;
    if (report !== undefined) options.threadServices?.onReport?.(report, definition.name);
  }

  async #forward(id: number, request: EndpointRequest): Promise<void> {
    const { options, caller } = this.#host;
    this.#forwardedCalls++;
    this.#updateComputing();
    let answer: ToThread;
    try {
      const body = bufferOf(request.body);
      answer = { kind: 'endpointResponse', id, response: await options.dispatch({ ...request, body, caller }) };
    } catch (error) {
      answer = { kind: 'endpointFailure', id, message: String(error) };
    }
    this.#forwardedCalls--;
    this.#updateComputing();
    if (!this.#isOver) this.#post(answer);
  }

  #crashed(error: Error & { code?: string }): void {
    this.#isOver = true;
    const { requestId } = this.#running ?? { requestId: '' };
    if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return this.#finish(error);
    this.#finish({ functionError: serviceErrors.outOfMemory(requestId) });
  }

  #exited(status: number): void {
    this.#isOver = true;
    if (this.#running) this.#finish({ functionError: serviceErrors.exited(this.#running.requestId, status) });
  }

  #finish(outcome: LambdaOutcome | Error, durationMs?: number): void {
    const running = this.#running;
    if (!running) return;
    this.#running = undefined;
    running.cancelTimeout();
    this.idleSinceMs = performance.now();
    this.#updateComputing();
    const isColdStart = !this.#hasRun;
    this.#hasRun = true;
    const ms = durationMs ?? performance.now() - running.startedAt;
    running.done({ outcome, isColdStart, billedMs: Math.ceil(ms + (isColdStart ? this.#initMs : 0)) });
  }

  #updateComputing(): void {
    const isComputing = this.#running !== undefined && this.#forwardedCalls === 0;
    if (isComputing === this.#isComputing) return;
    this.#isComputing = isComputing;
    this.#host.onComputing(isComputing ? 1 : -1);
  }
}

/** `dispatch` takes bytes, as the gateway's socket would bring them. */
function bufferOf(body: string | Uint8Array): Buffer {
  if (typeof body === 'string') return Buffer.from(body);
  return Buffer.from(body.buffer, body.byteOffset, body.byteLength);
}

/** Not sampled: X-Ray is not emulated, and its SDK then sends nothing. */
function traceId(requestId: string, nowMs: number): string {
  const seconds = Math.floor(nowMs / 1000)
    .toString(16)
    .padStart(8, '0');
  const hex = requestId.replaceAll('-', '');
  return `Root=1-${seconds}-${hex.slice(0, 24)};Parent=${hex.slice(16)};Sampled=0`;
}
