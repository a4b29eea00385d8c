import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import { callArguments } from './callArguments.ts';
import type { Integration, IntegrationCall } from './Integration.ts';
import { sdkMetadata } from './sdkMetadata.ts';
import { type ErrorStyle, isServiceSpecific, serviceError } from './serviceError.ts';

const STEP_FUNCTIONS_ERRORS: ErrorStyle = {
  prefix: 'StepFunctions',
  service: 'AWSStepFunctions',
  fallback: 'AWSStepFunctionsException',
  isModelled: isServiceSpecific,
};

interface Description {
  executionArn: string;
  stateMachineArn: string;
  name: string;
  status: string;
  startDate: number;
  stopDate?: number;
  input: string;
  output?: string;
  error?: string;
  cause?: string;
}

/** How often a `.sync` task looks at the execution it started. */
const POLL_MS = 1_000;

/** `arn:aws:states:::states:startExecution`, and `.sync:2` which waits for the execution and parses its output. */
export function statesStartExecution(pattern: 'REQUEST_RESPONSE' | 'SYNC'): Integration {
  return {
    resourceType: 'states',
    resource: pattern === 'REQUEST_RESPONSE' ? 'startExecution' : 'startExecution.sync:2',
    pattern,
    isBareFunction: false,
    async call(args, { cloud, caller }) {
      const { StateMachineArn, Input, Name } = callArguments(args, {
        required: ['StateMachineArn'],
        optional: ['Input', 'Name'],
      });
      const request = {
        stateMachineArn: StateMachineArn,
        ...(Input === undefined ? {} : { input: typeof Input === 'string' ? Input : JSON.stringify(Input) }),
        ...(Name === undefined ? {} : { name: Name }),
      };
      try {
        const reply = (await cloud.call('AWSStepFunctions', 'StartExecution', request, caller)) as {
          executionArn: string;
          startDate: number;
        };
        return Payload.of({ ExecutionArn: reply.executionArn, ...sdkMetadata(), StartDate: reply.startDate * 1000 });
      } catch (thrown) {
        throw serviceError(thrown, STEP_FUNCTIONS_ERRORS);
      }
    },
    async awaitCompletion(submitted, context, isStopped) {
      const { ExecutionArn } = submitted.value as { ExecutionArn: string };
      for (;;) {
        const description = await describe(ExecutionArn, context);
        if (description.status === 'SUCCEEDED') return Payload.of(descriptionOf(description));
        if (description.status !== 'RUNNING') {
          throw new StatesError('States.TaskFailed', JSON.stringify(descriptionOf(description)), {
            isTaskFailure: true,
          });
        }
        await new Promise<void>((resolve) => context.cloud.clock.at(context.cloud.clock.now() + POLL_MS, resolve));
        // Nobody waits for the answer any more; looking on would never end.
        if (isStopped()) return submitted;
      }
    },
  };
}

async function describe(executionArn: string, { cloud, caller }: IntegrationCall): Promise<Description> {
  try {
    return (await cloud.call('AWSStepFunctions', 'DescribeExecution', { executionArn }, caller)) as Description;
  } catch (thrown) {
    throw serviceError(thrown, STEP_FUNCTIONS_ERRORS);
  }
}

function descriptionOf(description: Description): Record<string, unknown> {
  return {
    ...(description.cause === undefined ? {} : { Cause: description.cause }),
    ...(description.error === undefined ? {} : { Error: description.error }),
    ExecutionArn: description.executionArn,
    Input: JSON.parse(description.input),
    InputDetails: { Included: true },
    Name: description.name,
    ...(description.output === undefined
      ? {}
      : { Output: JSON.parse(description.output), OutputDetails: { Included: true } }),
    StartDate: description.startDate * 1000,
    StateMachineArn: description.stateMachineArn,
    Status: description.status,
    StopDate: (description.stopDate ?? 0) * 1000,
  };
}
