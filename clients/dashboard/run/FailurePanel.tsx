import { useEffect, useMemo, useState } from 'react';
import { FailedPayrollRunItemsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import { BusyButton } from '../components/BusyButton.tsx';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { hrefOf } from '../navigation/Route.ts';
import { mayStartAndCancel } from '../session/Session.ts';
import { useSession } from '../session/SessionContext.ts';
import { offCycleQueryOf } from '../start/StartChoice.ts';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import { FailureGroupSection } from './FailureGroupSection.tsx';
import './FailurePanel.css';
import { groupFailures } from './groupFailures.ts';
import { RetryButton } from './RetryButton.tsx';
import type { Run } from './Run.ts';
import type { RunItem } from './RunItem.ts';

const PAGE = 100;

/** So that the groups are whole in all but the worst of runs. */
const READ_AT_FIRST = 500;

/** The index behind this list may be a moment behind the counts. */
const READ_AGAIN_MS = 1_000;

export interface FailurePanelProps {
  run: Run;
  failedCount: number;
  /** Whether the person may fix failures while the run waits. */
  isMendable: boolean;
  /** Whether everybody else was paid, so that another run must pay those who failed. */
  isPaid: boolean;
  onChanged: (run: Run) => void;
}

/** Who could not be calculated, the reason, and the fix. */
export function FailurePanel({ run, failedCount, isMendable, isPaid, onChanged }: FailurePanelProps) {
  const { runId, version } = run;
  const mayFix = mayStartAndCancel(useSession());
  const list = useMemo(
    () =>
      new PagedList<RunItem>(READ_AT_FIRST, async (after) => {
        const { failedPayrollRunItems } = await execute(FailedPayrollRunItemsDocument, { runId, first: PAGE, after });
        return failedPayrollRunItems ?? { nodes: [], pageInfo: { hasNextPage: false } };
      }),
    [runId],
  );
  const [attempt, setAttempt] = useState(0);
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, `${failedCount} ${version} ${attempt}`);
  const isBehind = !isReading && !fault && !hasNextPage && nodes.length < failedCount;
  useEffect(() => {
    if (!isBehind) return;
    const timer = setTimeout(() => setAttempt((number) => number + 1), READ_AGAIN_MS);
    return () => clearTimeout(timer);
  }, [isBehind, attempt]);

  if (failedCount === 0 && nodes.length === 0) return null;
  return (
    <Panel
      title="Failures"
      aside={
        <span className="muted">
          {formatCount(failedCount)} {failedCount === 1 ? 'employee' : 'employees'}
        </span>
      }
    >
      {isMendable && failedCount > 1 && (
        <div className="button-row">
          <RetryButton runId={runId} text="Retry all who failed" onDone={onChanged} />
        </div>
      )}
      {isPaid && (
        <>
          <p>These employees were not paid. Fix the problems, then pay them in an off-cycle run.</p>
          {mayFix && nodes.length > 0 && (
            <div className="button-row">
              <a className="button button-primary" href={hrefOf({ screen: 'start', query: offCycleQueryOf(run) })}>
                Pay them in an off-cycle run…
              </a>
            </div>
          )}
        </>
      )}
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {nodes.length === 0 && !fault && <Waiting what="the failures" />}
      {groupFailures(nodes).map((group) => (
        <FailureGroupSection
          key={`${group.code} ${group.resolution}`}
          run={run}
          group={group}
          mayFix={mayFix && (isMendable || isPaid)}
          isWhole={!hasNextPage}
          isMendable={isMendable}
          onChanged={onChanged}
        />
      ))}
      {hasNextPage && nodes.length > 0 && (
        <BusyButton className="button" isBusy={isReading} onPress={() => list.need(nodes.length + PAGE)}>
          Show more failures
        </BusyButton>
      )}
    </Panel>
  );
}
