import type { Cloud, LambdaOutcome } from '../../src/Cloud.ts';
import type { Caller } from '../../src/Caller.ts';
import type { VirtualClock } from '../../src/Clock.ts';
import type { ExecutionStatusChange } from '../../src/stepfunctions/executionStatusChange.ts';
import { StepFunctions } from '../../src/stepfunctions/StepFunctions.ts';
import { ROOT, testCloud } from '../testCloud.ts';

export const MACHINE_ARN = 'arn:aws:states:us-east-1:000000000000:stateMachine:payroll';
export const ROLE_ARN = 'arn:aws:iam::000000000000:role/payroll';

export interface HistoryEvent {
  id: number;
  previousEventId: number;
  type: string;
  timestamp: number;
  [details: string]: unknown;
}

export interface Description {
  executionArn: string;
  status: string;
  output?: string;
  error?: string;
  cause?: string;
  redriveCount: number;
  redriveStatus: string;
  [member: string]: unknown;
}

/** What a Lambda function of a test does: returns its answer, or throws an error whose `name` a workflow can match. */
export type TestFunction = (payload: never) => unknown;

type RigOptions = Partial<Omit<Cloud, 'clock'>> & {
  functions?: Record<string, TestFunction>;
  objects?: Record<string, string>;
};

/** One state machine in an account of its own, under the virtual clock. */
export class StateMachineRig {
  readonly cloud: Cloud & { clock: VirtualClock };
  readonly objects: Map<string, string>;
  readonly statusChanges: ExecutionStatusChange[] = [];
  stepFunctions: StepFunctions;

  constructor({ functions = {}, objects = {}, ...overrides }: RigOptions = {}) {
    this.objects = new Map(Object.entries(objects));
    this.cloud = testCloud({
      invokeLambda: (arn, payload) => invoke(functions[arn.split(':').at(-1) ?? ''], payload),
      call: (_prefix, operation, input, caller) => this.stepFunctions.call(operation, input, caller),
      getObject: async (bucket, key) => Buffer.from(this.objects.get(`${bucket}/${key}`) ?? ''),
      putObject: async (bucket, key, body) => void this.objects.set(`${bucket}/${key}`, body.toString('utf8')),
      ...overrides,
    });
    this.stepFunctions = this.#open();
  }

  #open(): StepFunctions {
    return new StepFunctions(this.cloud, { onStatusChange: (event) => this.statusChanges.push(event) });
  }

  /** Ends this process's part and begins another on the same data, as a restart does. */
  restart(): void {
    this.stepFunctions.close();
    this.stepFunctions = this.#open();
    this.stepFunctions.resume();
  }

  define(definition: object, type: 'STANDARD' | 'EXPRESS' = 'STANDARD', arn: string = MACHINE_ARN): this {
    const text = JSON.stringify({ QueryLanguage: 'JSONata', ...definition });
    this.stepFunctions.defineStateMachine({
      name: arn.split(':').at(-1) ?? '',
      arn,
      type,
      definition: text,
      roleArn: ROLE_ARN,
    });
    return this;
  }

  call<Answer = Record<string, unknown>>(
    operation: string,
    input: Record<string, unknown>,
    caller: Caller = ROOT,
  ): Promise<Answer> {
    return this.stepFunctions.call(operation, input, caller) as Promise<Answer>;
  }

  async start(input: unknown = {}, name?: string): Promise<string> {
    const request = { stateMachineArn: MACHINE_ARN, input: JSON.stringify(input), ...(name ? { name } : {}) };
    return (await this.call<{ executionArn: string }>('StartExecution', request)).executionArn;
  }

  describe(executionArn: string): Promise<Description> {
    return this.call<Description>('DescribeExecution', { executionArn });
  }

  async history(executionArn: string): Promise<HistoryEvent[]> {
    const request = { executionArn, maxResults: 1000 };
    return (await this.call<{ events: HistoryEvent[] }>('GetExecutionHistory', request)).events;
  }

  /** Gives the event loop turns until the execution is over; time stands still. */
  async ended(executionArn: string): Promise<Description> {
    await until(async () => (await this.describe(executionArn)).status !== 'RUNNING');
    return this.describe(executionArn);
  }

  /** Starts an execution and sees it to its end, moving time by as much as it waits for. */
  async run(input: unknown = {}, { waitsMs = 0 }: { waitsMs?: number } = {}): Promise<Description> {
    const executionArn = await this.start(input);
    if (waitsMs > 0) {
      await settle();
      await this.cloud.clock.advance(waitsMs);
    }
    return this.ended(executionArn);
  }
}

async function invoke(lambda: TestFunction | undefined, payload: unknown): Promise<LambdaOutcome> {
  if (!lambda) throw new Error('this test provides no such function');
  try {
    return { payload: await lambda(payload as never) };
  } catch (thrown) {
    const { name, message } = thrown as Error;
    return { functionError: { errorType: name, errorMessage: message } };
  }
}

/** Lets everything happen that needs no time to pass. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 20; turn++) await new Promise((resolve) => setImmediate(resolve));
}

/** Gives the event loop turns until `condition` holds. */
export async function until(condition: () => Promise<boolean> | boolean): Promise<void> {
  for (let turn = 0; turn < 5_000; turn++) {
    if (await condition()) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error('this did not happen in 5000 turns of the event loop');
}

/** An error as a Lambda function throws it: its name is what a workflow matches. */
export function failure(name: string, message = name): Error {
  return Object.assign(new Error(message), { name });
}

/** Any value as Lambda takes it: objects and lists as they are, a scalar as the text of its JSON. */
const PAYLOAD =
  '$type($states.input) in ["object", "array"] ? $states.input : $replace($string([$states.input]), /^\\[|\\]$/, "")';

/** A Task that invokes a test's function with the state's input. */
export function invokes(functionName: string, fields: object = { End: true }): object {
  return {
    Type: 'Task',
    Resource: 'arn:aws:states:::lambda:invoke',
    Arguments: { FunctionName: functionName, Payload: `{% ${PAYLOAD} %}` },
    Output: '{% $states.result.Payload %}',
    ...fields,
  };
}
