import { Payload } from '../Payload.ts';
import { callArguments } from './callArguments.ts';
import type { Integration } from './Integration.ts';
import { sdkMetadata } from './sdkMetadata.ts';
import { serviceError } from './serviceError.ts';

/** `arn:aws:states:::sqs:sendMessage`, with or without a task token. */
export function sqsSendMessage(pattern: 'REQUEST_RESPONSE' | 'WAIT_FOR_TASK_TOKEN'): Integration {
  return {
    resourceType: 'sqs',
    resource: pattern === 'REQUEST_RESPONSE' ? 'sendMessage' : 'sendMessage.waitForTaskToken',
    pattern,
    isBareFunction: false,
    async call(args, { cloud, caller }) {
      const request = callArguments(args, {
        required: ['QueueUrl', 'MessageBody'],
        optional: ['DelaySeconds', 'MessageAttributes', 'MessageDeduplicationId', 'MessageGroupId'],
      });
      const body = request['MessageBody'];
      const message = { ...request, MessageBody: typeof body === 'string' ? body : JSON.stringify(body) };
      try {
        const reply = await cloud.call('AmazonSQS', 'SendMessage', message, caller);
        return Payload.of({ ...(reply as object), ...sdkMetadata() });
      } catch (thrown) {
        throw serviceError(thrown, {
          prefix: 'SQS',
          service: 'AmazonSQS',
          fallback: 'AmazonSQSException',
          isModelled: () => false,
        });
      }
    },
  };
}
