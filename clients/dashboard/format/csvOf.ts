/** A cell: text that people entered, or a number or amount that the service made. */
export type CsvCell = { text: string } | { figure: string };

/** What a spreadsheet takes for a formula when a cell begins with it. */
const FORMULA_START = /^[=+\-@\t\r]/;

/**
 * Comma-separated values by RFC 4180. Text that a spreadsheet would run as a formula gets an apostrophe in front; figures
 * stay figures, so that a negative amount can be added up.
 */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string =>
  rows.map((cells) => `${cells.map(cellOf).join(',')}\r\n`).join('');

function cellOf(cell: CsvCell): string {
  if ('figure' in cell) return quoted(cell.figure);
  return quoted(FORMULA_START.test(cell.text) ? `'${cell.text}` : cell.text);
}

const quoted = (value: string): string => (/[",\r\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value);
