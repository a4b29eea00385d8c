import { useEffect, useMemo, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { BusyButton } from '../components/BusyButton.tsx';
import { downloadFile } from '../components/downloadFile.ts';
import { Panel } from '../components/Panel.tsx';
import { SelectEntry } from '../components/SelectEntry.tsx';
import { csvOf } from '../format/csvOf.ts';
import { formatCount } from '../format/formatCount.ts';
import { minorUnitsOf, moneyOf } from '../format/minorUnits.ts';
import '../runs/RunsScreen.css';
import { CAUSES, causeInWords } from './differenceInWords.ts';
import { EmployeeDifferenceItem } from './EmployeeDifferenceItem.tsx';
import { type EmployeeDifference, EMPLOYEES_AT_ONCE, type RunDifferenceState } from './useRunDifference.ts';

type Order = 'largest' | 'read';

export type DifferencePanelProps = Pick<RunDifferenceState, 'list' | 'nodes' | 'hasNextPage' | 'isReading'>;

/** Who gets another pay than last time: the largest change first, by cause, and as a file. */
export function DifferencePanel({ list, nodes, hasNextPage, isReading }: DifferencePanelProps) {
  const [order, setOrder] = useState<Order>('largest');
  const [cause, setCause] = useState('');
  const [count, setCount] = useState(EMPLOYEES_AT_ONCE);
  const isWhole = !hasNextPage;
  // Which change is the largest, and whom a cause concerns, only the whole list tells.
  const needsAll = order === 'largest' || cause !== '';
  useEffect(() => {
    if (needsAll && hasNextPage && !isReading) list.need(nodes.length + EMPLOYEES_AT_ONCE);
  }, [needsAll, hasNextPage, isReading, list, nodes.length]);
  const chosen = useMemo(() => {
    const ofCause = nodes.filter(({ lines }) => cause === '' || lines.some((line) => line.cause === cause));
    return order === 'largest' ? ofCause.sort((one, other) => sizeOf(other) - sizeOf(one)) : ofCause;
  }, [nodes, order, cause]);
  const shown = chosen.slice(0, count);
  return (
    <Panel
      title="Employee by employee"
      aside={
        <span className="muted" role="status">
          {formatCount(chosen.length)}
          {isWhole ? '' : ' so far'}
        </span>
      }
    >
      {nodes.length > 0 && (
        <div className="run-filter">
          <SelectEntry
            label="Order"
            value={order}
            options={[
              { value: 'largest', text: 'Largest change first' },
              { value: 'read', text: 'By employee' },
            ]}
            onChange={(value) => setOrder(value === 'read' ? 'read' : 'largest')}
          />
          <SelectEntry
            label="Cause"
            value={cause}
            options={[
              { value: '', text: 'All causes' },
              ...Object.entries(CAUSES).map(([value, text]) => ({ value, text })),
            ]}
            onChange={setCause}
          />
        </div>
      )}
      {nodes.length === 0 && !isReading && <p className="muted">Everybody gets what they got last time.</p>}
      <ul className="differences">
        {shown.map((difference) => (
          <EmployeeDifferenceItem key={difference.employeeId} difference={difference} />
        ))}
      </ul>
      <div className="button-row">
        {shown.length < chosen.length && (
          <Button className="button" onPress={() => setCount(count + EMPLOYEES_AT_ONCE)}>
            Show more employees
          </Button>
        )}
        {!needsAll && hasNextPage && shown.length === chosen.length && (
          <BusyButton
            className="button"
            isBusy={isReading}
            onPress={() => {
              setCount(count + EMPLOYEES_AT_ONCE);
              list.need(nodes.length + EMPLOYEES_AT_ONCE);
            }}
          >
            Show more employees
          </BusyButton>
        )}
        {isWhole && chosen.length > 0 && (
          <Button className="button" onPress={() => downloadFile('changes.csv', 'text/csv', differencesCsv(chosen))}>
            Download as CSV
          </Button>
        )}
      </div>
    </Panel>
  );
}

function sizeOf({ netPayBefore, netPayAfter }: EmployeeDifference): number {
  const change = minorUnitsOf(netPayAfter) - minorUnitsOf(netPayBefore);
  return Number(change < 0n ? -change : change);
}

/** A line of a payslip a row. */
const differencesCsv = (differences: readonly EmployeeDifference[]): string =>
  csvOf([
    ['Employee', 'Net before', 'Net after', 'Change', 'Line', 'Line before', 'Line after', 'Line change', 'Cause'].map(
      (text) => ({ text }),
    ),
    ...differences.flatMap(({ employeeName, netPayBefore, netPayAfter, lines }) => {
      const net = moneyOf(minorUnitsOf(netPayAfter) - minorUnitsOf(netPayBefore), netPayAfter.currency);
      return lines.map(({ code, before, after, change, cause }) => [
        { text: employeeName },
        ...[netPayBefore, netPayAfter, net].map(({ amount }) => ({ figure: amount })),
        { text: code },
        ...[before, after, change].map(({ amount }) => ({ figure: amount })),
        { text: causeInWords(cause) },
      ]);
    }),
  ]);
