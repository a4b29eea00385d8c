import { readAmount, readDecimal, type ReadNumber } from './readNumber.ts';
import type { RowProblem } from './RowProblem.ts';

/** What empties a recorded value: an empty cell leaves it alone. */
const CLEAR = /^\(clear\)$/i;

/** The cells of one row of a file, and what is wrong with them. An empty cell is an absent value. */
export class RowCells<Column extends string> {
  readonly problems: RowProblem[] = [];
  readonly line: number;
  readonly #texts: ReadonlyMap<Column, string>;
  readonly #delimiter: string;

  constructor(line: number, texts: ReadonlyMap<Column, string>, delimiter = ',') {
    this.line = line;
    this.#texts = texts;
    this.#delimiter = delimiter;
  }

  /** The same cells with no problem found yet. */
  again(): RowCells<Column> {
    return new RowCells(this.line, this.#texts, this.#delimiter);
  }

  /** What a cell states; neither empty nor the word that clears. */
  text(column: Column): string | undefined {
    const text = this.#texts.get(column);
    return text === undefined || text === '' || CLEAR.test(text) ? undefined : text;
  }

  /** Whether a cell has the word `(clear)`: what is recorded goes. */
  isCleared(column: Column): boolean {
    return CLEAR.test(this.#texts.get(column) ?? '');
  }

  required(column: Column): string {
    const text = this.text(column);
    if (text === undefined) this.refuse(column, `${column} is empty.`);
    return text ?? '';
  }

  /** A word of a list. People write them with blanks and in small letters, and spreadsheets change their case. */
  oneOf<Value extends string>(column: Column, values: readonly Value[]): Value | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const word = text.replaceAll(/[\s-]+/g, '_').toUpperCase();
    const found = values.find((value) => value === text || value.toUpperCase() === word);
    if (found === undefined) this.refuse(column, `"${text}" is not one of ${values.join(', ')}.`);
    return found;
  }

  flag(column: Column): boolean | undefined {
    const text = this.oneOf(column, ['true', 'false']);
    return text === undefined ? undefined : text === 'true';
  }

  /** Checked before it is sent: the API refuses a whole call for one malformed date. */
  date(column: Column): string | undefined {
    const text = this.text(column);
    if (text === undefined || isCalendarDate(text)) return text;
    this.refuse(column, `"${text}" is not a date such as 2026-01-31.`);
    return undefined;
  }

  whole(column: Column): number | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    if (/^\d{1,4}$/.test(text)) return Number(text);
    this.refuse(column, `"${text}" is not a whole number.`);
    return undefined;
  }

  /** A decimal string of dollars. */
  amount(column: Column): string | undefined {
    return this.#number(column, (text) => readAmount(text, this.#delimiter));
  }

  percent(column: Column): string | undefined {
    return this.#number(column, (text) => readDecimal(text, 'percent'));
  }

  hours(column: Column): string | undefined {
    return this.#number(column, (text) => readDecimal(text, 'hours'));
  }

  /** Digits that are a name, not a number: spreadsheets spoil them. */
  digits(column: Column, length?: number): string | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    if (/^[\d.,]+E\+?\d+$/i.test(text))
      this.refuse(column, `"${text}" was shortened by a spreadsheet. Format the column as text and enter it again.`);
    else if (length !== undefined && /^\d+$/.test(text) && text.length < length)
      this.refuse(
        column,
        `"${text}" has ${text.length} digits, not ${length}. Spreadsheets drop leading zeros: format the column as text.`,
      );
    return text;
  }

  isAnyFilled(columns: readonly Column[]): boolean {
    return columns.some((column) => this.text(column) !== undefined || this.isCleared(column));
  }

  /** Refuses filled cells that nothing would read: they would be lost in silence. */
  mustBeEmpty(columns: readonly Column[], why: string): void {
    for (const column of columns)
      if (this.isAnyFilled([column])) this.refuse(column, `${column} is filled, but ${why}.`);
  }

  /** The same twice is one problem: a cell may be read several times. */
  refuse(column: Column | '', message: string): void {
    if (this.problems.some((known) => known.column === column && known.message === message)) return;
    this.problems.push({ line: this.line, column, message });
  }

  #number(column: Column, read: (text: string) => ReadNumber): string | undefined {
    const text = this.text(column);
    if (text === undefined) return undefined;
    const number = read(text);
    if (number.ok) return number.decimal;
    this.refuse(column, number.why);
    return undefined;
  }
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
function isCalendarDate(text: string): boolean {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}
