import { Payload } from '../Payload.ts';
import { StatesError } from '../StatesError.ts';
import { callArguments } from './callArguments.ts';
import type { Integration } from './Integration.ts';
import { sdkMetadata } from './sdkMetadata.ts';
import { serviceError } from './serviceError.ts';

interface PutEventsReply {
  FailedEntryCount?: number;
  Entries?: unknown[];
}

/** `arn:aws:states:::events:putEvents`, with or without a task token. One failed entry fails the task; a retry sends all. */
export function eventsPutEvents(pattern: 'REQUEST_RESPONSE' | 'WAIT_FOR_TASK_TOKEN'): Integration {
  return {
    resourceType: 'events',
    resource: pattern === 'REQUEST_RESPONSE' ? 'putEvents' : 'putEvents.waitForTaskToken',
    pattern,
    isBareFunction: false,
    async call(args, { cloud, caller, executionArn, stateMachineArn }) {
      const { Entries } = callArguments(args, { required: ['Entries'] });
      const entries = (Entries as Record<string, unknown>[]).map((entry) => ({
        ...entry,
        Detail: typeof entry['Detail'] === 'string' ? entry['Detail'] : JSON.stringify(entry['Detail']),
        Resources: [...((entry['Resources'] as string[] | undefined) ?? []), executionArn, stateMachineArn],
      }));
      let reply: PutEventsReply;
      try {
        reply = (await cloud.call('AWSEvents', 'PutEvents', { Entries: entries }, caller)) as PutEventsReply;
      } catch (thrown) {
        throw serviceError(thrown, {
          prefix: 'EventBridge',
          service: 'AmazonEventBridge',
          fallback: 'AmazonEventBridgeException',
          isModelled: () => false,
        });
      }
      const result = { ...reply, ...sdkMetadata() };
      if ((reply.FailedEntryCount ?? 0) > 0) {
        throw new StatesError('EventBridge.FailedEntry', JSON.stringify(result), { isTaskFailure: true });
      }
      return Payload.of(result);
    },
  };
}
