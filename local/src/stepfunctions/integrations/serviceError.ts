import { randomUUID } from 'node:crypto';
import { AwsError } from '../../AwsError.ts';
import { StatesError } from '../StatesError.ts';

/** How one integration spells the errors of its service. */
export interface ErrorStyle {
  /** Before the dot, for example `DynamoDB`. */
  readonly prefix: string;
  /** As the SDK names the service in messages, for example `AmazonDynamoDBv2`. */
  readonly service: string;
  /** What errors that the service does not model come out as, for example `AmazonDynamoDBException`. */
  readonly fallback: string;
  /** Whether a code is modelled by the service; others become `fallback`. */
  isModelled(code: string): boolean;
}

/** Codes that every AWS service shares and none models. */
const COMMON_CODES = new Set([
  'AccessDenied',
  'AccessDeniedException',
  'ValidationException',
  'ValidationError',
  'SerializationException',
  'UnrecognizedClientException',
  'InvalidSignatureException',
]);

export function isServiceSpecific(code: string): boolean {
  return !COMMON_CODES.has(code);
}

/** Turns what an optimized integration's call threw into the error that a state machine sees. */
export function serviceError(thrown: unknown, style: ErrorStyle): StatesError {
  if (!(thrown instanceof AwsError)) return unexpected(thrown);
  const name = style.isModelled(thrown.code) ? withExceptionSuffix(thrown.code) : style.fallback;
  return new StatesError(
    `${style.prefix}.${name}`,
    `${thrown.message} (Service: ${style.service}; Status Code: ${thrown.statusCode}; Error Code: ${thrown.code}; Request ID: ${randomUUID()}; Proxy: null)`,
    { isTaskFailure: true },
  );
}

/** The same for `aws-sdk:` integrations, which run on the SDK's second version and word it another way. */
export function sdkServiceError(thrown: unknown, serviceId: string): StatesError {
  if (!(thrown instanceof AwsError)) return unexpected(thrown);
  const name = isServiceSpecific(thrown.code) ? withExceptionSuffix(thrown.code) : `${serviceId}Exception`;
  return new StatesError(
    `${serviceId}.${name}`,
    `${thrown.message} (Service: ${serviceId}, Status Code: ${thrown.statusCode}, Request ID: ${randomUUID()}) (SDK Attempt Count: 1)`,
    { isTaskFailure: true },
  );
}

/** What the local engine does not emulate, or a defect of it: never caught by a workflow, so that it is seen. */
function unexpected(thrown: unknown): StatesError {
  if (thrown instanceof StatesError) return thrown;
  return new StatesError('States.Runtime', thrown instanceof Error ? thrown.message : String(thrown));
}

function withExceptionSuffix(code: string): string {
  return code.endsWith('Exception') ? code : `${code}Exception`;
}
