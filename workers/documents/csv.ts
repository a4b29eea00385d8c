import { BYTE_ORDER_MARK, type CsvCell, csvLine } from '../../payroll/csv.ts';
import { formatMoney } from '../../payroll/money.ts';
import type { Cell, Column } from './Column.ts';

/** The first line of a report, after the mark by which spreadsheets know that it is UTF-8. */
export function csvHeader<Row>(columns: readonly Column<Row>[]): string {
  return BYTE_ORDER_MARK + csvLine(columns.map(({ header }) => ({ text: header })));
}

/** The lines of `rows`: reports are written piece by piece. */
export function csvRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => csvLine(columns.map(({ cell }) => cellOf(cell(row))))).join('');
}

function cellOf(cell: Cell): CsvCell {
  if (cell === undefined) return { figure: '' };
  if (typeof cell === 'number') return { figure: String(cell) };
  return typeof cell === 'object' ? { figure: formatMoney(cell.amountCents) } : { text: cell };
}
