import { formatMoney } from '../../payroll/money.ts';
import type { Cell, Column } from './Column.ts';

/*
 * RFC 4180, written here because it is less than it takes to configure a library to it: the rule below has to know which
 * cells are text and which are numbers, and has to be undone exactly by whoever reads the file.
 */

/** The first line of a report. */
export function csvHeader<Row>(columns: readonly Column<Row>[]): string {
  return lineOf(columns.map(({ header }) => header));
}

/** The lines of `rows`, each with CRLF at its end: reports are written piece by piece. */
export function csvRows<Row>(columns: readonly Column<Row>[], rows: readonly Row[]): string {
  return rows.map((row) => lineOf(columns.map(({ cell }) => cell(row)))).join('');
}

function lineOf(cells: readonly Cell[]): string {
  return `${cells.map(fieldOf).join(',')}\r\n`;
}

function fieldOf(cell: Cell): string {
  if (cell === undefined) return '';
  if (typeof cell === 'number') return String(cell);
  if (typeof cell === 'object') return formatMoney(cell.amountCents);
  const text = guarded(cell);
  return /[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** What begins with a letter or a digit of ASCII, as nearly every cell does. */
const HARMLESS = /^[0-9A-Za-z]/;

/**
 * Spreadsheets take text for a formula that begins with `=`, `+`, `-` or `@`, also behind white space and characters that
 * are not seen, and in the wide and small forms of Asian keyboards (hence NFKD). A leading apostrophe makes it text
 * again. Apostrophes that are there already count as nothing, so that taking one away always gives the text back.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{C}]*[=+\-@])/u;

function guarded(text: string): string {
  return !HARMLESS.test(text) && FORMULA.test(text.normalize('NFKD')) ? `'${text}` : text;
}
