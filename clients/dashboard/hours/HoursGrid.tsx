import { useVirtualizer } from '@tanstack/react-virtual';
import { type ClipboardEvent, type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from 'react-aria-components/Button';
import { hrefOf } from '../navigation/Route.ts';
import type { CellEdit, HoursSheet, SheetRow } from './HoursSheet.ts';
import type { SheetColumn } from './SheetColumn.ts';

const ROW_HEIGHT_PX = 40;

interface Place {
  row: number;
  column: number;
}

/** A cell that is being typed into. */
interface Typing extends Place {
  text: string;
}

export interface HoursGridProps {
  name: string;
  sheet: HoursSheet;
  /** Those that the filter lets through. */
  rows: readonly SheetRow[];
  mayEdit: boolean;
  onSave: () => void;
}

/**
 * A grid that is worked like a spreadsheet: arrows move, typing writes, Enter and Tab go on, Shift marks, Ctrl+C, Ctrl+V,
 * Ctrl+D, Ctrl+Z and Delete do what they always do. Only the rows in sight are in the document.
 */
export function HoursGrid({ name, sheet, rows, mayEdit, onSave }: HoursGridProps) {
  const id = useId();
  const { columns } = sheet;
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  const [anchor, setAnchor] = useState<Place>();
  const [typing, setTyping] = useState<Typing>();
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: 10,
    scrollPaddingStart: 56,
    scrollPaddingEnd: 48,
  });
  const at: Place = {
    row: Math.min(active.row, Math.max(0, rows.length - 1)),
    column: Math.min(active.column, columns.length - 1),
  };
  const range = rangeOf(at, anchor ?? at);

  const focusGrid = () => scroller.current?.focus({ preventScroll: true });
  const move = (to: Place, marks = false) => {
    const next = {
      row: Math.max(0, Math.min(rows.length - 1, to.row)),
      column: Math.max(0, Math.min(columns.length - 1, to.column)),
    };
    setAnchor(marks ? (anchor ?? at) : undefined);
    setActive(next);
    virtualizer.scrollToIndex(next.row);
    requestAnimationFrame(() =>
      document
        .getElementById(`${id}r${next.row}c${next.column}`)
        ?.scrollIntoView({ block: 'nearest', inline: 'nearest' }),
    );
  };
  const write = (place: Place, text: string) => {
    const [row, column] = [rows[place.row], columns[place.column]];
    if (row && column) sheet.edit([{ employeeId: row.employeeId, columnId: column.id, text }]);
  };
  const commit = (next: Place | undefined) => {
    if (typing) write(typing, typing.text);
    setTyping(undefined);
    focusGrid();
    if (next) move(next);
  };
  const cellsIn = ({ top, bottom, left, right }: Range): CellEdit[] =>
    rows.slice(top, bottom + 1).flatMap((row) =>
      columns.slice(left, right + 1).map((column) => ({
        employeeId: row.employeeId,
        columnId: column.id,
        text: sheet.cell(row, column).text,
      })),
    );

  const onKeyDown = (event: KeyboardEvent) => {
    if (typing || event.target !== scroller.current) return;
    const isCommand = event.ctrlKey || event.metaKey;
    const { key, shiftKey } = event;
    const steps: Readonly<Record<string, Place>> = {
      ArrowUp: { row: isCommand ? -rows.length : -1, column: 0 },
      ArrowDown: { row: isCommand ? rows.length : 1, column: 0 },
      ArrowLeft: { row: 0, column: isCommand ? -columns.length : -1 },
      ArrowRight: { row: 0, column: isCommand ? columns.length : 1 },
      PageUp: { row: -10, column: 0 },
      PageDown: { row: 10, column: 0 },
      Home: { row: isCommand ? -rows.length : 0, column: -columns.length },
      End: { row: isCommand ? rows.length : 0, column: columns.length },
    };
    const step = steps[key];
    const done = () => event.preventDefault();
    if (step) {
      done();
      return move({ row: at.row + step.row, column: at.column + step.column }, shiftKey);
    }
    if (isCommand && key.toLowerCase() === 's') {
      done();
      return onSave();
    }
    if (!mayEdit) return;
    if (isCommand && key.toLowerCase() === 'z') {
      done();
      return sheet.undo();
    }
    if (isCommand && key.toLowerCase() === 'd') {
      done();
      return fillDown();
    }
    if (key === 'Delete' || key === 'Backspace') {
      done();
      return sheet.edit(cellsIn(range).map((cell) => ({ ...cell, text: '' })));
    }
    const [row, column] = [rows[at.row], columns[at.column]];
    if (!row || !column || sheet.cell(row, column).isLocked) return;
    if (key === 'Enter' || key === 'F2') {
      done();
      return setTyping({ ...at, text: sheet.cell(row, column).text });
    }
    if (key.length === 1 && !isCommand && !event.altKey) {
      done();
      setTyping({ ...at, text: key });
    }
  };
  /** The top row of what is marked, written into the rows below it. */
  const fillDown = () => {
    const first = new Map(cellsIn({ ...range, bottom: range.top }).map(({ columnId, text }) => [columnId, text]));
    sheet.edit(cellsIn(range).map((cell) => ({ ...cell, text: first.get(cell.columnId) ?? '' })));
  };
  const onCopy = (event: ClipboardEvent) => {
    if (typing) return;
    event.preventDefault();
    const width = range.right - range.left + 1;
    const texts = cellsIn(range).map(({ text }) => text);
    const lines = Array.from({ length: range.bottom - range.top + 1 }, (_, line) =>
      texts.slice(line * width, (line + 1) * width).join('\t'),
    );
    event.clipboardData.setData('text/plain', lines.join('\n'));
  };
  const onPaste = (event: ClipboardEvent) => {
    if (typing || !mayEdit) return;
    event.preventDefault();
    const table = event.clipboardData
      .getData('text/plain')
      .replace(/\r?\n$/, '')
      .split(/\r?\n/)
      .map((line) => line.split('\t'));
    const isOne = table.length === 1 && table[0]?.length === 1;
    const edits = isOne
      ? cellsIn(range).map((cell) => ({ ...cell, text: table[0]?.[0] ?? '' }))
      : table.flatMap((texts, down) =>
          texts.flatMap((text, right) => {
            const [row, column] = [rows[range.top + down], columns[range.left + right]];
            return row && column ? [{ employeeId: row.employeeId, columnId: column.id, text }] : [];
          }),
        );
    sheet.edit(edits);
    if (!isOne) {
      setAnchor({ row: range.top, column: range.left });
      setActive({
        row: Math.min(rows.length - 1, range.top + table.length - 1),
        column: Math.min(columns.length - 1, range.left + Math.max(...table.map((line) => line.length)) - 1),
      });
    }
  };

  const template = `var(--hours-name) repeat(${columns.length}, 8rem) minmax(26rem, 1fr)`;
  const totals = sheet.totals();
  return (
    <div
      ref={scroller}
      className="hours-grid"
      role="grid"
      tabIndex={0}
      aria-label={name}
      aria-rowcount={rows.length + 2}
      aria-colcount={columns.length + 2}
      aria-multiselectable
      aria-readonly={!mayEdit}
      aria-activedescendant={rows.length > 0 && !typing ? `${id}r${at.row}c${at.column}` : undefined}
      onKeyDown={onKeyDown}
      onCopy={onCopy}
      onPaste={onPaste}
    >
      <div className="hours-row hours-head" role="row" aria-rowindex={1} style={{ gridTemplateColumns: template }}>
        <div role="columnheader" className="hours-name">
          Employee
        </div>
        {columns.map((column) => (
          <div key={column.id} role="columnheader" className="number">
            {column.name}
            <small>{column.detail}</small>
          </div>
        ))}
        <div role="columnheader">To fix</div>
      </div>
      <div role="rowgroup" className="hours-body" style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) return null;
          return (
            <div
              key={row.employeeId}
              role="row"
              aria-rowindex={index + 2}
              className="hours-row hours-row-placed"
              style={{ gridTemplateColumns: template, transform: `translateY(${start}px)` }}
            >
              <div role="rowheader" className="hours-name">
                {sheet.problemsOf(row).length > 0 && (
                  <span className="hours-flag" title={sheet.problemsOf(row).join(' ')}>
                    !
                  </span>
                )}
                <a href={hrefOf({ screen: 'employee', employeeId: row.employeeId })}>
                  <bdi>{row.name}</bdi>
                </a>
                <small>
                  <bdi>{row.externalId}</bdi>
                </small>
              </div>
              {columns.map((column, place) => (
                <GridCell
                  key={column.id}
                  id={`${id}r${index}c${place}`}
                  sheet={sheet}
                  row={row}
                  column={column}
                  isActive={index === at.row && place === at.column}
                  isMarked={isIn(range, index, place)}
                  typed={typing?.row === index && typing.column === place ? typing.text : undefined}
                  onType={(text) => setTyping({ row: index, column: place, text })}
                  onEnd={(step) => commit(step && { row: index + step.row, column: place + step.column })}
                  onCancel={() => {
                    setTyping(undefined);
                    focusGrid();
                  }}
                  onPress={(marks) => {
                    if (typing) commit(undefined);
                    focusGrid();
                    move({ row: index, column: place }, marks);
                  }}
                  onOpen={() => {
                    const { isLocked, text } = sheet.cell(row, column);
                    if (mayEdit && !isLocked) setTyping({ row: index, column: place, text });
                  }}
                />
              ))}
              <ProblemCell sheet={sheet} row={row} />
            </div>
          );
        })}
      </div>
      <div
        className="hours-row hours-foot"
        role="row"
        aria-rowindex={rows.length + 2}
        style={{ gridTemplateColumns: template }}
      >
        <div role="rowheader" className="hours-name">
          Total
        </div>
        {columns.map((column) => (
          <div key={column.id} role="gridcell" className="number">
            {totals.get(column.id)}
          </div>
        ))}
        <div role="gridcell" />
      </div>
    </div>
  );
}

interface GridCellProps {
  id: string;
  sheet: HoursSheet;
  row: SheetRow;
  column: SheetColumn;
  isActive: boolean;
  isMarked: boolean;
  /** While it is typed into. */
  typed: string | undefined;
  onType: (text: string) => void;
  /** Typing is over; with a step, the next cell is that far. */
  onEnd: (step?: Place) => void;
  onCancel: () => void;
  onPress: (marks: boolean) => void;
  onOpen: () => void;
}

function GridCell(props: GridCellProps) {
  const { id, sheet, row, column, isActive, isMarked, typed, onType, onEnd, onCancel, onPress, onOpen } = props;
  const { text, isEdited, isLocked, problem, others } = sheet.cell(row, column);
  const classes = [
    'hours-cell number',
    isActive && 'hours-active',
    isMarked && 'hours-marked',
    isEdited && 'hours-edited',
    problem && 'hours-wrong',
    isLocked && 'hours-locked',
  ];
  return (
    <div
      id={id}
      role="gridcell"
      className={classes.filter(Boolean).join(' ')}
      aria-selected={isMarked}
      aria-invalid={problem !== undefined}
      aria-readonly={isLocked}
      title={
        problem ??
        (isLocked ? 'Several entries, or hours by date: change them with a file or through the API.' : undefined)
      }
      onMouseDown={(event) => {
        if (typed !== undefined) return;
        event.preventDefault(); // the focus stays with the grid
        onPress(event.shiftKey);
      }}
      onDoubleClick={onOpen}
    >
      {typed === undefined ? (
        <>
          {others !== '' && <small title="Entered by another system and paid on top">{others}&nbsp;+</small>}
          {text}
        </>
      ) : (
        <CellInput
          label={`${column.name}, ${row.name}`}
          text={typed}
          onType={onType}
          onEnd={onEnd}
          onCancel={onCancel}
        />
      )}
    </div>
  );
}

interface CellInputProps {
  label: string;
  text: string;
  onType: (text: string) => void;
  onEnd: (step?: Place) => void;
  onCancel: () => void;
}

function CellInput({ label, text, onType, onEnd, onCancel }: CellInputProps) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);
  return (
    <input
      ref={input}
      aria-label={label}
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(event) => onType(event.target.value)}
      onBlur={() => onEnd()}
      onKeyDown={(event) => {
        const { key, shiftKey } = event;
        if (key === 'Escape') {
          event.stopPropagation();
          onCancel();
        }
        if (key !== 'Enter' && key !== 'Tab') return;
        event.preventDefault();
        event.stopPropagation();
        const back = shiftKey ? -1 : 1;
        onEnd(key === 'Enter' ? { row: back, column: 0 } : { row: 0, column: back });
      }}
    />
  );
}

function ProblemCell({ sheet, row }: { sheet: HoursSheet; row: SheetRow }) {
  const problems = sheet.problemsOf(row);
  const text = problems.join(' ');
  return (
    <div role="gridcell" className="hours-problem">
      {row.isConflict && (
        <span className="hours-choice">
          <Button className="button button-small" onPress={() => sheet.settle(row.employeeId, 'theirs')}>
            Use theirs
          </Button>
          <Button className="button button-small" onPress={() => sheet.settle(row.employeeId, 'mine')}>
            Keep mine
          </Button>
        </span>
      )}
      <span title={text}>{text}</span>
    </div>
  );
}

interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

const rangeOf = (a: Place, b: Place): Range => ({
  top: Math.min(a.row, b.row),
  bottom: Math.max(a.row, b.row),
  left: Math.min(a.column, b.column),
  right: Math.max(a.column, b.column),
});

const isIn = ({ top, bottom, left, right }: Range, row: number, column: number): boolean =>
  row >= top && row <= bottom && column >= left && column <= right;
