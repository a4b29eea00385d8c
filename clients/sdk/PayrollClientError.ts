/** A request that got no usable answer. What the service refuses for a reason of the trade comes as `userErrors` instead. */
export class PayrollClientError extends Error {
  override readonly name = 'PayrollClientError';
  /** The service's error type, such as `Unauthorized`; `NETWORK` when there was no answer at all. */
  readonly code: string;
  /** Whether the same request may succeed later. */
  readonly retryable: boolean;
  /** Names the request in the service's logs. */
  readonly requestId: string | undefined;

  constructor(
    code: string,
    message: string,
    options: { retryable: boolean; requestId?: string | undefined; cause?: unknown },
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable;
    this.requestId = options.requestId;
  }
}
