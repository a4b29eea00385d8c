import { useVirtualizer } from '@tanstack/react-virtual';
import { memo, type ReactNode, useEffect, useRef } from 'react';
import './VirtualTable.css';

const ROW_HEIGHT_PX = 40;

export interface Column<Row> {
  name: string;
  /** Where the name needs no room, but a reader of the screen still wants to hear it. */
  isNameHidden?: boolean;
  isNumber?: boolean;
  cellOf: (row: Row) => ReactNode;
}

export interface VirtualTableProps<Row> {
  name: string;
  /** Sets the widths of the columns. */
  className: string;
  /** Must stay the same while nothing about the cells changes: rows are drawn again only when they must be. */
  columns: readonly Column<Row>[];
  /** The rows that are read so far; the others up to `rowCount` follow as they come into sight. */
  rows: readonly Row[];
  rowCount: number;
  /** Called with how many rows the person looks down to; must stay the same function. */
  onNeed: (rowCount: number) => void;
}

/** Only the rows in sight are in the document, so that ten thousand scroll like ten. */
export function VirtualTable<Row>({ name, className, columns, rows, rowCount, onNeed }: VirtualTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rowCount,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 8,
  });
  const inSight = virtualizer.getVirtualItems();
  const lastIndex = inSight.at(-1)?.index ?? 0;
  useEffect(() => onNeed(lastIndex + 1), [onNeed, lastIndex]);
  return (
    <div
      ref={scroller}
      className={`virtual-table ${className}`}
      tabIndex={0}
      role="region"
      aria-label={`${name}, scrollable`}
    >
      <div role="table" aria-label={name} aria-rowcount={rowCount + 1}>
        <div role="rowgroup" className="virtual-head">
          <div role="row" aria-rowindex={1} className="virtual-row">
            {columns.map((column) => (
              <div key={column.name} role="columnheader" className={column.isNumber ? 'number' : ''}>
                {column.isNameHidden ? <span className="visually-hidden">{column.name}</span> : column.name}
              </div>
            ))}
          </div>
        </div>
        <div role="rowgroup" className="virtual-body" style={{ height: virtualizer.getTotalSize() }}>
          {inSight.map(({ index, start }) => (
            <VirtualRow key={index} index={index} startPx={start} row={rows[index]} columns={columns} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface VirtualRowProps<Row> {
  index: number;
  startPx: number;
  /** Undefined until it is read. */
  row: Row | undefined;
  columns: readonly Column<Row>[];
}

function Row<RowType>({ index, startPx, row, columns }: VirtualRowProps<RowType>) {
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      className="virtual-row virtual-row-placed"
      style={{ transform: `translateY(${startPx}px)` }}
    >
      {columns.map((column, place) => (
        <div key={column.name} role="cell" className={column.isNumber ? 'number' : ''}>
          {row === undefined ? place === 0 && '…' : column.cellOf(row)}
        </div>
      ))}
    </div>
  );
}

const VirtualRow = memo(Row) as typeof Row;
