import { AwsError } from '../AwsError.ts';
import { UnsupportedLocally } from '../unsupported.ts';

/** An event that Lambda accepted for a function. */
export interface AcceptedEvent {
  readonly functionArn: string;
  /** JSON. */
  readonly event: string;
}

/** Why a target did not take a delivery. `code` is the ERROR_CODE of dead letters. */
export class DeliveryFailure extends Error {
  readonly code: string;
  readonly isRetryable: boolean;
  /** Set when the function was invoked and threw: Lambda's asynchronous retries apply instead of the sender's. */
  readonly accepted: AcceptedEvent | undefined;

  constructor(code: string, message: string, isRetryable: boolean, accepted?: AcceptedEvent) {
    super(message);
    this.name = 'DeliveryFailure';
    this.code = code;
    this.isRetryable = isRetryable;
    this.accepted = accepted;
  }
}

/**
 * What an error means for a delivery. A missing permission or target does not get better by waiting; throttling and
 * faults of the target do. Codes: EventBridge User Guide, "Dead-letter queue message attributes".
 */
export function failureOf(error: unknown): DeliveryFailure {
  if (error instanceof DeliveryFailure) return error;
  if (error instanceof UnsupportedLocally) return new DeliveryFailure('SDK_CLIENT_ERROR', error.message, false);
  if (!(error instanceof AwsError)) {
    return new DeliveryFailure('INTERNAL_ERROR', error instanceof Error ? error.message : String(error), true);
  }
  const { code, message } = error;
  if (/Throttl|TooManyRequests|LimitExceeded|OverLimit/i.test(code))
    return new DeliveryFailure('THROTTLING', message, true);
  if (error.statusCode >= 500) return new DeliveryFailure('ERROR_FROM_TARGET', message, true);
  if (/AccessDenied|Unauthorized|NotAuthorized/i.test(code))
    return new DeliveryFailure('NO_PERMISSIONS', message, false);
  if (/NotFound|DoesNotExist|NonExistent/i.test(code)) return new DeliveryFailure('NO_RESOURCE', message, false);
  return new DeliveryFailure('SDK_CLIENT_ERROR', message, false);
}
