import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { formatMoney } from '../format/formatMoney.ts';
import './EmployeeTable.css';
import type { RunItem } from './RunItem.ts';

const ROW_HEIGHT_PX = 40;
const COLUMNS = ['Employee', 'Id', 'Outcome', 'Gross pay', 'Net pay'] as const;

export interface EmployeeTableProps {
  /** The rows that are read so far; the others up to `rowCount` follow as they come into sight. */
  items: readonly RunItem[];
  rowCount: number;
  onNeed: (rowCount: number) => void;
}

/** Only the rows in sight are in the document, so that ten thousand employees scroll like ten. */
export function EmployeeTable({ items, rowCount, onNeed }: EmployeeTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
  });
  const rows = virtualizer.getVirtualItems();
  const lastIndex = rows.at(-1)?.index ?? 0;
  useEffect(() => onNeed(lastIndex + 1), [onNeed, lastIndex]);
  return (
    <div ref={scroller} className="employees" tabIndex={0} role="region" aria-label="Employees, scrollable">
      <div role="table" aria-label="Employees" aria-rowcount={rowCount + 1}>
        <div role="rowgroup" className="employees-head">
          <div role="row" aria-rowindex={1} className="employee-row">
            {COLUMNS.map((name) => (
              <div key={name} role="columnheader" className={name.endsWith('pay') ? 'number' : ''}>
                {name}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="employees-body" style={{ height: virtualizer.getTotalSize() }}>
          {rows.map(({ index, start }) => {
            const item = items[index];
            return (
              <div
                key={index}
                role="row"
                aria-rowindex={index + 2}
                className="employee-row employee-row-placed"
                style={{ transform: `translateY(${start}px)` }}
              >
                <div role="cell" className="employee-name">
                  {item ? <bdi>{item.employeeName}</bdi> : '…'}
                </div>
                <div role="cell">{item && <code>{item.employeeId}</code>}</div>
                <div role="cell">
                  {item?.status === 'FAILED' && <span className="bad">{item.error?.code ?? 'FAILED'}</span>}
                  {item?.status === 'CALCULATED' && 'Calculated'}
                </div>
                <div role="cell" className="number">
                  {item?.grossPay && formatMoney(item.grossPay)}
                </div>
                <div role="cell" className="number">
                  {item?.netPay && formatMoney(item.netPay)}
                </div>
              </div>
            );
          })}
        </div>
      </div>
    </div>
  );
}
