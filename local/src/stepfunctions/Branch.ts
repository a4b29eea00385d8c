import type { Bindings } from './Expression.ts';
import type { Catcher, GuardedState, Scope, State } from './definition/StateMachineDefinition.ts';
import type { Execution } from './Execution.ts';
import { type Interrupted } from './Interrupted.ts';
import { MAX_HISTORY_EVENTS, MAX_PAYLOAD_BYTES, MAX_VARIABLES_BYTES } from './limits.ts';
import type { Outcome } from './Outcome.ts';
import { matchingGuard, retryDelayMs } from './retryDelayMs.ts';
import { Payload } from './Payload.ts';
import { newPosition, type Position } from './Position.ts';
import { StatesError } from './StatesError.ts';
import type { BranchRow } from './Store.ts';
import { EvaluationError, type EvaluationSite, type Template, whileExecuting } from './Template.ts';

/** A loop of states that wait for nothing still lets others have their turn, and its checkpoint. */
const TRANSITIONS_PER_TURN = 100;

type Variables = Readonly<Record<string, unknown>>;

/** One thread of an execution: the whole machine, a branch of a Parallel state, or an iteration of an inline Map. */
export class Branch {
  readonly execution: Execution;
  /** `''` for the machine itself; `/0/3` is the fourth child of the first child. */
  readonly path: string;
  readonly scope: Scope;
  position: Position;
  /** The branch's result once it is over. */
  output: Payload | undefined;
  #input: Payload;
  readonly #outerVariables: Variables;
  #ownVariables: Variables = {};
  #variables: Variables;
  #interrupted: Interrupted | undefined;
  #onInterrupt: ((interrupted: Interrupted) => void) | undefined;

  constructor(
    execution: Execution,
    path: string,
    scope: Scope,
    outerVariables: Variables,
    input: Payload,
    position: Position,
  ) {
    this.execution = execution;
    this.path = path;
    this.scope = scope;
    this.#outerVariables = outerVariables;
    this.#variables = outerVariables;
    this.#input = input;
    this.position = position;
  }

  static restore(execution: Execution, scope: Scope, outerVariables: Variables, row: BranchRow): Branch {
    const position = { ...newPosition(), ...(JSON.parse(row.position ?? '{}') as Partial<Position>) };
    const branch = new Branch(execution, row.path, scope, outerVariables, Payload.ofText(row.input), position);
    branch.#assign(JSON.parse(row.variables) as Variables);
    if (row.output !== null) branch.output = Payload.ofText(row.output);
    return branch;
  }

  toRow(): BranchRow {
    return {
      path: this.path,
      input: this.#input.text,
      variables: JSON.stringify(this.#ownVariables),
      position: JSON.stringify(this.position),
      output: this.output?.text ?? null,
    };
  }

  get input(): Payload {
    return this.#input;
  }

  get variables(): Variables {
    return this.#variables;
  }

  get lastEventId(): number {
    return this.position.lastEventId;
  }

  get site(): EvaluationSite {
    return { stateName: this.position.state ?? '', enteredEventId: this.position.enteredEventId };
  }

  /** Records an event of this branch, which becomes the one that the next event follows. */
  record(type: string, details?: () => Record<string, unknown>): number {
    return (this.position.lastEventId = this.execution.record(type, this.position.lastEventId, details));
  }

  /** Goes on from the current position to the end of the scope. Throws `StatesError`, or `Interrupted`. */
  async run(): Promise<Payload> {
    if (this.position.state === undefined) this.#enter(this.scope.startAt, this.#input);
    let transitions = 0;
    for (;;) {
      const state = this.#currentState();
      const outcome = await this.#carryOut(state);
      this.#leave(state, outcome);
      if (outcome.next === undefined) {
        this.output = outcome.output;
        this.execution.moved(this);
        return outcome.output;
      }
      this.#enter(outcome.next, outcome.output);
      if (++transitions % TRANSITIONS_PER_TURN === 0) await this.#breathe();
    }
  }

  /** Ends whatever the branch waits for, now or the next time that it would wait. */
  interrupt(interrupted: Interrupted): void {
    if (this.#interrupted) return;
    this.#interrupted = interrupted;
    this.#onInterrupt?.(interrupted);
  }

  /**
   * Waits for something outside of the interpreter. `start` begins it and answers how to let go of it, which is called
   * with the interruption, or with `undefined` once it is settled.
   */
  waitFor<Value>(
    start: (
      resolve: (value: Value) => void,
      reject: (reason: Error) => void,
    ) => ((interrupted: Interrupted | undefined) => void) | undefined,
  ): Promise<Value> {
    if (this.#interrupted) return Promise.reject(this.#interrupted);
    return new Promise((resolve, reject) => {
      let letGo: ((interrupted: Interrupted | undefined) => void) | undefined;
      let isSettled = false;
      const settle = (interrupted?: Interrupted): boolean => {
        if (isSettled) return false;
        isSettled = true;
        this.#onInterrupt = undefined;
        letGo?.(interrupted);
        return true;
      };
      this.#onInterrupt = (interrupted) => {
        if (settle(interrupted)) reject(interrupted);
      };
      const begun = start(
        (value) => {
          if (settle()) resolve(value);
        },
        (reason) => {
          if (settle()) reject(reason);
        },
      );
      if (isSettled) begun?.(this.#interrupted);
      else letGo = begun;
    });
  }

  /** Waits until `atMs` of the account's clock. */
  sleepUntil(atMs: number): Promise<void> {
    const { clock } = this.execution.engine.cloud;
    if (atMs <= clock.now()) return this.#interrupted ? Promise.reject(this.#interrupted) : Promise.resolve();
    return this.waitFor((resolve) => clock.at(atMs, () => resolve(undefined)));
  }

  /** What the current state's expressions see. */
  bindings(extra: { result?: unknown; errorOutput?: unknown; mapItem?: Position['mapItem'] } = {}): Bindings {
    const { mapItem = this.position.mapItem, ...states } = extra;
    const { work, state, enteredAtMs, retryCounts } = this.position;
    const token = work?.kind === 'TASK' ? work.token : undefined;
    const isTask = this.scope.states.get(state ?? '')?.type === 'Task';
    const context = {
      ...this.execution.context,
      State: {
        EnteredTime: new Date(enteredAtMs).toISOString(),
        Name: state,
        ...(isTask && { RetryCount: retryCounts.reduce((sum, count) => sum + (count ?? 0), 0) }),
      },
      ...(token === undefined ? {} : { Task: { Token: token } }),
      ...(mapItem === undefined ? {} : { Map: { Item: mapItem } }),
    };
    return { states: { input: this.#input.value, context, ...states }, variables: this.#variables };
  }

  /** Evaluates a state's Output and Assign, both from the values at its entry. */
  async complete(
    { output, assign }: { output: Template | undefined; assign: Template | undefined },
    fallback: Payload,
    next: string | undefined,
    extra: { result?: unknown; errorOutput?: unknown } = {},
  ): Promise<Outcome> {
    if (!output && !assign) return { output: fallback, assigned: undefined, next };
    const bindings = this.bindings(extra);
    const evaluated = output ? Payload.of(await output.evaluate(bindings, this.site)) : fallback;
    const assigned = assign ? ((await assign.evaluate(bindings, this.site)) as Record<string, unknown>) : undefined;
    return { output: evaluated.withinLimit(this.site.stateName), assigned, next };
  }

  #currentState(): State {
    const state = this.scope.states.get(this.position.state ?? '');
    if (!state) throw new Error(`state ${this.position.state} is not in its scope`);
    return state;
  }

  #enter(name: string, input: Payload): void {
    const { position, execution } = this;
    if (execution.hasLongHistory) {
      throw new StatesError(
        'States.Runtime',
        `The execution reached the maximum number of history events (${MAX_HISTORY_EVENTS}).`,
      );
    }
    const type = this.scope.states.get(name)?.type;
    const previousEventId =
      name === this.scope.startAt && position.state === undefined && this.path === '' ? 0 : position.lastEventId;
    const id = execution.record(`${type}StateEntered`, previousEventId, () => ({
      input: input.text,
      inputDetails: { truncated: false },
      name,
    }));
    this.#input = input;
    position.state = name;
    position.enteredAtMs = execution.engine.cloud.clock.now();
    position.enteredEventId = id;
    position.previousEventId = previousEventId;
    position.lastEventId = id;
    position.retryCounts = [];
    position.retryAtMs = undefined;
    position.work = undefined;
    if (execution.isStandard) execution.engine.counts.standardTransitions++;
    execution.moved(this);
  }

  #leave(state: State, { output, assigned }: Outcome): void {
    if (assigned) this.#assign(assigned);
    if (state.type === 'Fail') return;
    this.record(`${state.type}StateExited`, () => ({
      ...(assigned
        ? {
            assignedVariables: Object.fromEntries(
              Object.entries(assigned).map(([name, value]) => [name, JSON.stringify(value)]),
            ),
            assignedVariablesDetails: { truncated: false },
          }
        : {}),
      name: state.name,
      output: output.text,
      outputDetails: { truncated: false },
    }));
  }

  #assign(assigned: Variables): void {
    this.#ownVariables = { ...this.#ownVariables, ...assigned };
    this.#variables = { ...this.#outerVariables, ...this.#ownVariables };
  }

  /** Runs a state until it succeeds, is caught, or neither Retry nor Catch helps. */
  async #carryOut(state: State): Promise<Outcome> {
    for (;;) {
      try {
        if (this.position.retryAtMs !== undefined) {
          await this.sleepUntil(this.position.retryAtMs);
          this.position.retryAtMs = undefined;
        }
        const outcome = await this.execution.engine.runState(this, state);
        this.#checkVariables(outcome.assigned);
        if (this.position.work?.kind === 'FORK') this.execution.forgetBelow(this);
        return outcome;
      } catch (thrown) {
        if (!(thrown instanceof StatesError)) throw thrown;
        this.#recordFailure(state, thrown);
        if (!('retry' in state) || thrown.error === 'States.Runtime') throw thrown;
        if (this.#retry(state, thrown)) continue;
        const catcher = matchingGuard(state.catch, thrown);
        if (!catcher) throw thrown;
        return await this.#caught(state, catcher, thrown);
      }
    }
  }

  #recordFailure(state: State, failure: StatesError): void {
    const { position } = this;
    if (failure instanceof EvaluationError && !failure.isRecorded) {
      failure.isRecorded = true;
      // As recorded on AWS: the event follows the one before the state was entered, when nothing has happened since.
      if (position.lastEventId === position.enteredEventId) position.lastEventId = position.previousEventId;
      const { error, cause, location } = failure;
      this.record('EvaluationFailed', () => ({ cause, error, location, state: state.name }));
    }
    if (state.type === 'Map' || state.type === 'Parallel') this.record(`${state.type}StateFailed`);
  }

  #retry(state: GuardedState, failure: StatesError): boolean {
    const { position, execution } = this;
    const retrier = matchingGuard(state.retry, failure);
    if (!retrier) return false;
    const index = state.retry.indexOf(retrier);
    const used = position.retryCounts[index] ?? 0;
    if (used >= retrier.maxAttempts) return false;
    const { clock } = execution.engine.cloud;
    const delayMs = retryDelayMs(retrier, used, () => execution.engine.cloud.random());
    for (let i = position.retryCounts.length; i < index; i++) position.retryCounts[i] = 0;
    position.retryCounts[index] = used + 1;
    position.retryAtMs = clock.now() + delayMs;
    this.#abandonWork();
    if (execution.isStandard) execution.engine.counts.standardTransitions++;
    execution.checkpoint();
    return true;
  }

  async #caught(state: GuardedState, catcher: Catcher, failure: StatesError): Promise<Outcome> {
    this.#abandonWork();
    const errorOutput = {
      Error: failure.error ?? null,
      Cause: failure.cause ?? (failure.error === 'States.Timeout' ? '' : null),
    };
    try {
      const outcome = await this.complete(catcher, Payload.of(errorOutput), catcher.next, { errorOutput });
      this.#checkVariables(outcome.assigned);
      return outcome;
    } catch (thrown) {
      if (thrown instanceof StatesError) this.#recordFailure(state, thrown);
      throw thrown;
    }
  }

  /** Drops what the failed attempt left: its children, or the token it waited for. */
  #abandonWork(): void {
    const { work } = this.position;
    this.position.work = undefined;
    this.execution.moved(this);
    if (work?.kind === 'FORK') this.execution.forgetBelow(this);
  }

  #checkVariables(assigned: Variables | undefined): void {
    if (!assigned) return;
    const bytes = Object.values(assigned).map((value) => Buffer.byteLength(JSON.stringify(value)));
    const total = bytes.reduce((sum, size) => sum + size, 0);
    const kept = Object.keys(this.#ownVariables).length > 0 ? Buffer.byteLength(JSON.stringify(this.#ownVariables)) : 0;
    if (total > MAX_PAYLOAD_BYTES || kept + total > MAX_VARIABLES_BYTES) {
      throw new StatesError(
        'States.DataLimitExceeded',
        `${whileExecuting(this.site)} The size of the variables in the field 'Assign' exceeds the maximum number of bytes service limit.`,
      );
    }
  }

  async #breathe(): Promise<void> {
    this.execution.checkpoint();
    await this.waitFor<void>((resolve) => {
      setImmediate(() => resolve(undefined));
      return undefined;
    });
  }
}
