import type { Caller } from './Caller.ts';
import type { Clock } from './Clock.ts';
import type { Faults } from './Faults.ts';

/** What a Lambda invocation answered: exactly one of `payload` (the function returned) and `functionError` (it threw). */
export type LambdaOutcome =
  { payload: unknown; functionError?: undefined } | { payload?: undefined; functionError: LambdaFunctionError };

/** The error document that Lambda returns for a throwing function, or for one that ran out of time or memory. */
export interface LambdaFunctionError {
  /** The thrown error's `name`; `Sandbox.Timedout` and `Runtime.ExitError` for the service's own. */
  errorType: string;
  errorMessage: string;
  trace?: string[];
}

/**
 * The account that the emulated services live in, and the way by which one service reaches another.
 * Every call names its caller, so that the template's IAM policies are asked on every hop, as on AWS.
 */
export interface Cloud {
  readonly accountId: string;
  readonly region: string;
  readonly clock: Clock;
  readonly faults: Faults;
  /** The one folder in which every service keeps what must survive a restart; services name their own files in it. */
  readonly dataDirectory: string;
  /** Uniform in [0, 1); seeded in tests. */
  random(): number;
  /**
   * The identity that a service assumes, or the principal itself for service-linked calls. Throws `AwsError` for a role
   * that is not there, or that does not trust `servicePrincipal`.
   */
  callerOfRole(roleArn: string, servicePrincipal?: string): Caller;
  /** Calls an AWS JSON service by its `X-Amz-Target` prefix, in process. Throws `AwsError`. */
  call(targetPrefix: string, operation: string, input: Record<string, unknown>, caller: Caller): Promise<unknown>;
  /** Invokes a function synchronously; throws `AwsError` when the caller may not, or when it does not exist. */
  invokeLambda(functionArn: string, payload: unknown, caller: Caller): Promise<LambdaOutcome>;
  /** Executes a GraphQL operation on an AppSync API as an IAM identity (EventBridge's AppSync target). */
  executeGraphql(
    apiId: string,
    request: { query: string; variables: Record<string, unknown> },
    caller: Caller,
  ): Promise<unknown>;
  /** Reads and writes S3 objects as `caller`. Throws `AwsError` (`NoSuchKey`, `AccessDenied`). */
  getObject(bucket: string, key: string, caller: Caller): Promise<Buffer>;
  putObject(bucket: string, key: string, body: Buffer, caller: Caller): Promise<void>;
}
