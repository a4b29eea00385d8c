import type { GraphQLResolveInfo } from 'graphql';
import type { Clock } from '../Clock.ts';
import type { ErrorEntry } from './ErrorEntry.ts';
import { FieldError } from './FieldError.ts';
import type { Step } from './FieldResolver.ts';
import type { LambdaBatch } from './LambdaBatch.ts';
import type { Requester } from './Requester.ts';
import type { Evaluation, Invalidation, SubscriptionFilter } from './resolverRuntime/Evaluation.ts';
import type { Sandbox } from './resolverRuntime/Sandbox.ts';
import { restrictToSelection } from './restrictToSelection.ts';
import type { Variables } from './selectedFields.ts';

const REQUEST_TIMEOUT_MS = 30_000;

interface RequestParts {
  requester: Requester;
  /** Lower-case names. */
  headers: Readonly<Record<string, string>>;
  variables: Variables;
}

/** What the fields of one GraphQL request share while they are resolved. */
export class RequestContext {
  readonly requester: Requester;
  /** In the sandbox's realm, made when the first resolver asks. */
  readonly identity: () => unknown;
  readonly request: () => unknown;
  readonly variables: () => unknown;
  readonly appendedErrors: ErrorEntry[] = [];
  readonly invalidations: Invalidation[] = [];
  readonly responseHeaders: Record<string, string> = {};
  readonly batches = new Map<Step, LambdaBatch>();
  /** What a subscription's resolver set while it was started. */
  filter: SubscriptionFilter | undefined;
  invalidationFilter: SubscriptionFilter | undefined;
  /** The arguments of a subscription that is being started. */
  subscriptionArguments: Variables = {};
  readonly #clock: Clock;
  readonly #resolverCountLimit: number;
  readonly #startedAtMs: number;
  #resolverCount = 0;
  #deadline: { reached: Promise<never>; cancel: () => void } | undefined;

  constructor(parts: RequestParts, sandbox: Sandbox, clock: Clock, resolverCountLimit: number) {
    this.requester = parts.requester;
    this.#clock = clock;
    this.#startedAtMs = clock.now();
    this.#resolverCountLimit = resolverCountLimit;
    this.identity = once(() => sandbox.copy(parts.requester.identity));
    this.variables = once(() => sandbox.copy(parts.variables));
    this.request = once(() => {
      // Cookies never reach a resolver.
      const { cookie: _cookie, ...headers } = parts.headers;
      return sandbox.copy({ headers, domainName: null });
    });
  }

  /** Throws `FieldError` when the request has used up its resolvers; those that ran keep their data. */
  countResolver(): void {
    this.#resolverCount += 1;
    if (this.#resolverCount <= this.#resolverCountLimit) return;
    throw new FieldError(
      `The request exceeded the limit of ${this.#resolverCountLimit} resolvers.`,
      'ResolverExecutionLimitReached',
    );
  }

  /** Answers as `work` does, or fails once the request has lasted 30 seconds. */
  async beforeDeadline<T>(work: Promise<T>): Promise<T> {
    this.#deadline ??= this.#armDeadline();
    return Promise.race([work, this.#deadline.reached]);
  }

  /** Takes over what a resolver's handlers did beside returning a value. */
  take(evaluation: Evaluation, info: GraphQLResolveInfo): void {
    for (const { message, errorType, data, errorInfo } of evaluation.appendedErrors) {
      const [node] = info.fieldNodes;
      const position = node?.loc?.startToken;
      this.appendedErrors.push({
        path: pathOf(info.path),
        data: restrictToSelection(data, node?.selectionSet, info.fragments, info.variableValues),
        errorType,
        errorInfo,
        locations: position ? [{ line: position.line, column: position.column, sourceName: null }] : [],
        message,
      });
    }
    this.invalidations.push(...evaluation.invalidations);
    Object.assign(this.responseHeaders, evaluation.responseHeaders);
    this.filter = evaluation.filter;
    this.invalidationFilter = evaluation.invalidationFilter;
  }

  /** Lets go of the deadline's timer. */
  finish(): void {
    this.#deadline?.cancel();
  }

  #armDeadline(): { reached: Promise<never>; cancel: () => void } {
    const { promise, reject } = Promise.withResolvers<never>();
    // The last resolver may have finished before the deadline: then nobody is left to hear of it.
    promise.catch(() => undefined);
    const cancel = this.#clock.at(this.#startedAtMs + REQUEST_TIMEOUT_MS, () =>
      reject(new FieldError('Execution timed out.', 'ExecutionTimeout')),
    );
    return { reached: promise, cancel };
  }
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

function pathOf(path: GraphQLResolveInfo['path']): (string | number)[] {
  return path.prev ? [...pathOf(path.prev), path.key] : [path.key];
}
