export interface RowProblem {
  /** Line of the file, from 1; the heading is line 1. */
  line: number;
  column: string;
  message: string;
}

/** The cells of one row of a file, and what is wrong with them. An empty cell is an absent value. */
export class RowCells<Column extends string> {
  readonly problems: RowProblem[] = [];
  /** The cells as the file has them, by column. */
  readonly record: Readonly<Record<string, string>>;
  readonly #line: number;

  constructor(line: number, record: Readonly<Record<string, string>>) {
    this.#line = line;
    this.record = record;
  }

  text(column: Column): string | undefined {
    return this.record[column] || undefined;
  }

  required(column: Column): string {
    const text = this.text(column);
    if (text === undefined) this.refuse(column, `${column} is empty.`);
    return text ?? '';
  }

  oneOf<Value extends string>(column: Column, values: readonly Value[]): Value | undefined {
    const text = this.text(column);
    if (text === undefined || (values as readonly string[]).includes(text)) return text as Value | undefined;
    this.refuse(column, `"${text}" is not one of ${values.join(', ')}.`);
    return undefined;
  }

  flag(column: Column): boolean | undefined {
    const text = this.oneOf(column, ['true', 'false']);
    return text === undefined ? undefined : text === 'true';
  }

  /** Looked at before it is sent: the API refuses a whole call for one date that is none. */
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

  /** The cells that are filled, by the names that the service has for them. */
  texts<Name extends string>(columns: Readonly<Record<Name, Column>>): Partial<Record<Name, string>> {
    const filled = Object.entries<Column>(columns).flatMap(([name, column]) => {
      const text = this.text(column);
      return text === undefined ? [] : [[name, text]];
    });
    return Object.fromEntries(filled) as Partial<Record<Name, string>>;
  }

  isAnyFilled(columns: readonly Column[]): boolean {
    return columns.some((column) => this.text(column) !== undefined);
  }

  /** Refuses filled cells that nothing would read: they would be lost in silence. */
  mustBeEmpty(columns: readonly Column[], why: string): void {
    for (const column of columns)
      if (this.text(column) !== undefined) this.refuse(column, `${column} is filled, but ${why}.`);
  }

  refuse(column: Column, message: string): void {
    this.problems.push({ line: this.#line, column, message });
  }
}

/** Whether a text is a day of the calendar, written `YYYY-MM-DD`. */
function isCalendarDate(text: string): boolean {
  const atMs = Date.parse(`${text}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(atMs) && new Date(atMs).toISOString().startsWith(text);
}
