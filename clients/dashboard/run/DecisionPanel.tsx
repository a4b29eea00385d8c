import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { Panel } from '../components/Panel.tsx';
import { formatInstant } from '../format/formatInstant.ts';
import { mayApproveAndReject, mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { Actor } from './Actor.tsx';
import { ApproveDialog } from './ApproveDialog.tsx';
import './DecisionPanel.css';
import { isInProgress } from './isInProgress.ts';
import { ReasonDialog } from './ReasonDialog.tsx';
import type { Run } from './Run.ts';

export interface DecisionPanelProps {
  run: Run;
  status: PayrollRunStatus;
  onDecided: (run: Run) => void;
}

/** What the person may decide about the run now, or how it was decided. */
export function DecisionPanel({ run, status, onDecided }: DecisionPanelProps) {
  const session = useSession();
  const [open, setOpen] = useState<'approve' | 'reject' | 'cancel'>();
  const isWaiting = status === 'AWAITING_APPROVAL';
  const isOpenToDecision = isWaiting || isInProgress(status);
  const { controlTotals, calculationHash } = run;
  const isApprovable = isWaiting && controlTotals && calculationHash;
  const close = () => setOpen(undefined);
  const outcome = useRef<HTMLDivElement>(null);
  const hasDecided = useRef(false);
  // The button that was pressed is gone with the decision: the focus goes to what came of it.
  useEffect(() => {
    if (hasDecided.current && !isOpenToDecision) outcome.current?.focus();
  }, [isOpenToDecision]);
  const decided = (changed: Run) => {
    hasDecided.current = true;
    close();
    onDecided(changed);
  };
  return (
    <Panel
      title="Decision"
      aside={
        calculationHash && (
          <span className="muted">
            Calculation <code title={calculationHash}>{calculationHash.slice(0, 16)}</code>
          </span>
        )
      }
    >
      <div ref={outcome} tabIndex={-1} className="decision-outcome">
        {isWaiting && run.approvalDeadline && (
          <p>
            Waits for an approver until{' '}
            <time dateTime={run.approvalDeadline}>{formatInstant(run.approvalDeadline)}</time>; then it is cancelled by
            itself.
          </p>
        )}
        {isInProgress(status) && <p className="muted">It can be approved once it is calculated.</p>}
        {run.decidedAt && !isOpenToDecision && (
          <p>
            Decided by <Actor id={run.decidedBy ?? ''} /> on{' '}
            <time dateTime={run.decidedAt}>{formatInstant(run.decidedAt)}</time>.
          </p>
        )}
        {!run.decidedAt && !isOpenToDecision && <p className="muted">Nothing is left to decide.</p>}
      </div>
      <div className="button-row">
        {isApprovable && mayApproveAndReject(session) && (
          <>
            <Button className="button button-primary" onPress={() => setOpen('approve')}>
              Approve…
            </Button>
            <Button className="button" onPress={() => setOpen('reject')}>
              Reject…
            </Button>
          </>
        )}
        {isOpenToDecision && mayStartAndCancel(session) && (
          <Button className="button" onPress={() => setOpen('cancel')}>
            Cancel the run…
          </Button>
        )}
      </div>
      {open === 'approve' && isApprovable && (
        <ApproveDialog
          run={run}
          netPay={controlTotals.netPay}
          calculationHash={calculationHash}
          onClose={close}
          onDecided={decided}
        />
      )}
      {(open === 'reject' || open === 'cancel') && (
        <ReasonDialog decision={open} runId={run.runId} onClose={close} onDecided={decided} />
      )}
    </Panel>
  );
}
