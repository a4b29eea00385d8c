import { randomUUID } from 'node:crypto';
import type { Branch } from '../Branch.ts';
import type { DistributedMap, MapState } from '../definition/StateMachineDefinition.ts';
import { type Closing, Execution, type ExecutionIdentity } from '../Execution.ts';
import { Interrupted } from '../Interrupted.ts';
import { MAX_DISTRIBUTED_CONCURRENCY } from '../limits.ts';
import type { Payload } from '../Payload.ts';
import { redriveExecution } from '../redriveExecution.ts';
import { StatesError } from '../StatesError.ts';
import type { ExecutionRow, MapChildRow, MapRunRow, MapRunStatus } from '../Store.ts';
import { childArn } from './arns.ts';
import { type ChildInput, childInputs } from './childInputs.ts';
import type { ItemSource } from './ItemSource.ts';

const CHILDREN_PER_TURN = 256;

/** A child that is running, for ListExecutions and DescribeMapRun. */
interface RunningChild {
  readonly execution: Execution;
  readonly items: number;
}

/** A child that is over, until it is written. An Express child that failed keeps its history, so that somebody can see why. */
interface EndedChild {
  readonly row: MapChildRow;
  readonly failed: { readonly ended: Omit<ExecutionRow, 'id'>; readonly execution: Execution } | undefined;
}

/**
 * One run of a Distributed Map: starts children as slots come free, keeps finished ones in groups, and ends when all
 * are done or too many items have failed. Only what is running is in memory.
 */
export class MapRun {
  readonly row: MapRunRow;
  readonly running = new Map<number, RunningChild>();
  readonly #branch: Branch;
  readonly #state: MapState;
  readonly #map: DistributedMap;
  readonly #source: ItemSource;
  readonly #isContinued: boolean;
  readonly #uuid: string;
  /** Children that a former process, or the run before a redrive, brought to their end. */
  readonly #finishedBefore: Set<number>;
  #unwritten: EndedChild[] = [];
  #isFlushArmed = false;
  #failedItems: number;
  #wake: (() => void) | undefined;
  #stopped: Error | undefined;

  /** `isContinued`: a former process, or the run before a redrive, may have started some of the children. */
  constructor(
    branch: Branch,
    state: MapState,
    map: DistributedMap,
    row: MapRunRow,
    source: ItemSource,
    isContinued: boolean,
  ) {
    this.#branch = branch;
    this.#state = state;
    this.#map = map;
    this.row = row;
    this.#source = source;
    this.#isContinued = isContinued;
    this.#uuid = row.arn.split(':').at(-1) ?? '';
    const { store } = branch.execution.engine;
    const finished = store.all<{ idx: number; status: string; items: number }>(
      "SELECT idx, status, items FROM map_children WHERE map_run = :id AND status <> 'PENDING_REDRIVE'",
      { id: row.id },
    );
    this.#finishedBefore = new Set(finished.map(({ idx }) => idx));
    this.#failedItems = finished.reduce((sum, { status, items }) => (status === 'SUCCEEDED' ? sum : sum + items), 0);
  }

  /** Runs every child that is not finished yet. Throws `StatesError` when the run fails. */
  async run(): Promise<void> {
    const { engine } = this.#branch.execution;
    this.row.total_items = this.#source.count();
    engine.mapRuns.set(this.row.id, this);
    try {
      for await (const child of childInputs(this.#branch, this.#state, this.#map, this.#source)) {
        if (!this.#finishedBefore.has(child.index)) {
          await this.#freeSlot();
          if (this.#stopped) break;
          this.#launch(child);
        }
        this.row.total = child.index + 1;
        // Children that answer at once would otherwise never let the finished ones be written, nor anything else happen.
        if (this.row.total % CHILDREN_PER_TURN === 0) await new Promise((resolve) => setImmediate(resolve));
      }
      while (this.running.size > 0 && !this.#stopped) await this.#someChild();
    } catch (thrown) {
      this.stop(thrown as Error);
    }
    if (this.#stopped) throw this.#stopped;
    this.#flush();
  }

  /** Ends the run: children are aborted, or only let go of when this process does so. */
  stop(reason: Error): void {
    if (this.#stopped) return;
    this.#stopped = reason;
    const isSuspended = reason instanceof Interrupted && reason.reason === 'SUSPENDED';
    const children = [...this.running];
    this.running.clear();
    for (const [index, { execution, items }] of children) {
      if (isSuspended) {
        execution.suspend();
      } else {
        execution.abort();
        this.#unwritten.push(this.#ended(index, items, execution, abortedAt(this.#nowMs)));
      }
    }
    this.#flush();
    if (!isSuspended) this.close(reason instanceof Interrupted ? 'ABORTED' : 'FAILED');
    this.#branch.execution.engine.mapRuns.delete(this.row.id);
    this.#wake?.();
  }

  /** Writes how the run ended. */
  close(status: MapRunStatus): void {
    const { engine } = this.#branch.execution;
    this.row.status = status;
    this.row.stopped_ms = this.#nowMs;
    const { stopped_ms, total, total_items, results_written } = this.row;
    engine.store.update('map_runs', this.row.id, { status, stopped_ms, total, total_items, results_written });
    engine.mapRuns.delete(this.row.id);
  }

  /** Applies what UpdateMapRun changed. */
  limitsChanged(): void {
    this.#checkThreshold();
    this.#wake?.();
  }

  get #nowMs(): number {
    return this.#branch.execution.engine.cloud.clock.now();
  }

  async #freeSlot(): Promise<void> {
    for (;;) {
      const allowed = this.row.max_concurrency || MAX_DISTRIBUTED_CONCURRENCY;
      if (this.#stopped || this.running.size < allowed) return;
      await this.#someChild();
    }
  }

  #someChild(): Promise<void> {
    return new Promise((resolve) => (this.#wake = resolve));
  }

  #launch({ index, items, input }: ChildInput): void {
    const before = this.#standardChildBefore(index);
    if (before && isClosed(before.status)) {
      // It ended between its own last transaction and the run's.
      this.#settle({ row: this.#rowOf(index, items, before), failed: undefined });
      return;
    }
    const execution = before ? this.#revive(before) : this.#start(index, input);
    this.running.set(index, { execution, items });
    void execution.closed.then((closing) => this.#closed(index, items, execution, closing));
    void execution.run();
  }

  #closed(index: number, items: number, execution: Execution, closing: Closing): void {
    if (!this.running.delete(index)) return;
    this.#settle(this.#ended(index, items, execution, closing));
    this.#wake?.();
  }

  #settle(ended: EndedChild): void {
    this.#unwritten.push(ended);
    if (ended.row.status !== 'SUCCEEDED') {
      this.#failedItems += ended.row.items;
      this.#checkThreshold();
    }
    if (this.#isFlushArmed) return;
    this.#isFlushArmed = true;
    setImmediate(() => this.#flush());
  }

  #checkThreshold(): void {
    const { tolerated_count: count, tolerated_percentage: percentage, total_items: total } = this.row;
    const failed = this.#failedItems;
    const exceedsCount = count > 0 ? failed > count : percentage === 0 && failed > 0;
    const exceedsPercentage = percentage > 0 && (failed / total) * 100 > percentage;
    if (!exceedsCount && !exceedsPercentage) return;
    this.stop(
      new StatesError(
        'States.ExceedToleratedFailureThreshold',
        'The specified tolerated failure threshold was exceeded',
      ),
    );
  }

  /** The Standard execution that this child already has: from a former process, or from before a redrive. */
  #standardChildBefore(index: number): ExecutionRow | undefined {
    if (this.#map.executionType === 'EXPRESS' || !this.#isContinued) return undefined;
    return this.#branch.execution.engine.store.get<ExecutionRow>(
      'SELECT * FROM executions WHERE map_run = :mapRun AND map_index = :index',
      { mapRun: this.row.id, index },
    );
  }

  #revive(row: ExecutionRow): Execution {
    const { engine } = this.#branch.execution;
    return row.status === 'PENDING_REDRIVE'
      ? redriveExecution(engine, row, this.#state.processor)
      : engine.revive(row, this.#state.processor);
  }

  #start(index: number, input: Payload): Execution {
    const { engine } = this.#branch.execution;
    const identity = this.#identity(index, input);
    if (identity.type === 'STANDARD') return engine.create(identity, this.#state.processor);
    const execution = new Execution(engine, identity, this.#state.processor, undefined);
    execution.recordStarted();
    return execution;
  }

  #identity(index: number, input: Payload): ExecutionIdentity {
    const { machine_arn, label } = this.row;
    const { execution } = this.#branch;
    const name = randomUUID();
    return {
      arn: childArn(machine_arn, label, this.#map.executionType, this.#uuid, name),
      machine_arn: `${machine_arn}/${label}`,
      definition: execution.identity.definition,
      role_arn: execution.identity.role_arn,
      name,
      type: this.#map.executionType,
      status: 'RUNNING' as const,
      started_ms: this.#nowMs,
      stopped_ms: null,
      input,
      output: null,
      error: null,
      cause: null,
      redrive_count: 0,
      redriven_ms: null,
      map_run: this.row.id,
      map_index: index,
    };
  }

  #ended(index: number, items: number, execution: Execution, closing: Closing): EndedChild {
    const { identity } = execution;
    const ended = {
      ...identity,
      status: closing.status,
      stopped_ms: closing.stoppedAtMs,
      input: identity.input.text,
      output: closing.output?.text ?? null,
      error: closing.error ?? null,
      cause: closing.cause ?? null,
    };
    const isWorthALook = !execution.isStandard && closing.status !== 'SUCCEEDED';
    return { row: this.#rowOf(index, items, ended), failed: isWorthALook ? { ended, execution } : undefined };
  }

  #rowOf(index: number, items: number, ended: Omit<ExecutionRow, 'id'>): MapChildRow {
    const { name, status, started_ms, stopped_ms, input, output, error, cause, redrive_count } = ended;
    return {
      map_run: this.row.id,
      idx: index,
      name,
      status,
      items,
      started_ms,
      stopped_ms: stopped_ms ?? this.#nowMs,
      input,
      output,
      error,
      cause,
      redrive_count,
    };
  }

  /** Writes the children that ended in this turn of the event loop as one transaction. */
  #flush(): void {
    this.#isFlushArmed = false;
    const children = this.#unwritten;
    if (children.length === 0) return;
    this.#unwritten = [];
    const { store } = this.#branch.execution.engine;
    store.transaction(() => {
      for (const { row, failed } of children) {
        store.insert('map_children', { ...row });
        if (failed) store.appendEvents(store.insert('executions', failed.ended), failed.execution.takeHistory());
      }
    });
  }
}

function abortedAt(stoppedAtMs: number): Closing {
  return { status: 'ABORTED', stoppedAtMs, output: undefined, error: undefined, cause: undefined };
}

function isClosed(status: ExecutionRow['status']): boolean {
  return status !== 'RUNNING' && status !== 'PENDING_REDRIVE';
}
