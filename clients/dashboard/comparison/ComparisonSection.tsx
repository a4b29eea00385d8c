import type { PayrollRunStatus } from '../../generated/schema.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { UserErrorList } from '../components/UserErrorList.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { hrefOf } from '../navigation/Route.ts';
import { isCalculating } from '../run/isInProgress.ts';
import type { Run } from '../run/Run.ts';
import './ComparisonSection.css';
import { DifferencePanel } from './DifferencePanel.tsx';
import { TotalsTable } from './TotalsTable.tsx';
import { useRunDifference } from './useRunDifference.ts';

export interface ComparisonSectionProps {
  run: Run;
  status: PayrollRunStatus;
}

/** What changed since the last paid run of the group, in total and for each employee, with the cause of each line. */
export function ComparisonSection({ run, status }: ComparisonSectionProps) {
  if (isCalculating(status) || status === 'DRAFT')
    return <p className="empty">It can be compared once it is calculated.</p>;
  return <Comparison run={run} />;
}

function Comparison({ run }: { run: Run }) {
  const { runId, calculation, controlTotals } = run;
  const { list, head, nodes, hasNextPage, isReading, fault } = useRunDifference(runId, String(calculation ?? 0));
  const after = head?.after ?? controlTotals;
  return (
    <>
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {!head && isReading && <Waiting what="the last run" />}
      <UserErrorList userErrors={head?.userErrors ?? []} />
      {head && !head.againstRunId && head.userErrors.length === 0 && (
        <p className="empty">There is no earlier paid run of this group to compare it with.</p>
      )}
      {head?.againstRunId && after && (
        <>
          <Panel
            title="Total"
            aside={
              <span className="muted">
                Against <a href={hrefOf({ screen: 'run', runId: head.againstRunId })}>the last paid run</a>
              </span>
            }
          >
            <TotalsTable before={head.before} after={after} />
          </Panel>
          <DifferencePanel list={list} nodes={nodes} hasNextPage={hasNextPage} isReading={isReading} />
        </>
      )}
    </>
  );
}
