import type { PaymentState, PayrollRunStatus } from '../../generated/schema.ts';

const WORDS: Readonly<Record<PayrollRunStatus, string>> = {
  DRAFT: 'Draft',
  QUEUED: 'Queued',
  PREPARING: 'Preparing',
  CALCULATING: 'Calculating',
  BLOCKED: 'Blocked',
  AWAITING_APPROVAL: 'Awaiting approval',
  APPROVED: 'Approved',
  PAYING: 'Paying',
  // The run is posted; how far its money is, only its payments tell.
  PAID: 'Posted',
  PARTIALLY_PAID: 'Posted, some unpaid',
  REJECTED: 'Rejected',
  CANCELLED: 'Cancelled',
  FAILED: 'Failed',
  COMPENSATING: 'Being voided',
  VOIDED: 'Voided',
};

/** What a posted run is called by where the money of its files is. A run without files is paid by check. */
const MONEY: Partial<Record<PaymentState, readonly [whole: string, inPart: string]>> = {
  READY: ['Ready for the bank', 'Ready for the bank, some unpaid'],
  DELIVERED: ['With the bank', 'With the bank, some unpaid'],
  SETTLED: ['Paid', 'Partially paid'],
};

/**
 * A run's status as one says it on the phone.
 * @param paymentState where its money is, where that is known: nothing is called paid before it has settled
 */
export function statusInWords(status: PayrollRunStatus, paymentState?: PaymentState | null): string {
  const [whole, inPart] = (paymentState && MONEY[paymentState]) || [WORDS.PAID, WORDS.PARTIALLY_PAID];
  if (status === 'PAID') return whole;
  return status === 'PARTIALLY_PAID' ? inPart : WORDS[status];
}

/** Every status, in the order in which a run may come to them. */
export const RUN_STATUSES = Object.keys(WORDS) as readonly PayrollRunStatus[];
