import { availableParallelism } from 'node:os';
import { AwsError } from '../AwsError.ts';
import { authorize } from '../Caller.ts';
import type { Caller } from '../Caller.ts';
import { SystemClock } from '../Clock.ts';
import type { Cloud, LambdaOutcome } from '../Cloud.ts';
import { checkFunctionDefinition } from './FunctionDefinition.ts';
import type { FunctionDefinition } from './FunctionDefinition.ts';
import { HostedFunction } from './HostedFunction.ts';
import type { FunctionCounts } from './HostedFunction.ts';
import type { LambdaOptions } from './LambdaOptions.ts';
import { LogRing } from './LogRing.ts';

/** 6 MB. */
const REQUEST_LIMIT_BYTES = 6_291_456;
const IDLE_LIMIT_MS = 60_000;
const MEMORY_SAMPLE_EVERY_MS = 50;

/**
 * AWS Lambda on one machine: every execution environment is a worker thread. Synchronous invocations only; who invokes
 * asynchronously (EventBridge, Scheduler) keeps its own retries.
 *
 * AWS scales out where this engine queues. Threads beyond the cores would only take turns, so at most as many
 * invocations compute as there are cores (at least 2), counting only those that do not wait for a forwarded call: a
 * function that waits for another one never keeps it from running. Each function's invocations begin in the order of
 * their arrival, and functions take turns, so that a long queue of one does not hold up the others.
 */
export class Lambda {
  readonly recentLogs = new LogRing();
  readonly #cloud: Cloud;
  readonly #options: LambdaOptions;
  readonly #functions = new Map<string, HostedFunction>();
  readonly #computingLimit = Math.max(2, availableParallelism());
  readonly #virtualNow: BigInt64Array<SharedArrayBuffer> | undefined;
  #computing = 0;
  #served = 0;
  #inFlight = 0;
  #isServing = false;
  #isClosed = false;
  /** By the system's clock, whatever time functions see: memory is real. */
  readonly #memoryWatch = setInterval(() => {
    for (const hosted of this.#functions.values()) hosted.checkMemory();
  }, MEMORY_SAMPLE_EVERY_MS).unref();
  #sweep: NodeJS.Timeout | undefined;

  constructor(cloud: Cloud, options: LambdaOptions) {
    this.#cloud = cloud;
    this.#options = options;
    if (!(cloud.clock instanceof SystemClock)) this.#virtualNow = new BigInt64Array(new SharedArrayBuffer(8));
  }

  /** What each function has been used for since the start, by function name. */
  get counts(): ReadonlyMap<string, Readonly<FunctionCounts>> {
    return new Map([...this.#functions.values()].map(({ counts }) => [counts.functionName, counts]));
  }

  /** Invocations that have not ended yet, queued ones included: virtual time should not jump while there are any. */
  get invocationsInFlight(): number {
    return this.#inFlight;
  }

  /** Makes a function known; its code and configuration never change after that. Throws what `CreateFunction` would refuse. */
  defineFunction(definition: FunctionDefinition): void {
    checkFunctionDefinition(definition);
    const hosted = new HostedFunction(definition, {
      cloud: this.#cloud,
      options: this.#options,
      virtualNow: this.#virtualNow,
      offsetMs: this.#cloud.clock instanceof SystemClock ? this.#cloud.clock.offsetMs : 0,
      environmentLimit: this.#options.maxEnvironmentsPerFunction ?? this.#computingLimit,
      log: (line) => {
        this.recentLogs.add(line);
        this.#options.onLog?.(line);
      },
      onComputing: (change) => this.#onComputing(change),
      onFree: () => this.#serve(),
      shareTime: () => this.#shareTime(),
    });
    this.#functions.set(definition.arn, hosted);
  }

  /**
   * Invokes a function and waits for its answer (`RequestResponse`).
   * Throws `AwsError`: `AccessDeniedException`, `ResourceNotFoundException`, `RequestTooLargeException`; what goes wrong
   * inside the function is an outcome.
   */
  async invoke(functionArn: string, payload: unknown, caller: Caller): Promise<LambdaOutcome> {
    authorize(caller, 'lambda:InvokeFunction', functionArn);
    const hosted = this.#functions.get(functionArn);
    if (!hosted) {
      throw new AwsError('ResourceNotFoundException', `Function not found: ${functionArn}`, { statusCode: 404 });
    }
    const text = JSON.stringify(payload) ?? '{}';
    if (Buffer.byteLength(text) > REQUEST_LIMIT_BYTES) {
      const message = `Request must be smaller than ${REQUEST_LIMIT_BYTES} bytes for the InvokeFunction operation`;
      throw new AwsError('RequestTooLargeException', message, { statusCode: 413 });
    }
    if (this.#isClosed) throw shuttingDown();
    this.#inFlight++;
    try {
      const outcome = hosted.enqueue(text);
      this.#serve();
      return await outcome;
    } finally {
      this.#inFlight--;
    }
  }

  /** Ends every thread; what was queued or running fails with `ServiceException`. */
  async close(): Promise<void> {
    this.#isClosed = true;
    clearTimeout(this.#sweep);
    clearInterval(this.#memoryWatch);
    await Promise.all([...this.#functions.values()].map((hosted) => hosted.close(shuttingDown())));
  }

  #onComputing(change: 1 | -1): void {
    this.#computing += change;
    if (change < 0) queueMicrotask(() => this.#serve());
  }

  /** Begins waiting invocations while there is a core for them. */
  #serve(): void {
    if (this.#isServing || this.#isClosed) return;
    this.#isServing = true;
    try {
      while (this.#computing < this.#computingLimit) {
        const next = this.#leastRecentlyServed();
        if (!next) break;
        next.servedAt = ++this.#served;
        next.serveNext();
      }
    } finally {
      this.#isServing = false;
    }
    this.#armSweep();
  }

  #leastRecentlyServed(): HostedFunction | undefined {
    let next: HostedFunction | undefined;
    for (const hosted of this.#functions.values()) {
      if (hosted.canServe && (!next || hosted.servedAt < next.servedAt)) next = hosted;
    }
    return next;
  }

  /**
   * Ends environments that nobody has used for a minute, so that an idle engine is a small one. By the system's clock as well:
   * time that a test lets pass costs no memory, and starting a function does cost time.
   */
  #armSweep(): void {
    if (this.#sweep) return;
    this.#sweep = setTimeout(() => {
      this.#sweep = undefined;
      const hosted = [...this.#functions.values()];
      for (const one of hosted) one.endIdle(performance.now() - IDLE_LIMIT_MS);
      if (hosted.some((one) => one.hasIdle)) this.#armSweep();
    }, IDLE_LIMIT_MS).unref();
  }

  #shareTime(): void {
    if (this.#virtualNow) Atomics.store(this.#virtualNow, 0, BigInt(Math.floor(this.#cloud.clock.now())));
  }
}

function shuttingDown(): AwsError {
  return new AwsError('ServiceException', 'Lambda is shutting down.', { statusCode: 500 });
}
