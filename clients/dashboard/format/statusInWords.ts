import type { PayrollRunStatus } from '../../generated/schema.ts';

const WORDS: Readonly<Record<PayrollRunStatus, string>> = {
  DRAFT: 'Draft',
  QUEUED: 'Queued',
  PREPARING: 'Preparing',
  CALCULATING: 'Calculating',
  BLOCKED: 'Blocked',
  AWAITING_APPROVAL: 'Awaiting approval',
  APPROVED: 'Approved',
  PAYING: 'Paying',
  PAID: 'Paid',
  PARTIALLY_PAID: 'Partially paid',
  REJECTED: 'Rejected',
  CANCELLED: 'Cancelled',
  FAILED: 'Failed',
  COMPENSATING: 'Being voided',
  VOIDED: 'Voided',
};

/** A run's status as one says it on the phone. */
export const statusInWords = (status: PayrollRunStatus): string => WORDS[status];

/** Every status, in the order in which a run may come to them. */
export const RUN_STATUSES = Object.keys(WORDS) as readonly PayrollRunStatus[];
