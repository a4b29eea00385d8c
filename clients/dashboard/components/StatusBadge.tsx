import type { PayrollRunStatus } from '../../generated/schema.ts';
import { statusInWords } from '../format/statusInWords.ts';
import './StatusBadge.css';

type Tone = 'neutral' | 'working' | 'attention' | 'good' | 'bad';

const TONES: Readonly<Record<PayrollRunStatus, Tone>> = {
  QUEUED: 'neutral',
  PREPARING: 'working',
  CALCULATING: 'working',
  AWAITING_APPROVAL: 'attention',
  APPROVED: 'good',
  REJECTED: 'bad',
  CANCELLED: 'neutral',
  FAILED: 'bad',
};

export function StatusBadge({ status }: { status: PayrollRunStatus }) {
  return <span className={`badge badge-${TONES[status]}`}>{statusInWords(status)}</span>;
}
