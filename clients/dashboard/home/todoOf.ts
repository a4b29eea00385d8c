import type { WaitingCall } from '../hooks/readWaitingCalls.ts';
import { formatCount } from '../format/formatCount.ts';
import { formatMoney } from '../format/formatMoney.ts';
import { hrefOf } from '../navigation/Route.ts';
import type { Run } from '../run/Run.ts';
import { isPosted } from '../run/runActions.ts';
import { mayApproveAndReject, mayStartAndCancel, type Session } from '../session/Session.ts';

export interface Todo {
  key: string;
  run: Run;
  /** What is to be done: `Approve $1,234.50 net`. */
  what: string;
  href: string;
  /** Whether the signed-in person can do it; otherwise somebody of this role. */
  isMine: boolean;
  whose: 'an administrator' | 'an approver';
  /** By when. */
  dueAt: string | undefined;
}

/** What the latest runs wait for, and whether this person can do it. */
export function todoOf(runs: readonly Run[], waiting: readonly WaitingCall[], session: Session): Todo[] {
  const todo: Todo[] = [];
  const add = (run: Run, what: string, whose: Todo['whose'], href: string, dueAt?: string | null) => {
    const isMine = whose === 'an approver' ? mayApproves(run, session) : mayStartAndCancel(session);
    todo.push({ key: `${run.runId} ${what}`, run, what, href, isMine, whose, dueAt: dueAt ?? undefined });
  };
  for (const run of runs) {
    const { runId, status, failedCount, returnedCount, controlTotals, approvalDeadline } = run;
    const here = hrefOf({ screen: 'run', runId });
    if (status === 'DRAFT') add(run, 'Start the run', 'an administrator', here);
    if (status === 'AWAITING_APPROVAL')
      add(
        run,
        controlTotals ? `Approve ${formatMoney(controlTotals.netPay)} net` : 'Approve',
        'an approver',
        here,
        approvalDeadline,
      );
    if (status === 'BLOCKED') add(run, 'Fix what blocks the run', 'an administrator', here, approvalDeadline);
    if (status === 'FAILED') add(run, 'The run stopped: continue it or cancel it', 'an administrator', here);
    const failed = failedCount ?? 0;
    if (status === 'AWAITING_APPROVAL' && failed > 0)
      add(run, `Fix ${countOf(failed, 'employee')} before the approval`, 'an administrator', here, approvalDeadline);
    if (status === 'PARTIALLY_PAID' && failed > 0)
      add(
        run,
        `Fix and pay ${countOf(failed, 'employee')} who ${failed === 1 ? 'was' : 'were'} not paid`,
        'an administrator',
        here,
      );
    const returned = returnedCount ?? 0;
    if (isPosted(status) && returned > 0)
      add(
        run,
        `Pay ${countOf(returned, 'returned payment')} again`,
        'an approver',
        hrefOf({ screen: 'run', runId, section: 'payments' }),
      );
  }
  for (const { call, run } of waiting)
    add(run, `Answer the hook ${call.hookId}`, 'an administrator', hrefOf({ screen: 'hooks' }));
  return todo;
}

/** Somebody who approved a calculation already is not asked again. */
const mayApproves = ({ approvals }: Run, session: Session): boolean =>
  mayApproveAndReject(session) && !(approvals ?? []).some(({ actor }) => actor === session.userId);

const countOf = (count: number, word: string): string => `${formatCount(count)} ${word}${count === 1 ? '' : 's'}`;
