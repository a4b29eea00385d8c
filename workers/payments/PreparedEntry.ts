import type { AchEntry } from '../../payroll/payments/ach/AchFile.ts';

/** An entry before it has its place in a file. */
export type PreparedEntry = Omit<AchEntry, 'traceSequence'> & {
  /** The banking day on which it is to settle: entries of one day share a batch. */
  readonly effectiveEntryDate: string;
};
