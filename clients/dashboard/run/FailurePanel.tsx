import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { FailedPayrollRunItemsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import './FailurePanel.css';
import { groupFailures } from './groupFailures.ts';
import { reasonOf } from './reasonOf.ts';
import type { RunItem } from './RunItem.ts';

const PAGE = 100;

/** The index behind this list may be a moment behind the counts. */
const READ_AGAIN_MS = 1_000;

export interface FailurePanelProps {
  runId: string;
  failedCount: number;
}

/** Who could not be calculated, why, and what mends it. */
export function FailurePanel({ runId, failedCount }: FailurePanelProps) {
  const list = useMemo(
    () =>
      new PagedList<RunItem>(PAGE, async (after) => {
        const { failedPayrollRunItems } = await execute(FailedPayrollRunItemsDocument, { runId, first: PAGE, after });
        return failedPayrollRunItems ?? { nodes: [], pageInfo: { hasNextPage: false } };
      }),
    [runId],
  );
  const [attempt, setAttempt] = useState(0);
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, `${failedCount} ${attempt}`);
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
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {nodes.length === 0 && !fault && <Waiting what="the failures" />}
      {groupFailures(nodes).map(({ code, resolution, items }) => (
        <section key={`${code} ${resolution}`} className="failure" aria-label={code}>
          <h3>
            <code className="bad">{code}</code> <span className="muted">{formatCount(items.length)}</span>
          </h3>
          <p className="failure-fix">
            <strong>Fix:</strong> {resolution}
          </p>
          <ul>
            {items.map(({ employeeId, employeeName, error }) => (
              <li key={employeeId}>
                <bdi className="failure-name">{employeeName}</bdi> <span>{error && reasonOf(error)}</span>
              </li>
            ))}
          </ul>
        </section>
      ))}
      {hasNextPage && nodes.length > 0 && (
        <Button className="button" isPending={isReading} onPress={() => list.need(nodes.length + PAGE)}>
          Show more failures
        </Button>
      )}
    </Panel>
  );
}
