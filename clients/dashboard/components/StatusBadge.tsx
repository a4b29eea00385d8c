import type { PaymentState, PayrollRunStatus } from '../../generated/schema.ts';
import { statusInWords } from '../format/statusInWords.ts';
import './StatusBadge.css';

export type Tone = 'neutral' | 'working' | 'attention' | 'good' | 'bad';

const TONES: Readonly<Record<PayrollRunStatus, Tone>> = {
  DRAFT: 'neutral',
  QUEUED: 'neutral',
  PREPARING: 'working',
  CALCULATING: 'working',
  BLOCKED: 'bad',
  AWAITING_APPROVAL: 'attention',
  APPROVED: 'good',
  PAYING: 'working',
  PAID: 'good',
  PARTIALLY_PAID: 'attention',
  REJECTED: 'bad',
  CANCELLED: 'neutral',
  FAILED: 'bad',
  COMPENSATING: 'working',
  VOIDED: 'neutral',
};

/** How a status looks. */
export const statusTone = (status: PayrollRunStatus): Tone => TONES[status];

export interface StatusBadgeProps {
  status: PayrollRunStatus;
  /** Where the run's money is, where that is known. */
  paymentState?: PaymentState | null;
}

export function StatusBadge({ status, paymentState }: StatusBadgeProps) {
  const tone = status === 'PAID' && paymentState === 'READY' ? 'attention' : statusTone(status);
  return <span className={`badge badge-${tone}`}>{statusInWords(status, paymentState)}</span>;
}
