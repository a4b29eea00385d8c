import type { Caller } from './Caller.ts';

/**
 * One emulated AWS service that speaks an AWS JSON protocol: the gateway finds it by the prefix of `X-Amz-Target`,
 * checks the signature, and hands over the parsed body.
 */
export interface AwsService {
  /** Before the dot in `X-Amz-Target`, for example `DynamoDB_20120810`. */
  readonly targetPrefix: string;
  /** `application/x-amz-json-1.0` or `-1.1`, as the real service answers. */
  readonly contentType: string;
  /** Answers one operation, perhaps by a promise, or throws `AwsError`; unknown operations are refused through `unsupported`. */
  call(operation: string, input: Record<string, unknown>, caller: Caller): unknown;
}
