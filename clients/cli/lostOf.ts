import { PayrollClientError } from '../sdk/PayrollClientError.ts';
import { CliError } from './CliError.ts';
import { exitOf } from './exitOf.ts';

/** Why a change has no answer, with what to do when nobody knows whether it arrived; any other error as it is. */
export function lostOf(error: unknown, idempotencyKey: string): unknown {
  const isLost = error instanceof CliError || (error instanceof PayrollClientError && error.retryable);
  if (!isLost) return error;
  const { exitCode, code, message } = exitOf(error);
  return new CliError(
    exitCode,
    code,
    `${message} It may have arrived all the same: sent again with --key ${idempotencyKey} it is done once.`,
  );
}
