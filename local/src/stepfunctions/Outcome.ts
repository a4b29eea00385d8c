import type { Payload } from './Payload.ts';

/** What a state came to. */
export interface Outcome {
  readonly output: Payload;
  readonly assigned: Readonly<Record<string, unknown>> | undefined;
  /** `undefined` at the end of the scope. */
  readonly next: string | undefined;
}
