import { useEffect, useRef } from 'react';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { usePayGroupName } from '../company/CompanyContext.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Notice } from '../components/Notice.tsx';
import { ScreenTitle } from '../components/ScreenTitle.tsx';
import { StatusBadge } from '../components/StatusBadge.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatDate, formatPeriod } from '../format/formatDate.ts';
import { runTypeInWords } from '../format/runTypeInWords.ts';
import { hrefOf, type RunSection } from '../navigation/Route.ts';
import { RunPart } from '../RunPart.tsx';
import { ConnectionBadge } from './ConnectionBadge.tsx';
import { LifeLine } from './LifeLine.tsx';
import type { Run } from './Run.ts';
import { RunNavigation } from './RunNavigation.tsx';
import { RunOverview } from './RunOverview.tsx';
import './RunScreen.css';
import { StaleNotice } from './StaleNotice.tsx';
import { useRunWatch } from './useRunWatch.ts';

/** Statuses whose reason everybody should see first; the reasons of other events stand in the history. */
const ENDED: readonly PayrollRunStatus[] = ['FAILED', 'REJECTED', 'CANCELLED'];

/** One run, part by part; whichever part is shown, the run is followed as it moves. */
export function RunScreen({ runId, section }: { runId: string; section: RunSection }) {
  const { snapshot, watch } = useRunWatch(runId);
  const { run, status, fault, isMissing, connection } = snapshot;
  const facts = useRef<HTMLDivElement>(null);
  // After a command the control that sent it may be gone: the focus goes to where the run's new status stands.
  const changed = (changedRun: Run) => {
    watch.takeRun(changedRun);
    facts.current?.focus();
  };
  const isFirst = useRef(true);
  useEffect(() => {
    if (!isFirst.current) facts.current?.focus();
    isFirst.current = false;
  }, [section]);
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
          <div ref={facts} tabIndex={-1} className="run-facts">
            <StatusBadge status={status} paymentState={run.paymentState} />
            <ConnectionBadge connection={connection} />
            <span>Pay date {formatDate(run.period.payDate)}</span>
            {run.settlesOn && <span>Settles on {formatDate(run.settlesOn)}</span>}
            {run.type !== 'REGULAR' && <span>{runTypeInWords(run.type)} run</span>}
            {run.sequence > 1 && <span>Run {run.sequence} of this period</span>}
            {(run.calculation ?? 1) > 1 && <span>Calculation {run.calculation}</span>}
            <code className="muted">{run.runId}</code>
          </div>
          <StaleNotice snapshot={snapshot} />
          {run.statusReason && ENDED.includes(status) && (
            <Notice tone={status === 'CANCELLED' ? 'neutral' : 'bad'}>
              <p>
                Reason given: <bdi>{run.statusReason}</bdi>
              </p>
            </Notice>
          )}
          <LifeLine run={run} status={status} />
          <RunNavigation runId={runId} section={section} />
          {section === 'overview' ? (
            <RunOverview run={run} status={status} snapshot={snapshot} onChanged={changed} />
          ) : (
            <RunPart section={section} run={run} status={status} />
          )}
        </>
      )}
    </>
  );
}

function RunTitle({ run }: { run: Run }) {
  return <ScreenTitle title={`${usePayGroupName(run.payGroupId)}, ${formatPeriod(run.period)}`} />;
}
