import type { PayrollRunStatus } from '../../generated/schema.ts';
import { formatDate } from '../format/formatDate.ts';
import { formatInstant } from '../format/formatInstant.ts';
import { statusInWords } from '../format/statusInWords.ts';
import type { Run } from './Run.ts';
import { isPosted, isWaiting } from './runActions.ts';

export interface LifeStep {
  name: string;
  /** When it was, or is to be. */
  when: string;
  is: 'done' | 'now' | 'next' | 'ended';
}

const BEFORE_CALCULATED: readonly PayrollRunStatus[] = ['DRAFT', 'QUEUED', 'PREPARING', 'CALCULATING'];
const ENDED: readonly PayrollRunStatus[] = ['REJECTED', 'CANCELLED', 'FAILED', 'VOIDED'];

/** A run from its start to the day on which the money arrives, as steps with their dates. */
export function lifeOf(run: Run, status: PayrollRunStatus): LifeStep[] {
  const { startedAt, decidedAt, paidAt, period, settlesOn, paymentState } = run;
  const isCalculated = !BEFORE_CALCULATED.includes(status);
  const isApproved = paidAt != null || ['APPROVED', 'PAYING'].includes(status) || isPosted(status);
  const isOver = ENDED.includes(status);
  const steps: LifeStep[] = [
    {
      name: status === 'DRAFT' ? 'Planned' : 'Started',
      when: formatInstant(startedAt),
      is: status === 'DRAFT' ? 'now' : 'done',
    },
    { name: 'Calculated', when: '', is: isCalculated ? 'done' : status === 'DRAFT' ? 'next' : 'now' },
  ];
  if (isOver && !isApproved)
    return [...steps, { name: statusInWords(status), when: decidedAt ? formatInstant(decidedAt) : '', is: 'ended' }];
  steps.push({
    name: 'Approved',
    when: isApproved && decidedAt ? formatInstant(decidedAt) : '',
    is: isApproved ? 'done' : isWaiting(status) ? 'now' : 'next',
  });
  const isOut = paymentState === 'DELIVERED' || paymentState === 'SETTLED';
  const isReady = isOut || paymentState === 'READY' || (paidAt != null && paymentState == null);
  steps.push(
    {
      name: 'Posted, files ready',
      when: paidAt ? formatInstant(paidAt) : '',
      is: isReady ? 'done' : isApproved ? 'now' : 'next',
    },
    { name: 'With the bank', when: '', is: isOut ? 'done' : paymentState === 'READY' ? 'now' : 'next' },
    {
      name: paymentState === 'SETTLED' ? 'Settled' : 'Pay date',
      when: formatDate(settlesOn ?? period.payDate),
      is: paymentState === 'SETTLED' ? 'done' : paymentState === 'DELIVERED' ? 'now' : 'next',
    },
  );
  if (isOver) steps.push({ name: statusInWords(status), when: '', is: 'ended' });
  // A run without direct deposits has no file that a bank takes.
  return paidAt != null && paymentState == null ? steps.filter(({ name }) => name !== 'With the bank') : steps;
}
