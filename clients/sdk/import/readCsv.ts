import { withoutFormulaGuard } from '../../../payroll/csv.ts';
import { type ColumnMapping, columnsOf, type CsvColumns } from './columnsOf.ts';
import { decodeFile } from './decodeFile.ts';
import { parseCsv } from './parseCsv.ts';
import { RowCells } from './RowCells.ts';
import type { RowProblem } from './RowProblem.ts';

export interface ReadCsvOptions {
  /** Columns under other headings, such as `First Name` for `givenName`; an empty text leaves a column out. */
  mapping?: ColumnMapping;
}

export interface CsvRow<Column extends string> {
  /** Line of the file, from 1; the heading is line 1. */
  line: number;
  /** The cells as the file has them, in the order of its heading. */
  texts: readonly string[];
  cells: RowCells<Column>;
  /** Whether its cells are those of the heading, so that they can be read. */
  isWhole: boolean;
}

export interface CsvFile<Column extends string> {
  headings: readonly string[];
  /** The columns that the file has. */
  columns: readonly Column[];
  rows: readonly CsvRow<Column>[];
  /** Of the file as a whole: nothing of it can be read. Those of a row are with its cells. */
  problems: readonly RowProblem[];
}

/**
 * Reads a file with a heading: its encoding, what divides its cells, and which column each heading stands for. A row that is
 * too short or too long is a problem of its line, and the others are read.
 * @param file bytes as they came, or a text that was decoded already
 */
export function readCsv<Column extends string>(
  file: Uint8Array | string,
  known: CsvColumns<Column>,
  { mapping = new Map() }: ReadCsvOptions = {},
): CsvFile<Column> {
  const decoded = typeof file === 'string' ? { text: file.replace(/^\uFEFF/, '') } : decodeFile(file);
  const parsed = 'problem' in decoded ? decoded : parseCsv(decoded.text);
  if ('problem' in parsed) return { headings: [], columns: [], rows: [], problems: [parsed.problem] };
  const { delimiter, records } = parsed;
  const headings = withoutBlankEnd(parsed.headings);
  if (headings.length === 0) {
    const message = `The file is empty: its first line must name the columns; see ${known.page}.`;
    return { headings, columns: [], rows: [], problems: [{ line: 1, column: '', message }] };
  }
  const { columns, problems } = columnsOf(headings, known, mapping);
  const rows = records.map(({ line, texts }): CsvRow<Column> => {
    const own = withoutBlankEnd(texts);
    const cells = new RowCells<Column>(line, cellsByColumn(columns, texts), delimiter);
    const count = Math.max(own.length, Math.min(texts.length, headings.length));
    if (count !== headings.length)
      cells.refuse('', `Line ${line} has ${cellCount(count)}, the heading ${headings.length}.`);
    return { line, texts, cells, isWhole: count === headings.length };
  });
  if (problems.length > 0) return { headings, columns: [], rows: [], problems };
  return { headings, columns: columns.filter((column) => column !== undefined), rows, problems };
}

const cellCount = (count: number) => `${count} ${count === 1 ? 'cell' : 'cells'}`;

function cellsByColumn<Column extends string>(
  columns: readonly (Column | undefined)[],
  texts: readonly string[],
): Map<Column, string> {
  const cells = new Map<Column, string>();
  for (const [index, column] of columns.entries())
    if (column !== undefined) cells.set(column, withoutFormulaGuard(texts[index] ?? ''));
  return cells;
}

/** Spreadsheets write delimiters for columns that were once used: empty cells at the end are none. */
function withoutBlankEnd(texts: readonly string[]): string[] {
  const last = texts.findLastIndex((text) => text !== '');
  return texts.slice(0, last + 1);
}
