import { useCallback, useState } from 'react';
import { FaultNotice } from '../components/FaultNotice.tsx';
import { Panel } from '../components/Panel.tsx';
import { Waiting } from '../components/Waiting.tsx';
import { formatCount } from '../format/formatCount.ts';
import { EmployeeTable } from './EmployeeTable.tsx';
import { EmployeeWindowBar } from './EmployeeWindowBar.tsx';
import type { Run } from './Run.ts';
import type { RunItem } from './RunItem.ts';
import type { RunSnapshot } from './RunWatch.ts';
import { SelectionBar, selectionUse } from './SelectionBar.tsx';
import { useEmployeeWindow } from './useEmployeeWindow.ts';
import { useSession } from '../session/SessionContext.ts';

/** As many employees as one command may name. */
const MOST_SELECTED = 100;

export interface EmployeePanelProps {
  run: Run;
  snapshot: RunSnapshot;
  onChanged: (run: Run) => void;
}

/** The employees who are done, read as far as somebody looks; some of them can be chosen and acted on. */
export function EmployeePanel({ run, snapshot, onChanged }: EmployeePanelProps) {
  const { sequence, calculatedCount, failedCount, excludedCount, employeeCount, status } = snapshot;
  const doneCount = calculatedCount + failedCount + excludedCount;
  const session = useSession();
  const revision = `${sequence} ${run.version}`;
  const view = useEmployeeWindow(run.runId, employeeCount, doneCount, revision);
  const { nodes, rowCount, isReading, fault, list } = view;
  const [selected, setSelected] = useState<ReadonlyMap<string, RunItem>>(new Map());
  const use = status && selectionUse(status, run.type, session);
  const toggle = useCallback(
    (item: RunItem) =>
      setSelected((known) => {
        const next = new Map(known);
        if (!next.delete(item.employeeId) && next.size < MOST_SELECTED) next.set(item.employeeId, item);
        return next;
      }),
    [],
  );
  const need = useCallback((count: number) => list.need(count), [list]);
  return (
    <Panel title="Employees" aside={<span className="muted">{formatCount(doneCount)} done</span>}>
      {fault && <FaultNotice fault={fault} onRetry={list.refresh} />}
      {use && selected.size > 0 && (
        <SelectionBar
          run={run}
          use={use}
          selected={selected}
          isFull={selected.size === MOST_SELECTED}
          onClear={() => setSelected(new Map())}
          onDone={(changed) => {
            setSelected(new Map());
            onChanged(changed);
          }}
        />
      )}
      <EmployeeWindowBar view={view} />
      {rowCount > 0 ? (
        <EmployeeTable
          key={view.firstRow}
          items={nodes}
          rowCount={rowCount}
          onNeed={need}
          {...(use ? { selected, onToggle: toggle } : {})}
        />
      ) : isReading || doneCount > 0 ? (
        <Waiting what="the employees" />
      ) : (
        !fault && <p className="muted">Nobody is calculated yet.</p>
      )}
    </Panel>
  );
}
