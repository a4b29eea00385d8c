import { parse } from 'csv-parse/sync';
import { RowCells, type RowProblem } from './RowCells.ts';

/** What a file may hold, and where that is described. */
export interface CsvColumns<Column extends string> {
  required: readonly Column[];
  optional: readonly Column[];
  page: string;
}

export interface CsvRow<Column extends string> {
  /** Line of the file, from 1; the heading is line 1. */
  line: number;
  cells: RowCells<Column>;
}

/** Reads a file with a heading. A column that is missing, or that nobody knows, is a problem of the whole file. */
export function readCsv<Column extends string>(
  text: string,
  columns: CsvColumns<Column>,
): { rows: CsvRow<Column>[]; problems: RowProblem[] } {
  let records: { info: { lines: number }; record: Record<string, string> }[];
  let headings: string[] = [];
  const columnsOf = (heading: string[]) => (headings = heading);
  try {
    records = parse(text, { bom: true, columns: columnsOf, info: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    const { message, lines = 1 } = error as Error & { lines?: number };
    const problem = { line: lines, column: '', message: `The file is not well-formed CSV: ${message}` };
    return { rows: [], problems: [problem] };
  }
  const problems = headingProblems(headings, columns);
  if (problems.length > 0) return { rows: [], problems };
  return {
    rows: records.map(({ info: { lines: line }, record }) => ({ line, cells: new RowCells<Column>(line, record) })),
    problems,
  };
}

function headingProblems(headings: readonly string[], { required, optional, page }: CsvColumns<string>): RowProblem[] {
  const known = new Set([...required, ...optional]);
  return [
    ...required
      .filter((column) => !headings.includes(column))
      .map((column) => ({ line: 1, column, message: `The heading lacks the column ${column}.` })),
    ...headings
      .filter((heading) => !known.has(heading))
      .map((heading) => ({
        line: 1,
        column: heading,
        message: `The column "${heading}" is not known: remove or rename it; see ${page}.`,
      })),
  ];
}
