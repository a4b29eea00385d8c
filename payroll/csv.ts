/*
 * CSV by RFC 4180, for every file that is written here: reports of the service, and exports and left-over rows of clients.
 * Written here because it is less than it takes to configure a library to it: the guard has to know which cells are text
 * and which are numbers, and has to be undone exactly by anyone who reads the file.
 */

/** Text that was entered, or a figure (a number, an amount, a date) that stays as it is: a negative amount adds up. */
export type CsvCell = { readonly text: string } | { readonly figure: string };

/** What a file begins with, so that spreadsheets read it as UTF-8. */
export const BYTE_ORDER_MARK = '\uFEFF';

/** One line, with CRLF at its end. */
export const csvLine = (cells: readonly CsvCell[]): string => `${cells.map(fieldOf).join(',')}\r\n`;

function fieldOf(cell: CsvCell): string {
  const value = 'figure' in cell ? cell.figure : withFormulaGuard(cell.text);
  return /[",\r\n]|^\s|\s$/.test(value) ? `"${value.replaceAll('"', '""')}"` : value;
}

/** What begins with a letter or a digit of ASCII, as nearly every cell does. */
const HARMLESS = /^[0-9A-Za-z]/;

/**
 * Spreadsheets take text for a formula that begins with `=`, `+`, `-` or `@`, also behind white space and characters that
 * are not seen, and in the wide and small forms of Asian keyboards (hence NFKD). A leading apostrophe makes it text
 * again. Apostrophes that are there already count as nothing, so that taking one away always gives the text back.
 */
const FORMULA = /^'*(?:[\t\r\n]|[\s\p{C}]*[=+\-@])/u;

const isFormula = (text: string): boolean => !HARMLESS.test(text) && FORMULA.test(text.normalize('NFKD'));

/** The text as a spreadsheet takes it for text. */
export const withFormulaGuard = (text: string): string => (isFormula(text) ? `'${text}` : text);

/** The text that was guarded; any other text as it is. */
export const withoutFormulaGuard = (text: string): string =>
  text.startsWith("'") && isFormula(text) ? text.slice(1) : text;
