import type { Caller } from '../Caller.ts';
import type { Cloud } from '../Cloud.ts';
import { DeliveryFailure } from './DeliveryFailure.ts';

/** The URL by which SQS knows a queue; its host does not matter inside the process. */
function queueUrl(queueArn: string): string {
  const [, , , , accountId, name] = queueArn.split(':');
  return `http://sqs/${accountId}/${name}`;
}

/** Invokes a function with an event as Lambda's asynchronous invocation does; throws when the function threw. */
export async function sendToFunction(cloud: Cloud, functionArn: string, input: string, caller: Caller): Promise<void> {
  const outcome = await cloud.invokeLambda(functionArn, parseInput(input), caller);
  if (outcome.functionError) {
    const { errorType, errorMessage } = outcome.functionError;
    throw new DeliveryFailure('ERROR_FROM_TARGET', `${errorType}: ${errorMessage}`, true, {
      functionArn,
      event: input,
    });
  }
}

/** Sends a message. `attributes` become attributes of the message, as on dead letters. */
export async function sendToQueue(
  cloud: Cloud,
  queueArn: string,
  body: string,
  caller: Caller,
  options: { messageGroupId?: string | undefined; attributes?: Readonly<Record<string, string | number>> } = {},
): Promise<void> {
  const { messageGroupId, attributes = {} } = options;
  const MessageAttributes = Object.fromEntries(
    Object.entries(attributes).map(([name, value]) => [
      name,
      { DataType: typeof value === 'number' ? 'Number' : 'String', StringValue: String(value) },
    ]),
  );
  await cloud.call(
    'AmazonSQS',
    'SendMessage',
    {
      QueueUrl: queueUrl(queueArn),
      MessageBody: body,
      ...(messageGroupId !== undefined && { MessageGroupId: messageGroupId }),
      ...(Object.keys(attributes).length > 0 && { MessageAttributes }),
    },
    caller,
  );
}

export async function startExecution(
  cloud: Cloud,
  stateMachineArn: string,
  input: string,
  caller: Caller,
): Promise<void> {
  await cloud.call('AWSStepFunctions', 'StartExecution', { stateMachineArn, input }, caller);
}

/** What a function or API gets must be JSON; a template can fail to be. */
export function parseInput(input: string): unknown {
  try {
    return JSON.parse(input);
  } catch {
    throw new DeliveryFailure('INVALID_JSON', 'The input of the target is not valid JSON.', false);
  }
}
