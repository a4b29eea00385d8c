import type { ErrorCode, UserError } from '../generated/schema.ts';
import { withResolution } from './withResolution.ts';

/** A command that the service refused by a business rule: nothing was written, and sending it again changes nothing. */
export class PayrollRefusal extends Error {
  override readonly name = 'PayrollRefusal';
  /** The first reason's code. */
  readonly code: ErrorCode;
  readonly retryable = false;
  /** Names the request in the service's logs. */
  readonly requestId: string | undefined;
  /** Every reason, with the field and the fix. */
  readonly userErrors: readonly [RefusalReason, ...RefusalReason[]];

  constructor(userErrors: readonly [RefusalReason, ...RefusalReason[]], requestId: string | undefined) {
    super(withResolution(userErrors[0]));
    this.code = userErrors[0].code;
    this.userErrors = userErrors;
    this.requestId = requestId;
  }
}

export type RefusalReason = Omit<UserError, '__typename'>;
