import type { Caller } from '../Caller.ts';
import { Branch } from './Branch.ts';
import { newPosition } from './Position.ts';
import type { Scope } from './definition/StateMachineDefinition.ts';
import type { Engine } from './Engine.ts';
import { executionStatusChange } from './executionStatusChange.ts';
import type { HistoryEvent } from './HistoryEvent.ts';
import { Interrupted } from './Interrupted.ts';
import { MAX_EXPRESS_DURATION_MS, MAX_HISTORY_EVENTS, MAX_STANDARD_DURATION_MS } from './limits.ts';
import { Payload } from './Payload.ts';
import { StatesError } from './StatesError.ts';
import type { BranchRow, ExecutionRow, ExecutionStatus } from './Store.ts';
import type { TaskCallback } from './states/TaskCallback.ts';

type Details = () => Readonly<Record<string, unknown>>;

/** How an execution ended. */
export interface Closing {
  readonly status: Exclude<ExecutionStatus, 'RUNNING' | 'PENDING_REDRIVE'>;
  readonly stoppedAtMs: number;
  readonly output: Payload | undefined;
  readonly error: string | undefined;
  readonly cause: string | undefined;
}

/** An execution's row before it has an id. Express executions that nobody will ask about never get one. */
export type ExecutionIdentity = Omit<ExecutionRow, 'id' | 'input'> & { readonly input: Payload };

/**
 * One running execution. A Standard one writes its new history events and the positions of its branches in one
 * transaction before it waits for anything outside; an Express one keeps its events in memory until it fails.
 */
export class Execution {
  readonly engine: Engine;
  readonly identity: ExecutionIdentity;
  readonly caller: Caller;
  /** Task tokens that this execution waits for. */
  readonly callbacks = new Map<string, TaskCallback>();
  /** Resolves once when the execution ends; never, when this process lets go of it. */
  readonly closed: Promise<Closing>;
  /** `$states.context.Execution` and `.StateMachine`. */
  readonly context: { readonly Execution: Record<string, unknown>; readonly StateMachine: Record<string, unknown> };
  /** Rows of the last process by path; a restored branch takes its own. */
  readonly savedBranches: Map<string, BranchRow>;
  readonly #id: number | undefined;
  readonly #timeoutSeconds: number | undefined;
  readonly #root: Branch;
  readonly #unsaved = new Set<Branch>();
  #forgotten: string[] = [];
  #pending: { id: number; previousEventId: number; type: string; atMs: number; details: Details | undefined }[] = [];
  #lastEventId: number;
  #resolveClosed: (closing: Closing) => void = () => undefined;
  #cancelDeadline: () => void = () => undefined;
  #isOver = false;

  constructor(
    engine: Engine,
    identity: ExecutionIdentity,
    scope: Scope & { readonly timeoutSeconds?: number | undefined },
    saved: { readonly id: number; readonly branches: readonly BranchRow[]; readonly lastEventId: number } | undefined,
  ) {
    this.engine = engine;
    this.identity = identity;
    this.#id = saved?.id;
    this.#timeoutSeconds = scope.timeoutSeconds;
    this.caller = engine.cloud.callerOfRole(identity.role_arn);
    this.closed = new Promise((resolve) => (this.#resolveClosed = resolve));
    this.context = {
      Execution: {
        Id: identity.arn,
        Input: identity.input.value,
        Name: identity.name,
        RoleArn: identity.role_arn,
        StartTime: new Date(identity.started_ms).toISOString(),
        RedriveCount: identity.redrive_count,
        ...(identity.redriven_ms === null ? {} : { RedriveTime: new Date(identity.redriven_ms).toISOString() }),
      },
      StateMachine: { Id: identity.machine_arn, Name: identity.machine_arn.split(':').at(-1) },
    };
    this.#lastEventId = saved?.lastEventId ?? 0;
    this.savedBranches = new Map(saved?.branches.map((row) => [row.path, row]));
    const root = this.savedBranches.get('');
    this.#root = root
      ? Branch.restore(this, scope, {}, root)
      : new Branch(this, '', scope, {}, Payload.of(identity.input.value), newPosition());
    if (saved) engine.executions.set(saved.id, this);
  }

  get id(): number | undefined {
    return this.#id;
  }

  get isStandard(): boolean {
    return this.identity.type === 'STANDARD';
  }

  /** Adds to the history; `details` is asked for only if the event is ever written. */
  record(type: string, previousEventId: number, details?: Details): number {
    const id = ++this.#lastEventId;
    this.#pending.push({ id, previousEventId, type, atMs: this.engine.cloud.clock.now(), details });
    return id;
  }

  recordStarted(): void {
    const { input, role_arn } = this.identity;
    this.record('ExecutionStarted', 0, () => ({
      input: input.text,
      inputDetails: { truncated: false },
      roleArn: role_arn,
    }));
  }

  get hasLongHistory(): boolean {
    return this.isStandard && this.#lastEventId >= MAX_HISTORY_EVENTS - 1;
  }

  /** Marks a branch whose position must be in the next checkpoint. */
  moved(branch: Branch): void {
    if (this.isStandard) this.#unsaved.add(branch);
  }

  /** Writes what happened since the last checkpoint; `also` goes first in the same transaction. */
  checkpoint(also?: () => void): void {
    const id = this.#id;
    if (!this.isStandard || id === undefined || this.#isOver) return;
    const { store } = this.engine;
    store.transaction(() => {
      also?.();
      store.appendEvents(id, this.#takePending());
      for (const path of this.#forgotten) store.deleteBranchesBelow(id, path);
      for (const branch of this.#unsaved) store.putBranch(id, branch.toRow());
    });
    this.#unsaved.clear();
    this.#forgotten = [];
  }

  /** Forgets the children of a branch's state, as part of the checkpoint that moves the branch on. */
  forgetBelow(branch: Branch): void {
    if (!this.isStandard) return;
    for (const other of this.#unsaved) {
      if (other.path.startsWith(`${branch.path}/`)) this.#unsaved.delete(other);
    }
    this.#forgotten.push(branch.path);
  }

  /** An event of this execution, written or not. */
  event(id: number): HistoryEvent | undefined {
    const pending = this.#pending.find((event) => event.id === id);
    if (pending) return { ...pending, details: pending.details?.() };
    return this.#id === undefined ? undefined : this.engine.store.event(this.#id, id);
  }

  /** Goes on from the root branch's position until the end. */
  async run(): Promise<void> {
    // It may have been stopped between its start and the turn of the event loop that runs it.
    if (this.#isOver) return;
    this.#armDeadline();
    try {
      const output = await this.#root.run();
      this.#close('SUCCEEDED', { output });
    } catch (thrown) {
      if (thrown instanceof Interrupted) return;
      this.#fail(thrown);
    }
  }

  /** Ends the execution from outside, as StopExecution does. */
  abort(error?: string, cause?: string): void {
    this.#end('ABORTED', { error, cause });
  }

  /** Lets go of the execution without writing anything. */
  suspend(): void {
    this.#isOver = true;
    this.#cancelDeadline();
    this.#root.interrupt(new Interrupted('SUSPENDED'));
  }

  #armDeadline(): void {
    const { clock } = this.engine.cloud;
    const longestMs = this.isStandard ? MAX_STANDARD_DURATION_MS : MAX_EXPRESS_DURATION_MS;
    const allowedMs = Math.min(longestMs, (this.#timeoutSeconds ?? Infinity) * 1000);
    const fromMs = this.identity.redriven_ms ?? this.identity.started_ms;
    this.#cancelDeadline = clock.at(fromMs + allowedMs, () => this.#end('TIMED_OUT', {}));
  }

  #end(status: 'ABORTED' | 'TIMED_OUT', reason: { error?: string | undefined; cause?: string | undefined }): void {
    if (this.#isOver) return;
    this.#root.interrupt(new Interrupted('ABORTED'));
    this.#close(status, reason);
  }

  #fail(thrown: unknown): void {
    const failure =
      thrown instanceof StatesError
        ? thrown
        : new StatesError('States.Runtime', thrown instanceof Error ? thrown.message : String(thrown));
    this.#close('FAILED', { error: failure.error, cause: failure.cause });
  }

  #close(
    status: Closing['status'],
    { output, error, cause }: { output?: Payload; error?: string | undefined; cause?: string | undefined },
  ): void {
    if (this.#isOver) return;
    this.#cancelDeadline();
    const stoppedAtMs = this.engine.cloud.clock.now();
    this.#recordEnd(status, output, error, cause);
    const closing: Closing = { status, stoppedAtMs, output, error, cause };
    if (this.isStandard) this.#saveClosed(closing);
    else this.#countExpress(stoppedAtMs);
    this.#isOver = true;
    if (this.#id !== undefined) this.engine.executions.delete(this.#id);
    this.#resolveClosed(closing);
    if (this.isStandard) this.#announce(closing);
  }

  #recordEnd(status: Closing['status'], output: Payload | undefined, error?: string, cause?: string): void {
    if (status === 'SUCCEEDED') {
      const text = () => ({ output: output?.text ?? 'null', outputDetails: { truncated: false } });
      this.record('ExecutionSucceeded', this.#root.lastEventId, text);
      return;
    }
    const type = { FAILED: 'ExecutionFailed', TIMED_OUT: 'ExecutionTimedOut', ABORTED: 'ExecutionAborted' }[status];
    // AWS links what comes from outside the workflow to no event.
    this.record(type, status === 'FAILED' ? this.#root.lastEventId : 0, () => ({
      ...(error === undefined ? {} : { error }),
      ...(cause === undefined ? {} : { cause }),
    }));
  }

  #saveClosed({ status, stoppedAtMs, output, error, cause }: Closing): void {
    const id = this.#id;
    if (id === undefined) return;
    const { store } = this.engine;
    const changes = {
      status,
      stopped_ms: stoppedAtMs,
      output: output?.text ?? null,
      error: error ?? null,
      cause: cause ?? null,
    };
    if (status === 'SUCCEEDED') this.#unsaved.clear();
    this.checkpoint(() => {
      store.update('executions', id, changes);
      // What did not succeed may be redriven from where its branches stand.
      if (status === 'SUCCEEDED') store.run('DELETE FROM branches WHERE execution = :id', { id });
    });
  }

  #announce({ status, stoppedAtMs, output, error, cause }: Closing): void {
    this.engine.onStatusChange?.(
      executionStatusChange({
        ...this.identity,
        status,
        stopped_ms: stoppedAtMs,
        input: this.identity.input.text,
        output: output?.text ?? null,
        error: error ?? null,
        cause: cause ?? null,
      }),
    );
  }

  #countExpress(stoppedAtMs: number): void {
    const { counts } = this.engine;
    counts.expressExecutions++;
    counts.expressDurationMs += Math.max(1, Math.ceil((stoppedAtMs - this.identity.started_ms) / 100)) * 100;
  }

  /** The history of an Express execution that failed, which is the only one worth keeping. */
  takeHistory(): HistoryEvent[] {
    return this.#takePending();
  }

  #takePending(): HistoryEvent[] {
    const events = this.#pending.map((event) => ({ ...event, details: event.details?.() }));
    this.#pending = [];
    return events;
  }
}
