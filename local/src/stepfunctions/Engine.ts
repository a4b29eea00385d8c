import { randomBytes, createHash } from 'node:crypto';
import type { Cloud } from '../Cloud.ts';
import type { Branch } from './Branch.ts';
import { parseDefinition } from './definition/parseDefinition.ts';
import type { Scope, State, StateMachineDefinition, StateMachineType } from './definition/StateMachineDefinition.ts';
import { Execution, type ExecutionIdentity } from './Execution.ts';
import { executionStatusChange, type ExecutionStatusChange } from './executionStatusChange.ts';
import { Expression } from './Expression.ts';
import { jsonataFunctions } from './jsonataFunctions.ts';
import type { MapRun } from './mapRun/MapRun.ts';
import type { Outcome } from './Outcome.ts';
import { Payload } from './Payload.ts';
import { type ExecutionRow, Store } from './Store.ts';

/** What Step Functions bills for, counted since the engine was made. */
export interface Counts {
  /** State transitions of Standard executions, retries included. */
  standardTransitions: number;
  expressExecutions: number;
  /** Each Express execution rounded up to 100 ms, as billed. */
  expressDurationMs: number;
  taskStarts: number;
}

/** Throws `StatesError`, or `Interrupted`. */
type RunState = (branch: Branch, state: State) => Promise<Outcome>;

/** What all executions of this account share. */
export class Engine {
  readonly cloud: Cloud;
  readonly store: Store;
  readonly counts: Counts = { standardTransitions: 0, expressExecutions: 0, expressDurationMs: 0, taskStarts: 0 };
  /** Carries out one attempt of a branch's current state: handed in, because states begin branches of their own. */
  readonly runState: RunState;
  readonly onStatusChange: ((event: ExecutionStatusChange) => void) | undefined;
  /** Running executions that have a row, by its id. */
  readonly executions = new Map<number, Execution>();
  readonly mapRuns = new Map<number, MapRun>();
  readonly #expressions = new Map<string, Expression>();
  readonly #definitions = new Map<number, StateMachineDefinition>();
  readonly #functions: ReturnType<typeof jsonataFunctions>;

  constructor(cloud: Cloud, runState: RunState, onStatusChange?: (event: ExecutionStatusChange) => void) {
    this.cloud = cloud;
    this.store = new Store(cloud.dataDirectory);
    this.runState = runState;
    this.onStatusChange = onStatusChange;
    this.#functions = jsonataFunctions(() => cloud.random());
  }

  parse(text: string, type: StateMachineType): StateMachineDefinition {
    return parseDefinition(text, type, (source) => this.#expression(source));
  }

  /** The parsed form of a stored definition. */
  definition(id: number, type: StateMachineType): StateMachineDefinition {
    let definition = this.#definitions.get(id);
    if (!definition) this.#definitions.set(id, (definition = this.parse(this.store.definitionText(id), type)));
    return definition;
  }

  /** Gives a new execution its row, and its first event, as one transaction. */
  create(identity: ExecutionIdentity, scope: Scope): Execution {
    let execution: Execution | undefined;
    this.store.transaction(() => {
      const id = this.store.insert('executions', { ...identity, input: identity.input.text });
      execution = new Execution(this, identity, scope, { id, branches: [], lastEventId: 0 });
      execution.recordStarted();
      if (identity.type === 'STANDARD') this.store.appendEvents(id, execution.takeHistory());
    });
    if (!execution) throw new Error('no execution was made');
    if (identity.type === 'STANDARD')
      this.onStatusChange?.(executionStatusChange({ ...identity, input: identity.input.text }));
    return execution;
  }

  /** An execution of a former process, where its last checkpoint left it. */
  revive(row: ExecutionRow, scope: Scope): Execution {
    const { id, input, ...identity } = row;
    const last = this.store.get<{ id: number | null }>('SELECT MAX(id) AS id FROM events WHERE execution = :id', {
      id,
    });
    const saved = { id, branches: this.store.branches(id), lastEventId: last?.id ?? 0 };
    return new Execution(this, { ...identity, input: Payload.ofText(input) }, scope, saved);
  }

  /** A token that leads back to the execution waiting for it, without a table of tokens. */
  issueTaskToken(executionId: number): string {
    const body = Buffer.concat([Buffer.from([1]), uint48(executionId), randomBytes(24)]);
    return Buffer.concat([body, checksum(body)]).toString('base64url');
  }

  /** The execution that a token was issued for; `undefined` when it is not one of ours. */
  executionIdOfToken(token: string): number | undefined {
    const bytes = Buffer.from(token, 'base64url');
    if (bytes.length !== 39 || !checksum(bytes.subarray(0, 31)).equals(bytes.subarray(31))) return undefined;
    return bytes.readUIntBE(1, 6);
  }

  #expression(source: string): Expression {
    let expression = this.#expressions.get(source);
    if (!expression)
      this.#expressions.set(
        source,
        (expression = new Expression(source, this.#functions, () => this.cloud.clock.now())),
      );
    return expression;
  }
}

function uint48(value: number): Buffer {
  const bytes = Buffer.alloc(6);
  bytes.writeUIntBE(value, 0, 6);
  return bytes;
}

function checksum(bytes: Buffer): Buffer {
  return createHash('sha256').update('task token').update(bytes).digest().subarray(0, 8);
}
