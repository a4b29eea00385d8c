import { formatMoney } from '../../payroll/money.ts';
import type { Cell, Column } from './Column.ts';

/** A line of JSON for each row. Amounts are decimal strings, as everywhere in the API; what is absent is `null`. */
export function jsonLines<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows
    .map(
      (row) =>
        `${JSON.stringify(Object.fromEntries(columns.map(({ header, cell }) => [header, valueOf(cell(row))])))}\n`,
    )
    .join('');
}

function valueOf(cell: Cell): string | number | null {
  if (cell === undefined) return null;
  return typeof cell === 'object' ? formatMoney(cell.amountCents) : cell;
}
