import { Payload } from '../Payload.ts';
import type { Integration } from './Integration.ts';
import { sdkMetadata } from './sdkMetadata.ts';
import { type ErrorStyle, isServiceSpecific, serviceError } from './serviceError.ts';

const DYNAMODB_ERRORS: ErrorStyle = {
  prefix: 'DynamoDB',
  service: 'AmazonDynamoDBv2',
  fallback: 'AmazonDynamoDBException',
  isModelled: isServiceSpecific,
};

/** `arn:aws:states:::dynamodb:getItem`, `putItem`, `updateItem` and `deleteItem`. */
export function dynamodbItem(action: 'getItem' | 'putItem' | 'updateItem' | 'deleteItem'): Integration {
  const operation = action.charAt(0).toUpperCase() + action.slice(1);
  return {
    resourceType: 'dynamodb',
    resource: action,
    pattern: 'REQUEST_RESPONSE',
    isBareFunction: false,
    async call(args, { cloud, caller }) {
      try {
        const request = args as Record<string, unknown>;
        const reply = await cloud.call('DynamoDB_20120810', operation, request, caller);
        return Payload.of({ ...(reply as object), ...sdkMetadata() });
      } catch (thrown) {
        throw serviceError(thrown, DYNAMODB_ERRORS);
      }
    },
  };
}
