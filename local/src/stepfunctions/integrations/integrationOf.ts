import { unsupported } from '../../unsupported.ts';
import { awsSdk } from './awsSdk.ts';
import { dynamodbItem } from './dynamodbItem.ts';
import { eventsPutEvents } from './eventsPutEvents.ts';
import type { Integration } from './Integration.ts';
import { lambdaFunction, lambdaInvoke } from './lambdaInvoke.ts';
import { sqsSendMessage } from './sqsSendMessage.ts';
import { statesStartExecution } from './statesStartExecution.ts';

const OPTIMIZED: Readonly<Record<string, () => Integration>> = {
  'lambda:invoke': () => lambdaInvoke('REQUEST_RESPONSE'),
  'lambda:invoke.waitForTaskToken': () => lambdaInvoke('WAIT_FOR_TASK_TOKEN'),
  'sqs:sendMessage': () => sqsSendMessage('REQUEST_RESPONSE'),
  'sqs:sendMessage.waitForTaskToken': () => sqsSendMessage('WAIT_FOR_TASK_TOKEN'),
  'events:putEvents': () => eventsPutEvents('REQUEST_RESPONSE'),
  'events:putEvents.waitForTaskToken': () => eventsPutEvents('WAIT_FOR_TASK_TOKEN'),
  'dynamodb:getItem': () => dynamodbItem('getItem'),
  'dynamodb:putItem': () => dynamodbItem('putItem'),
  'dynamodb:updateItem': () => dynamodbItem('updateItem'),
  'dynamodb:deleteItem': () => dynamodbItem('deleteItem'),
  'states:startExecution': () => statesStartExecution('REQUEST_RESPONSE'),
  'states:startExecution.sync:2': () => statesStartExecution('SYNC'),
};

/** Resources without their `arn:aws:states:::`. */
export const INTEGRATIONS: readonly string[] = Object.keys(OPTIMIZED);

/** The integration behind a Task's `Resource`; what is not emulated is refused by name. */
export function integrationOf(resource: string): Integration {
  if (/^arn:aws[^:]*:lambda:/.test(resource)) return lambdaFunction(resource);
  const name = /^arn:aws[^:]*:states:::(.+)$/.exec(resource)?.[1];
  if (!name) unsupported(`the Task resource ${resource}`);
  const optimized = OPTIMIZED[name];
  if (optimized) return optimized();
  const sdk = /^aws-sdk:([a-z0-9]+):([A-Za-z0-9]+)$/.exec(name);
  if (sdk?.[1] && sdk[2]) return awsSdk(sdk[1], sdk[2]);
  return unsupported(`the Task resource ${resource}`);
}
