import type { Branch } from '../Branch.ts';
import type { TaskState } from '../definition/StateMachineDefinition.ts';
import type { IntegrationCall } from '../integrations/Integration.ts';
import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import type { TaskWork } from '../Work.ts';
import { resourceOf } from './resourceOf.ts';

/**
 * Dispatches a scheduled Task and waits for its answer, for its token, or for what it started; within its timeout and
 * heartbeat. Throws `StatesError`.
 */
export function performTask(
  branch: Branch,
  state: TaskState,
  work: TaskWork,
  args: Payload,
  call: IntegrationCall,
): Promise<Payload> {
  if (work.outcome) return Promise.resolve().then(() => settled(work.outcome));
  return branch.waitFor<Payload>((resolve, reject) => {
    let isOver = false;
    const watch = new Watch(branch, work, reject);
    if (work.token !== undefined) awaitToken(branch, work, work.token, watch, { resolve, reject });
    dispatch(branch, state, work, args, call, () => isOver).then((answer) => answer && resolve(answer), reject);
    return () => {
      isOver = true;
      watch.stop();
    };
  });
}

/** Answers the Task's result, or `undefined` when the token will bring it. */
async function dispatch(
  branch: Branch,
  state: TaskState,
  work: TaskWork,
  args: Payload,
  call: IntegrationCall,
  isStopped: () => boolean,
): Promise<Payload | undefined> {
  const { integration } = state;
  const { execution } = branch;
  const isFirst = work.submittedEventId === undefined;
  const answer = isFirst ? await integration.call(args.value, call) : submittedAnswer(branch, work);
  if (integration.pattern === 'REQUEST_RESPONSE' || isStopped()) return answer;
  if (isFirst) {
    work.submittedEventId = branch.record('TaskSubmitted', () => ({
      output: answer.text,
      outputDetails: { truncated: false },
      ...resourceOf(state),
    }));
    execution.moved(branch);
    execution.checkpoint();
  }
  return integration.awaitCompletion?.(answer, call, isStopped);
}

function submittedAnswer({ execution }: Branch, { submittedEventId }: TaskWork): Payload {
  return Payload.ofText((execution.event(submittedEventId ?? 0)?.details?.['output'] ?? 'null') as string);
}

function awaitToken(
  branch: Branch,
  work: TaskWork,
  token: string,
  watch: Watch,
  { resolve, reject }: { resolve: (output: Payload) => void; reject: (reason: StatesError) => void },
): void {
  const { execution } = branch;
  const keep = (outcome: NonNullable<TaskWork['outcome']>) => {
    work.outcome = outcome;
    execution.callbacks.delete(token);
    execution.moved(branch);
    execution.checkpoint();
  };
  execution.callbacks.set(token, {
    succeed: (output) => {
      keep({ output: output.text });
      resolve(output);
    },
    fail: (failure) => {
      const { error, cause } = failure;
      keep({ ...(error === undefined ? {} : { error }), ...(cause === undefined ? {} : { cause }) });
      reject(failure);
    },
    heartbeat: () => {
      watch.beat();
      execution.moved(branch);
      execution.checkpoint();
    },
  });
}

function settled(outcome: TaskWork['outcome']): Payload {
  if (outcome && 'output' in outcome) return Payload.ofText(outcome.output);
  throw new StatesError(outcome?.error, outcome?.cause, { isTaskFailure: true });
}

/** The two alarms of a Task. */
class Watch {
  readonly #branch: Branch;
  readonly #work: TaskWork;
  readonly #reject: (reason: StatesError) => void;
  #cancelTimeout: (() => void) | undefined;
  #cancelHeartbeat: (() => void) | undefined;

  constructor(branch: Branch, work: TaskWork, reject: (reason: StatesError) => void) {
    this.#branch = branch;
    this.#work = work;
    this.#reject = reject;
    const { clock } = branch.execution.engine.cloud;
    if (work.deadlineMs !== undefined) {
      const timedOut = () => reject(new StatesError('States.Timeout', undefined, { isTaskFailure: true }));
      this.#cancelTimeout = clock.at(work.deadlineMs, timedOut);
    }
    this.#armHeartbeat();
  }

  beat(): void {
    const { heartbeatSeconds } = this.#work;
    if (heartbeatSeconds === undefined) return;
    this.#work.heartbeatDeadlineMs = this.#branch.execution.engine.cloud.clock.now() + heartbeatSeconds * 1000;
    this.#cancelHeartbeat?.();
    this.#armHeartbeat();
  }

  stop(): void {
    this.#cancelTimeout?.();
    this.#cancelHeartbeat?.();
  }

  #armHeartbeat(): void {
    const { heartbeatDeadlineMs } = this.#work;
    if (heartbeatDeadlineMs === undefined) return;
    const missed = () =>
      this.#reject(new StatesError('States.Timeout', undefined, { isTaskFailure: true, isHeartbeat: true }));
    this.#cancelHeartbeat = this.#branch.execution.engine.cloud.clock.at(heartbeatDeadlineMs, missed);
  }
}
