import { randomUUID } from 'node:crypto';
import type { AwsError } from '../AwsError.ts';
import type { Caller } from '../Caller.ts';
import type { Cloud, LambdaOutcome } from '../Cloud.ts';
import { unsupported } from '../unsupported.ts';
import { environmentVariables } from './environmentVariables.ts';
import { ExecutionEnvironment } from './ExecutionEnvironment.ts';
import type { EnvironmentHost, Finished, Invocation } from './ExecutionEnvironment.ts';
import type { FunctionDefinition } from './FunctionDefinition.ts';
import type { LambdaOptions } from './LambdaOptions.ts';
import type { LogLine } from './LogRing.ts';
import { serviceErrors } from './serviceErrors.ts';
import type { ThreadStart } from './ThreadMessages.ts';

/** What AWS would count, and bill, of one function. */
export interface FunctionCounts {
  readonly functionName: string;
  readonly memoryMegabytes: number;
  readonly architecture: FunctionDefinition['architecture'];
  invocations: number;
  coldStarts: number;
  billedMs: number;
}

/** What all functions of an account share. */
export interface FunctionHost {
  readonly cloud: Cloud;
  readonly options: LambdaOptions;
  readonly virtualNow: BigInt64Array<SharedArrayBuffer> | undefined;
  readonly offsetMs: number;
  readonly environmentLimit: number;
  log(line: LogLine): void;
  onComputing(change: 1 | -1): void;
  /** Told when an environment became free, or a place for one. */
  onFree(): void;
  shareTime(): void;
}

interface Queued extends Invocation {
  /** An injected fault: the function runs, but its environment dies before it can answer. */
  losesAnswer: boolean;
  resolve(outcome: LambdaOutcome): void;
  reject(error: Error): void;
}

/** One function: its queue of invocations, first in first out, and its execution environments. */
export class HostedFunction {
  readonly definition: FunctionDefinition;
  readonly counts: FunctionCounts;
  /** Rises with every invocation begun by any function; the scheduler serves the lowest first. */
  servedAt = 0;
  readonly #host: FunctionHost;
  readonly #environmentHost: EnvironmentHost;
  readonly #queue: Queued[] = [];
  readonly #environments = new Set<ExecutionEnvironment>();
  /** The warmest last. */
  readonly #idle: ExecutionEnvironment[] = [];

  constructor(definition: FunctionDefinition, host: FunctionHost) {
    this.definition = definition;
    this.#host = host;
    const { name: functionName, memoryMegabytes, architecture } = definition;
    this.counts = { functionName, memoryMegabytes, architecture, invocations: 0, coldStarts: 0, billedMs: 0 };
    this.#environmentHost = environmentHost(definition, host, host.cloud.callerOfRole(definition.roleArn));
  }

  /** Whether an invocation waits that an environment, idle or new, could take. */
  get canServe(): boolean {
    if (this.#queue.length === 0) return false;
    return this.#idle.length > 0 || this.#environments.size < this.#host.environmentLimit;
  }

  get hasIdle(): boolean {
    return this.#idle.length > 0;
  }

  /** Answers when the invocation has ended; it begins when the scheduler calls `serveNext`. */
  enqueue(payload: string): Promise<LambdaOutcome> {
    const requestId = randomUUID();
    return new Promise((resolve, reject) => {
      if (this.#crashes('LAMBDA_BEFORE')) {
        resolve(this.#logged(requestId, { functionError: serviceErrors.killed(requestId) }));
      } else {
        this.#queue.push({ requestId, payload, resolve, reject, losesAnswer: this.#crashes('LAMBDA_AFTER') });
      }
    });
  }

  /** Begins the oldest waiting invocation; only while `canServe`. */
  serveNext(): void {
    const queued = this.#queue.shift();
    if (!queued) return;
    const environment = this.#takeIdle() ?? this.#startEnvironment();
    environment.run(queued, (finished) => this.#finished(environment, queued, finished));
  }

  /** Ends the environments that have been idle since `sinceMs` or longer. */
  endIdle(sinceMs: number): void {
    while (this.#idle[0] && this.#idle[0].idleSinceMs <= sinceMs) {
      const environment = this.#idle.shift();
      if (environment) void this.#remove(environment);
    }
  }

  checkMemory(): void {
    for (const environment of this.#environments) void environment.checkMemory();
  }

  async close(reason: AwsError): Promise<void> {
    for (const queued of this.#queue.splice(0)) queued.reject(reason);
    this.#idle.length = 0;
    await Promise.all([...this.#environments].map((environment) => this.#remove(environment, reason)));
  }

  #takeIdle(): ExecutionEnvironment | undefined {
    for (;;) {
      const environment = this.#idle.pop();
      if (!environment?.isOver) return environment;
      this.#environments.delete(environment);
    }
  }

  #startEnvironment(): ExecutionEnvironment {
    const environment = new ExecutionEnvironment(this.#environmentHost);
    this.#environments.add(environment);
    return environment;
  }

  #finished(environment: ExecutionEnvironment, queued: Queued, finished: Finished): void {
    this.counts.invocations++;
    this.counts.billedMs += finished.billedMs;
    if (finished.isColdStart) this.counts.coldStarts++;
    if (queued.losesAnswer) void this.#remove(environment);
    if (environment.isOver) this.#environments.delete(environment);
    else this.#idle.push(environment);
    if (finished.outcome instanceof Error) queued.reject(finished.outcome);
    else if (!queued.losesAnswer) queued.resolve(this.#logged(queued.requestId, finished.outcome));
    else queued.resolve(this.#logged(queued.requestId, { functionError: serviceErrors.killed(queued.requestId) }));
    this.#host.onFree();
  }

  #logged(requestId: string, outcome: LambdaOutcome): LambdaOutcome {
    if (outcome.functionError) {
      const line = `Invoke Error\t${JSON.stringify(outcome.functionError)}`;
      this.#host.log({ functionName: this.definition.name, requestId, line });
    }
    return outcome;
  }

  async #remove(environment: ExecutionEnvironment, reason?: AwsError): Promise<void> {
    this.#environments.delete(environment);
    await environment.end(reason);
  }

  #crashes(point: 'LAMBDA_BEFORE' | 'LAMBDA_AFTER'): boolean {
    const fault = this.#host.cloud.faults.next(point, this.definition.name);
    if (fault !== undefined && fault !== 'CRASH') unsupported(`the fault ${fault} at ${point}`);
    return fault === 'CRASH';
  }
}

function environmentHost(definition: FunctionDefinition, host: FunctionHost, caller: Caller): EnvironmentHost {
  const { cloud, options, virtualNow, offsetMs } = host;
  const { roleArn, name } = definition;
  const { region, accountId, dataDirectory, clock } = cloud;
  const threadServices = options.threadServices;
  const services: ThreadStart['services'] = threadServices && {
    module: threadServices.module,
    ...{ accountId, region, dataDirectory, roleArn },
    policies: threadServices.policiesOf(roleArn),
  };
  const credentials = options.credentialsOf(roleArn);
  return {
    ...{ definition, caller, clock, options },
    thread: { virtualNow, offsetMs, services },
    variables: () =>
      environmentVariables(definition, {
        ...{ region, credentials, endpointUrl: options.endpointUrl },
        logStreamName: logStreamName(clock.now()),
      }),
    log: (requestId, line) => host.log({ functionName: name, requestId, line }),
    onComputing: (change) => host.onComputing(change),
    shareTime: () => host.shareTime(),
  };
}

/** Each environment writes a log stream of its own: the day and a unique name. */
function logStreamName(nowMs: number): string {
  const day = new Date(nowMs).toISOString().slice(0, 10).replaceAll('-', '/');
  return `${day}/[$LATEST]${randomUUID().replaceAll('-', '')}`;
}
