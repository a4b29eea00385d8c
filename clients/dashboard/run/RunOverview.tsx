import type { PayrollRunStatus } from '../../generated/schema.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { ControlTotalsPanel } from './ControlTotalsPanel.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { EmployeePanel } from './EmployeePanel.tsx';
import { FailurePanel } from './FailurePanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import { RequirementPanel } from './RequirementPanel.tsx';
import type { Run } from './Run.ts';
import { isPosted, isWaiting } from './runActions.ts';
import type { RunSnapshot } from './RunWatch.ts';
import { WaitingHookNotice } from './WaitingHookNotice.tsx';
import { useRequirements } from './useRequirements.ts';

export interface RunOverviewProps {
  run: Run;
  status: PayrollRunStatus;
  snapshot: RunSnapshot;
  onChanged: (run: Run) => void;
}

/** How far the run is, what it comes to, what stands in its way, who failed and why, and the decision about it. */
export function RunOverview({ run, status, snapshot, onChanged }: RunOverviewProps) {
  const { runId, version } = run;
  const requirements = useRequirements(run);
  const session = useSession();
  const isMendable = isWaiting(status) && mayStartAndCancel(session);
  return (
    <div className="run-layout">
      <div className="run-main">
        <WaitingHookNotice run={run} status={status} />
        <DecisionPanel run={run} status={status} requirements={requirements.value ?? []} onChanged={onChanged} />
        <ProgressPanel snapshot={snapshot} />
        {isWaiting(status) && <RequirementPanel requirements={requirements} />}
        <FailurePanel
          run={run}
          failedCount={snapshot.failedCount}
          isMendable={isMendable}
          isPaid={isPosted(status)}
          onChanged={onChanged}
        />
        <EmployeePanel run={run} snapshot={snapshot} onChanged={onChanged} />
      </div>
      <div className="run-side">
        <ControlTotalsPanel totals={run.controlTotals} status={status} />
        <HistoryPanel runId={runId} version={version} />
      </div>
    </div>
  );
}
