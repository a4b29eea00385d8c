import { unsupported } from '../../unsupported.ts';
import { Payload } from '../Payload.ts';
import type { Integration } from './Integration.ts';
import { sdkServiceError } from './serviceError.ts';

interface SdkService {
  readonly targetPrefix: string;
  /** Before the dot of an error's name. */
  readonly serviceId: string;
  /** Step Functions' own wire protocol begins members in lower case, where `aws-sdk:` always begins them in upper case. */
  readonly membersAreCamelCase: boolean;
}

const SERVICES: Readonly<Record<string, SdkService>> = {
  dynamodb: { targetPrefix: 'DynamoDB_20120810', serviceId: 'DynamoDb', membersAreCamelCase: false },
  sfn: { targetPrefix: 'AWSStepFunctions', serviceId: 'Sfn', membersAreCamelCase: true },
  sqs: { targetPrefix: 'AmazonSQS', serviceId: 'Sqs', membersAreCamelCase: false },
  eventbridge: { targetPrefix: 'AWSEvents', serviceId: 'EventBridge', membersAreCamelCase: false },
};

/** `arn:aws:states:::aws-sdk:<service>:<action>`, for the services above. */
export function awsSdk(service: string, action: string): Integration {
  const known = SERVICES[service];
  if (!known) unsupported(`the Step Functions integration aws-sdk:${service}:${action}`);
  const operation = action.charAt(0).toUpperCase() + action.slice(1);
  return {
    resourceType: `aws-sdk:${service}`,
    resource: action,
    pattern: 'REQUEST_RESPONSE',
    isBareFunction: false,
    async call(args, { cloud, caller }) {
      const request = (known.membersAreCamelCase ? recase(args, 'toLowerCase') : args) as Record<string, unknown>;
      try {
        const reply = (await cloud.call(known.targetPrefix, operation, request, caller)) ?? {};
        return Payload.of(known.membersAreCamelCase ? recase(reply, 'toUpperCase') : reply);
      } catch (thrown) {
        throw sdkServiceError(thrown, known.serviceId);
      }
    },
  };
}

function recase(value: unknown, direction: 'toLowerCase' | 'toUpperCase'): unknown {
  if (Array.isArray(value)) return value.map((item) => recase(item, direction));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, member]) => [
      name.charAt(0)[direction]() + name.slice(1),
      recase(member, direction),
    ]),
  );
}
