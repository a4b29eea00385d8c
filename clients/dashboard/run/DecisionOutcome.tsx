import type { ReactNode } from 'react';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { formatCount } from '../format/formatCount.ts';
import { formatInstant } from '../format/formatInstant.ts';
import { statusInWords } from '../format/statusInWords.ts';
import { hrefOf } from '../navigation/Route.ts';
import { Actor } from './Actor.tsx';
import { ApprovalList } from './ApprovalList.tsx';
import { isCalculating } from './isInProgress.ts';
import type { Run } from './Run.ts';
import { isPosted, isWaiting } from './runActions.ts';

export interface DecisionOutcomeProps {
  run: Run;
  status: PayrollRunStatus;
}

/** Where the run stands between people, and which runs it is tied to. */
export function DecisionOutcome({ run, status }: DecisionOutcomeProps) {
  const { approvalDeadline, decidedAt, decidedBy, paidAt, reversesRunId, correctsRunId } = run;
  const isOver = !isCalculating(status) && !isWaiting(status) && status !== 'DRAFT';
  return (
    <>
      {status === 'DRAFT' && <p>Planned; nothing is calculated before somebody starts it.</p>}
      {isCalculating(status) && <p className="muted">It can be approved once it is calculated.</p>}
      {status === 'BLOCKED' && (
        <p>It cannot be approved until the blocking problems are fixed and it is recalculated.</p>
      )}
      {isWaiting(status) && approvalDeadline && (
        <p>
          It waits for {status === 'BLOCKED' ? 'that' : 'an approver'} until <Instant at={approvalDeadline} />; then it
          is cancelled by itself.
        </p>
      )}
      {status === 'AWAITING_APPROVAL' && <ApprovalList run={run} />}
      {status === 'FAILED' && <p>The run stopped. It can continue from the step that failed; nothing is done twice.</p>}
      {isOver && decidedAt && (
        <p>
          {decisionInWords(status)} by <Actor id={decidedBy ?? ''} /> on <Instant at={decidedAt} />.
        </p>
      )}
      {paidAt && (
        <p>
          Paid on <Instant at={paidAt} />.
        </p>
      )}
      {isPosted(status) && (run.returnedCount ?? 0) > 0 && (
        <p>
          <a href={hrefOf({ screen: 'run', runId: run.runId, section: 'payments' })}>
            {formatCount(run.returnedCount ?? 0)} {run.returnedCount === 1 ? 'payment' : 'payments'} returned
          </a>{' '}
          and {run.returnedCount === 1 ? 'was' : 'were'} not paid again yet.
        </p>
      )}
      {reversesRunId && <RunReference runId={reversesRunId}>Reverses</RunReference>}
      {correctsRunId && <RunReference runId={correctsRunId}>Pays again after the void of</RunReference>}
      {(run.reversedByRunIds ?? []).map((runId) => (
        <RunReference key={runId} runId={runId}>
          {status === 'VOIDED' ? 'Voided by' : 'Voided in part by'}
        </RunReference>
      ))}
      {!isOver || decidedAt || paidAt || reversesRunId || status === 'FAILED' ? null : (
        <p className="muted">Nothing is left to decide.</p>
      )}
    </>
  );
}

/** What a run that is over was decided to be. */
const decisionInWords = (status: PayrollRunStatus): string =>
  status === 'REJECTED' || status === 'CANCELLED' ? statusInWords(status) : 'Approved';

const Instant = ({ at }: { at: string }) => <time dateTime={at}>{formatInstant(at)}</time>;

const RunReference = ({ runId, children }: { runId: string; children: ReactNode }) => (
  <p>
    {children}{' '}
    <a href={hrefOf({ screen: 'run', runId })}>
      <code>{runId}</code>
    </a>
  </p>
);
