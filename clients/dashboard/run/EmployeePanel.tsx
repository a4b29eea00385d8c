import { useMemo } from 'react';
import { PayrollRunItemsDocument } from '../../generated/operations/graphql.ts';
import { execute } from '../api/execute.ts';
import { PagedList } from '../api/PagedList.ts';
import { usePagedList } from '../api/usePagedList.ts';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import { EmployeeTable } from './EmployeeTable.tsx';
import type { RunItem } from './RunItem.ts';
import type { RunSnapshot } from './RunWatch.ts';

const PAGE = 100;

export interface EmployeePanelProps {
  runId: string;
  snapshot: RunSnapshot;
}

/** The employees who are done, read as far as somebody looks. */
export function EmployeePanel({ runId, snapshot }: EmployeePanelProps) {
  const { sequence, calculatedCount, failedCount, run } = snapshot;
  const doneCount = calculatedCount + failedCount;
  const list = useMemo(
    () =>
      new PagedList<RunItem>(PAGE, async (after) => {
        const { payrollRunItems } = await execute(PayrollRunItemsDocument, { runId, first: PAGE, after });
        return payrollRunItems ?? { nodes: [], pageInfo: { hasNextPage: false } };
      }),
    [runId],
  );
  const { nodes, hasNextPage, isReading, fault } = usePagedList(list, `${sequence} ${run?.version}`);
  // Until everything is read the table is as long as it will be, so that its scroll bar tells the truth.
  const rowCount = hasNextPage ? Math.max(doneCount, nodes.length) : nodes.length;
  return (
    <Panel title="Employees" aside={<span className="muted">{formatCount(doneCount)} done</span>}>
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {rowCount > 0 ? (
        <EmployeeTable items={nodes} rowCount={rowCount} onNeed={(count) => list.need(count)} />
      ) : isReading || doneCount > 0 ? (
        <Waiting what="the employees" />
      ) : (
        !fault && <p className="muted">Nobody is calculated yet.</p>
      )}
    </Panel>
  );
}
