import type { Payload } from '../Payload.ts';
import type { StatesError } from '../StatesError.ts';

/** A Task that waits for its token to come back. */
export interface TaskCallback {
  /** Keeps the outcome durably, then lets the execution go on. */
  succeed(output: Payload): void;
  fail(error: StatesError): void;
  heartbeat(): void;
}
