import type { PayrollRunStatus } from '../../generated/schema.ts';

const WORDS: Readonly<Record<PayrollRunStatus, string>> = {
  QUEUED: 'Queued',
  PREPARING: 'Preparing',
  CALCULATING: 'Calculating',
  AWAITING_APPROVAL: 'Awaiting approval',
  APPROVED: 'Approved',
  REJECTED: 'Rejected',
  CANCELLED: 'Cancelled',
  FAILED: 'Failed',
};

/** A run's status as one says it on the phone. */
export const statusInWords = (status: PayrollRunStatus): string => WORDS[status];
