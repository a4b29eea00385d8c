import type { AwsService } from '../AwsService.ts';
import type { Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import { unsupported } from '../unsupported.ts';
import { type Counts, Engine } from './Engine.ts';
import type { ExecutionStatusChange } from './executionStatusChange.ts';
import type { StateMachineType } from './definition/StateMachineDefinition.ts';
import { describeExecution } from './operations/describeExecution.ts';
import { describeMapRun } from './operations/describeMapRun.ts';
import { describeStateMachine } from './operations/describeStateMachine.ts';
import { getExecutionHistory } from './operations/getExecutionHistory.ts';
import { listExecutions } from './operations/listExecutions.ts';
import { listMapRuns } from './operations/listMapRuns.ts';
import { listStateMachines } from './operations/listStateMachines.ts';
import type { Operation } from './operations/Operation.ts';
import { redriveExecution } from './operations/redriveExecution.ts';
import { sendTaskFailure } from './operations/sendTaskFailure.ts';
import { sendTaskHeartbeat } from './operations/sendTaskHeartbeat.ts';
import { sendTaskSuccess } from './operations/sendTaskSuccess.ts';
import { startExecution } from './operations/startExecution.ts';
import { startSyncExecution } from './operations/startSyncExecution.ts';
import { stopExecution } from './operations/stopExecution.ts';
import { updateMapRun } from './operations/updateMapRun.ts';
import { runExpress } from './runExpress.ts';
import { runState } from './states/runState.ts';
import type { ExecutionRow } from './Store.ts';

const OPERATIONS: Readonly<Record<string, Operation>> = {
  DescribeExecution: describeExecution,
  DescribeMapRun: describeMapRun,
  DescribeStateMachine: describeStateMachine,
  GetExecutionHistory: getExecutionHistory,
  ListExecutions: listExecutions,
  ListMapRuns: listMapRuns,
  ListStateMachines: listStateMachines,
  RedriveExecution: redriveExecution,
  SendTaskFailure: sendTaskFailure,
  SendTaskHeartbeat: sendTaskHeartbeat,
  SendTaskSuccess: sendTaskSuccess,
  StartExecution: startExecution,
  StartSyncExecution: startSyncExecution,
  StopExecution: stopExecution,
  UpdateMapRun: updateMapRun,
};

/** A state machine as the template declares it, with definition substitutions applied. */
export interface StateMachineDeclaration {
  readonly name: string;
  readonly arn: string;
  readonly type: StateMachineType;
  /** Amazon States Language in JSON. */
  readonly definition: string;
  readonly roleArn: string;
}

/**
 * AWS Step Functions on one machine: JSONata state machines, Standard and Express, durable in
 * `<dataDirectory>/stepfunctions.sqlite`. Tracing and logging configurations have no part here: nothing a workflow does
 * depends on them, and Standard histories are always kept.
 */
export class StepFunctions implements AwsService {
  readonly targetPrefix = 'AWSStepFunctions';
  readonly operations: readonly string[] = Object.keys(OPERATIONS);
  readonly contentType = 'application/x-amz-json-1.0';
  readonly #engine: Engine;

  /** `onStatusChange` receives what Step Functions would put on the default event bus. */
  constructor(cloud: Cloud, { onStatusChange }: { onStatusChange?: (event: ExecutionStatusChange) => void } = {}) {
    this.#engine = new Engine(cloud, runState, onStatusChange);
  }

  /** What would be billed, since this object was made. */
  get counts(): Readonly<Counts> {
    return this.#engine.counts;
  }

  /**
   * Makes a state machine, or gives one a new definition; running executions keep the one they were started with.
   * Throws `InvalidDefinition` with everything that is wrong, and refuses by name what is not emulated.
   */
  defineStateMachine({ name, arn, type, definition, roleArn }: StateMachineDeclaration): void {
    const { store, cloud } = this.#engine;
    this.#engine.parse(definition, type);
    store.transaction(() => {
      store.run(
        `INSERT INTO machines (arn, name, type, role_arn, definition, created_ms) VALUES (:arn, :name, :type, :roleArn, :definition, :now)
         ON CONFLICT (arn) DO UPDATE SET type = :type, role_arn = :roleArn, definition = :definition`,
        { arn, name, type, roleArn, definition: store.putDefinition(arn, definition), now: cloud.clock.now() },
      );
    });
  }

  /** Continues everything that was running when the last process ended. Call once, when functions can be invoked. */
  resume(): void {
    const { store } = this.#engine;
    for (const row of store.all<ExecutionRow>(
      "SELECT * FROM executions WHERE status = 'RUNNING' AND map_run IS NULL",
    )) {
      const execution = this.#engine.revive(row, this.#engine.definition(row.definition, row.type));
      if (row.type === 'EXPRESS') void runExpress(this.#engine, execution);
      else void execution.run();
    }
  }

  /** Lets go of every running execution, for another process to resume. */
  close(): void {
    for (const execution of [...this.#engine.executions.values()]) execution.suspend();
    this.#engine.store.close();
  }

  async call(operation: string, input: Record<string, unknown>, caller: Caller): Promise<unknown> {
    const handle = OPERATIONS[operation] ?? unsupported(`Step Functions' ${operation}`);
    return handle(this.#engine, input, caller);
  }
}
