import type { PayrollRunStatus, PayrollRunType } from '../../generated/schema.ts';
import { mayApproveAndReject, mayStartAndCancel, type Session } from '../session/Session.ts';

/** What a person can do to a run as a whole. */
export type RunAction = 'start' | 'approve' | 'reject' | 'recalculate' | 'redrive' | 'void' | 'cancel';

const WAITING: readonly PayrollRunStatus[] = ['BLOCKED', 'AWAITING_APPROVAL'];
const POSTED: readonly PayrollRunStatus[] = ['PAID', 'PARTIALLY_PAID'];
const CANCELLABLE: readonly PayrollRunStatus[] = [
  'DRAFT',
  'QUEUED',
  'PREPARING',
  'CALCULATING',
  'BLOCKED',
  'AWAITING_APPROVAL',
  'APPROVED',
  'FAILED',
];

/** Whether the run waits for people, so that parts of it may be calculated again. */
export const isWaiting = (status: PayrollRunStatus): boolean => WAITING.includes(status);

/** Whether the run may be voided. */
export const isPosted = (status: PayrollRunStatus): boolean => POSTED.includes(status);

/**
 * What this person may do to a run of this status, the likeliest first. Offered only; the service decides, and it knows more:
 * what a failed run was doing, and whether payment has begun.
 */
export function runActions(status: PayrollRunStatus, type: PayrollRunType, session: Session): RunAction[] {
  const actions: RunAction[] = [];
  const isReversal = type === 'REVERSAL';
  if (mayStartAndCancel(session) && status === 'DRAFT') actions.push('start');
  if (mayApproveAndReject(session)) {
    if (status === 'AWAITING_APPROVAL') actions.push('approve');
    if (isWaiting(status)) actions.push('reject');
    if (isPosted(status) && !isReversal) actions.push('void');
  }
  if (mayStartAndCancel(session)) {
    if (status === 'FAILED') actions.push('redrive');
    if (isWaiting(status)) actions.push('recalculate');
    if (CANCELLABLE.includes(status) && !isReversal) actions.push('cancel');
  }
  return actions;
}
