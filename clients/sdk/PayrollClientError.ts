/**
 * What AppSync, the firewall or the way there says instead of an answer. Any other name is the `errorType` of a resolver,
 * such as `INVALID_CURSOR`, or `HTTP <status>` of something in between.
 */
export type FaultCode =
  /** No answer at all, or the connection was lost. */
  | 'NETWORK'
  /** The service ended a subscription. */
  | 'COMPLETE'
  /** The service did not answer a subscription in time. */
  | 'TIMEOUT'
  /** The credentials are not valid, or no longer. */
  | 'UnauthorizedException'
  /** The caller may not use this field. */
  | 'Unauthorized'
  /** The firewall did not let the request through, mostly for the rate of this address. */
  | 'WAFForbiddenException'
  /** The firewall did not let the request through because it is too long. */
  | 'RequestTooLarge'
  /** The service answered with an error that has no type of its own. */
  | 'GRAPHQL_ERROR'
  | (string & {});

/** What the firewall answers, whatever its reason. */
export const BLOCKED = 'WAFForbiddenException';

/** A request that got no usable answer. What a business rule refuses is a `PayrollRefusal` instead. */
export class PayrollClientError extends Error {
  override readonly name = 'PayrollClientError';
  readonly code: FaultCode;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Names the request in the service's logs. */
  readonly requestId: string | undefined;

  constructor(
    code: FaultCode,
    message: string,
    options: { retryable: boolean; requestId?: string | undefined; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable;
    this.requestId = options.requestId;
  }
}

/** Whether the service does not, or no longer, take the credentials; a field that is forbidden is another matter. */
export const isTokenRefusal = (error: unknown): boolean =>
  error instanceof PayrollClientError && error.code === 'UnauthorizedException';
