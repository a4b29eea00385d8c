import type { PayrollRunStatus } from '../../generated/schema.ts';
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

export function StatusBadge({ status }: { status: PayrollRunStatus }) {
  return <span className={`badge badge-${statusTone(status)}`}>{statusInWords(status)}</span>;
}
