import { PayrollClientError } from './PayrollClientError.ts';
import { PayrollRefusal } from './PayrollRefusal.ts';

/** Everything that the client throws besides the reason of an aborted signal; each has `code`, `retryable`, `requestId`. */
export type PayrollError = PayrollClientError | PayrollRefusal;

/** For a `catch`: narrows to the errors of this package. */
export const isPayrollError = (error: unknown): error is PayrollError =>
  error instanceof PayrollClientError || error instanceof PayrollRefusal;
