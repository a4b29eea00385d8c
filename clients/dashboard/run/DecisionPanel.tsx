import { useEffect, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { RedrivePayrollRunDocument } from '../../generated/operations/graphql.ts';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { execute } from '../api/execute.ts';
import { CommandButton } from '../components/CommandButton.tsx';
import { Panel } from '../components/Panel.tsx';
import { StartDraftButton } from '../runs/StartDraftButton.tsx';
import { hrefOf } from '../navigation/Route.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { againQueryOf } from '../start/StartChoice.ts';
import { useSession } from '../session/SessionContext.ts';
import { ApproveDialog } from './ApproveDialog.tsx';
import { DecisionOutcome } from './DecisionOutcome.tsx';
import './DecisionPanel.css';
import { ReasonDialog } from './ReasonDialog.tsx';
import { CANCEL, RECALCULATE, type ReasonedCommand, REJECT } from './ReasonedCommand.ts';
import type { Run } from './Run.ts';
import { type RunAction, runActions } from './runActions.ts';
import type { Requirement } from './useRequirements.ts';
import { VoidDialog } from './VoidDialog.tsx';

export interface DecisionPanelProps {
  run: Run;
  status: PayrollRunStatus;
  requirements: readonly Requirement[];
  onChanged: (run: Run) => void;
}

type DialogAction = 'approve' | 'void' | keyof typeof REASONED;

const REASONED = { reject: REJECT, cancel: CANCEL, recalculate: RECALCULATE } as const satisfies Record<
  string,
  ReasonedCommand
>;

const isReasoned = (action: DialogAction): action is keyof typeof REASONED => Object.hasOwn(REASONED, action);

const DIALOGS: readonly [action: DialogAction, text: string][] = [
  ['approve', 'Approve…'],
  ['reject', 'Reject…'],
  ['void', 'Void the run…'],
  ['recalculate', 'Calculate again…'],
  ['cancel', 'Cancel the run…'],
];

/** A regular run that pays nobody leaves its period to another one. */
const mayStartAgain = ({ type }: Run, status: PayrollRunStatus): boolean =>
  type === 'REGULAR' && ['REJECTED', 'CANCELLED', 'VOIDED'].includes(status);

/** What the person may decide about the run now, and how it was decided. */
export function DecisionPanel({ run, status, requirements, onChanged }: DecisionPanelProps) {
  const session = useSession();
  const [open, setOpen] = useState<{ action: DialogAction; run: Run }>();
  const { runId, controlTotals, calculationHash } = run;
  const isApprovable = status === 'AWAITING_APPROVAL' && controlTotals && calculationHash;
  const hasApproved = run.approvals?.some(({ actor }) => actor === session.userId) ?? false;
  const actions = runActions(status, run.type, session).filter(
    (action) => action !== 'approve' || (isApprovable && !hasApproved),
  );
  const outcome = useRef<HTMLDivElement>(null);
  const hasDecided = useRef(false);
  // The button that was pressed may be gone with the decision: the focus goes to what came of it.
  useEffect(() => {
    if (!hasDecided.current) return;
    hasDecided.current = false;
    outcome.current?.focus();
  }, [run.version]);
  const close = () => setOpen(undefined);
  const changed = (changedRun: Run) => {
    hasDecided.current = true;
    close();
    onChanged(changedRun);
  };
  const has = (action: RunAction) => actions.includes(action);
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
        <DecisionOutcome run={run} status={status} />
      </div>
      {mayStartAgain(run, status) && mayStartAndCancel(session) && (
        <p>
          Nobody is paid by this run.{' '}
          <a href={hrefOf({ screen: 'start', query: againQueryOf(run) })}>Run the period again</a>
        </p>
      )}
      {actions.length > 0 && (
        <div className="button-row">
          {has('start') && <StartDraftButton run={run} label="Start the run" onStarted={changed} />}
          {has('redrive') && (
            <CommandButton<Run>
              text="Continue from the failed step"
              isPrimary
              intention={`${runId} ${run.version}`}
              execute={async (idempotencyKey) => {
                const { redrivePayrollRun } = await execute(RedrivePayrollRunDocument, {
                  input: { idempotencyKey, runId },
                });
                return { value: redrivePayrollRun?.run, userErrors: redrivePayrollRun?.userErrors ?? [] };
              }}
              onDone={changed}
            />
          )}
          {DIALOGS.filter(([action]) => has(action)).map(([action, text]) => (
            <Button
              key={action}
              className={`button ${action === 'approve' ? 'button-primary' : ''}`}
              onPress={() => setOpen({ action, run })}
            >
              {text}
            </Button>
          ))}
        </div>
      )}
      {open?.action === 'approve' && open.run.controlTotals && open.run.calculationHash && (
        <ApproveDialog
          run={open.run}
          totals={open.run.controlTotals}
          calculationHash={open.run.calculationHash}
          isOutdated={!isApprovable || calculationHash !== open.run.calculationHash}
          requirements={requirements}
          onClose={close}
          onDone={changed}
        />
      )}
      {open?.action === 'void' && controlTotals && (
        <VoidDialog run={run} netPay={controlTotals.netPay} employeeIds={[]} onClose={close} onDone={changed} />
      )}
      {open && isReasoned(open.action) && (
        <ReasonDialog what={REASONED[open.action]} runId={runId} onClose={close} onDone={changed} />
      )}
    </Panel>
  );
}
