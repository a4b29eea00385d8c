import { AwsError } from '../../AwsError.ts';
import type { LambdaFunctionError } from '../../Cloud.ts';
import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import { callArguments } from './callArguments.ts';
import type { Integration, IntegrationCall } from './Integration.ts';
import { sdkMetadata } from './sdkMetadata.ts';
import { type ErrorStyle, serviceError } from './serviceError.ts';

const MODELLED = new Set([
  'ResourceNotFoundException',
  'TooManyRequestsException',
  'ServiceException',
  'InvalidRequestContentException',
  'RequestTooLargeException',
  'ResourceConflictException',
]);

const LAMBDA_ERRORS: ErrorStyle = {
  prefix: 'Lambda',
  service: 'AWSLambda',
  fallback: 'AWSLambdaException',
  isModelled: (code) => MODELLED.has(code),
};

/** `arn:aws:states:::lambda:invoke`, with or without a task token. */
export function lambdaInvoke(pattern: 'REQUEST_RESPONSE' | 'WAIT_FOR_TASK_TOKEN'): Integration {
  return {
    resourceType: 'lambda',
    resource: pattern === 'REQUEST_RESPONSE' ? 'invoke' : 'invoke.waitForTaskToken',
    pattern,
    isBareFunction: false,
    notEmulated: ['ClientContext', 'DurableExecutionName', 'InvocationType', 'LogType', 'Qualifier', 'TenantId'],
    async call(args, context) {
      const { FunctionName, Payload: payload } = callArguments(args, {
        required: ['FunctionName'],
        optional: ['Payload'],
      });
      const result = await invoke(functionArnOf(String(FunctionName), context), eventOf(payload, args), context);
      return Payload.of({ ExecutedVersion: '$LATEST', Payload: result, ...sdkMetadata(), StatusCode: 200 });
    },
  };
}

/** A Lambda function's ARN as a Task's `Resource`: its arguments are the event, its answer is the result. */
export function lambdaFunction(functionArn: string): Integration {
  return {
    resourceType: 'lambda',
    resource: functionArn,
    pattern: 'REQUEST_RESPONSE',
    isBareFunction: true,
    call: async (args, context) => Payload.of(await invoke(functionArn, args, context)),
  };
}

/** Lambda's `Payload` is a JSON document: a text is taken for the document itself, objects and lists are written as one. */
function eventOf(payload: unknown, args: unknown): unknown {
  if (payload === undefined || payload === null || payload === '') return {};
  if (typeof payload === 'object') return payload;
  if (typeof payload !== 'string') {
    const problem = "The value for the field 'Payload' must be a STRING";
    throw new StatesError(
      'States.Runtime',
      `The Arguments '${JSON.stringify(args)}' could not be used to start the Task: [${problem}]`,
    );
  }
  try {
    return JSON.parse(payload) as unknown;
  } catch (error) {
    const message = `Could not parse request body into json: ${(error as SyntaxError).message}`;
    throw serviceError(new AwsError('InvalidRequestContentException', message), LAMBDA_ERRORS);
  }
}

async function invoke(functionArn: string, payload: unknown, { cloud, caller }: IntegrationCall): Promise<unknown> {
  let outcome;
  try {
    outcome = await cloud.invokeLambda(functionArn, payload, caller);
  } catch (thrown) {
    throw serviceError(thrown, LAMBDA_ERRORS);
  }
  if (outcome.functionError) throw functionError(outcome.functionError);
  return outcome.payload ?? null;
}

function functionError(error: LambdaFunctionError): StatesError {
  return new StatesError(error.errorType, JSON.stringify(error), { isTaskFailure: true });
}

/** Accepts what Lambda accepts as a function's name: a name, a partial ARN or an ARN; `$LATEST` is the only version. */
function functionArnOf(functionName: string, { cloud }: IntegrationCall): string {
  const unqualified = functionName.replace(/:\$LATEST$/, '');
  if (unqualified.startsWith('arn:')) return unqualified;
  const name = unqualified.split(':').at(-1);
  return `arn:aws:lambda:${cloud.region}:${cloud.accountId}:function:${name}`;
}
