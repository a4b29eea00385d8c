import type { Integration } from '../integrations/Integration.ts';
import type { Template } from '../Template.ts';

export type StateMachineType = 'STANDARD' | 'EXPRESS';

/** A validated definition with every expression parsed. */
export interface StateMachineDefinition extends Scope {
  readonly timeoutSeconds: number | undefined;
}

/** A `StartAt` with its `States`: the whole machine, a Parallel state's branch, or a Map state's item processor. */
export interface Scope {
  readonly startAt: string;
  readonly states: ReadonlyMap<string, State>;
}

export type State =
  TaskState | PassState | ChoiceState | WaitState | ParallelState | MapState | SucceedState | FailState;

interface StateBase {
  readonly name: string;
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
}

interface Onward {
  /** `undefined` when the state says `End: true`. */
  readonly next: string | undefined;
}

interface Guarded {
  readonly retry: readonly Retrier[];
  readonly catch: readonly Catcher[];
}

/** What `Retry` and `Catch` can stand on. */
export type GuardedState = TaskState | ParallelState | MapState;

export interface TaskState extends StateBase, Onward, Guarded {
  readonly type: 'Task';
  readonly integration: Integration;
  readonly arguments: Template | undefined;
  readonly timeoutSeconds: Template | undefined;
  readonly heartbeatSeconds: Template | undefined;
}

export interface PassState extends StateBase, Onward {
  readonly type: 'Pass';
}

export interface ChoiceState extends StateBase {
  readonly type: 'Choice';
  readonly choices: readonly ChoiceRule[];
  readonly default: string | undefined;
}

export interface ChoiceRule {
  readonly condition: Template;
  readonly next: string;
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
}

export interface WaitState extends StateBase, Onward {
  readonly type: 'Wait';
  readonly seconds: Template | undefined;
  readonly timestamp: Template | undefined;
}

export interface ParallelState extends StateBase, Onward, Guarded {
  readonly type: 'Parallel';
  readonly branches: readonly Scope[];
  readonly arguments: Template | undefined;
}

export interface MapState extends StateBase, Onward, Guarded {
  readonly type: 'Map';
  readonly processor: Scope;
  readonly items: Template | undefined;
  readonly itemSelector: Template | undefined;
  readonly maxConcurrency: Template | undefined;
  /** `undefined` for an inline Map. */
  readonly distributed: DistributedMap | undefined;
}

export interface DistributedMap {
  readonly executionType: StateMachineType;
  readonly label: string;
  readonly itemReader: ItemReader | undefined;
  readonly itemBatcher: ItemBatcher | undefined;
  readonly toleratedFailureCount: Template | undefined;
  readonly toleratedFailurePercentage: Template | undefined;
  readonly resultWriter: ResultWriter | undefined;
}

export interface ItemReader {
  readonly arguments: Template;
  readonly inputType: 'JSON' | 'JSONL' | 'CSV';
  readonly csvHeaders: readonly string[] | undefined;
  readonly csvDelimiter: string;
  /** A JSON Pointer into a JSON file, for example `/employees`. */
  readonly itemsPointer: string | undefined;
  readonly maxItems: Template | undefined;
}

export interface ItemBatcher {
  readonly maxItemsPerBatch: Template | undefined;
  readonly maxInputBytesPerBatch: Template | undefined;
  readonly batchInput: Template | undefined;
}

export interface ResultWriter {
  readonly arguments: Template;
  readonly outputType: 'JSON' | 'JSONL';
  readonly transformation: 'NONE' | 'COMPACT' | 'FLATTEN';
}

export interface SucceedState {
  readonly name: string;
  readonly type: 'Succeed';
  readonly output: Template | undefined;
}

export interface FailState {
  readonly name: string;
  readonly type: 'Fail';
  readonly error: Template | undefined;
  readonly cause: Template | undefined;
}

export interface Retrier {
  readonly errorEquals: readonly string[];
  readonly intervalSeconds: number;
  readonly maxAttempts: number;
  readonly backoffRate: number;
  readonly maxDelaySeconds: number | undefined;
  readonly hasFullJitter: boolean;
}

export interface Catcher {
  readonly errorEquals: readonly string[];
  readonly next: string;
  readonly output: Template | undefined;
  readonly assign: Template | undefined;
}
