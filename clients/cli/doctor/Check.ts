import type { Session } from '../Session.ts';

/** What one look at one thing found. */
export interface Finding {
  outcome: 'OK' | 'FAILED' | 'SKIPPED';
  /** What is there. */
  found: string;
  /** For `FAILED`: what to do. */
  fix?: string;
}

/** One thing that must be right to work with the service. */
export interface Check {
  name: string;
  /** Throws what kept it from looking. */
  look: (openSession: () => Session, signal: AbortSignal) => Promise<Finding>;
}
