import { FaultNotice } from '../components/FaultNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { usePayGroupName } from '../company/CompanyContext.ts';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { hrefOf } from '../navigation/Route.ts';
import { ConnectionBadge } from './ConnectionBadge.tsx';
import { ControlTotalsPanel } from './ControlTotalsPanel.tsx';
import { DecisionPanel } from './DecisionPanel.tsx';
import { EmployeePanel } from './EmployeePanel.tsx';
import { FailurePanel } from './FailurePanel.tsx';
import { HistoryPanel } from './HistoryPanel.tsx';
import { ProgressPanel } from './ProgressPanel.tsx';
import type { Run } from './Run.ts';
import './RunScreen.css';
import { useRunWatch } from './useRunWatch.ts';

/** One run: how far it is, what it comes to, who failed and why, and the decision about it. */
export function RunScreen({ runId }: { runId: string }) {
  const { snapshot, watch } = useRunWatch(runId);
  const { run, status, fault, isMissing, connection } = snapshot;
  return (
    <>
      <nav aria-label="Breadcrumb" className="breadcrumb">
        <a href={hrefOf({ screen: 'runs' })}>Payroll runs</a>
      </nav>
      {fault && <FaultNotice fault={fault} onRetry={watch.readAgain} />}
      {!run && isMissing && (
        <>
          <ScreenTitle title="No such run" />
          <p>There is no run with the id {runId} in your company.</p>
        </>
      )}
      {!run && !isMissing && !fault && <Waiting what="the run" />}
      {run && status && (
        <>
          <RunTitle run={run} />
          <div className="run-facts">
            <StatusBadge status={status} />
            <ConnectionBadge connection={connection} />
            <span>Pay date {formatDate(run.period.payDate)}</span>
            {run.sequence > 1 && <span>Run {run.sequence} of this period</span>}
            <code className="muted">{run.runId}</code>
          </div>
          {run.statusReason && (
            <Notice tone={status === 'FAILED' || status === 'REJECTED' ? 'bad' : 'neutral'}>
              <p>
                Reason given: <bdi>{run.statusReason}</bdi>
              </p>
            </Notice>
          )}
          <div className="run-layout">
            <div className="run-main">
              <ProgressPanel snapshot={snapshot} />
              <DecisionPanel run={run} status={status} onDecided={watch.takeRun} />
              <FailurePanel runId={runId} failedCount={snapshot.failedCount} />
              <EmployeePanel runId={runId} snapshot={snapshot} />
            </div>
            <div className="run-side">
              <ControlTotalsPanel totals={run.controlTotals} status={status} />
              <HistoryPanel runId={runId} version={run.version} />
            </div>
          </div>
        </>
      )}
    </>
  );
}

function RunTitle({ run }: { run: Run }) {
  return <ScreenTitle title={`${usePayGroupName(run.payGroupId)}, ${formatPeriod(run.period)}`} />;
}
