import { parse } from 'csv-parse/sync';
import type { EmployeeInput } from '../../generated/schema.ts';
import { EMPLOYEE_COLUMNS, REQUIRED_COLUMNS } from './employeeColumns.ts';
import { employeeOfRow } from './employeeOfRow.ts';
import { RowCells, type RowProblem } from './RowCells.ts';

export interface EmployeeRow {
  line: number;
  employee: EmployeeInput;
}

/** Reads an employee file. A malformed row is a problem of that row; the service checks what the values mean. */
export function readEmployeesCsv(text: string): { rows: EmployeeRow[]; problems: RowProblem[] } {
  let records: { info: { lines: number }; record: Record<string, string> }[];
  try {
    records = parse(text, { bom: true, columns: true, info: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    const { message, lines = 1 } = error as Error & { lines?: number };
    return {
      rows: [],
      problems: [{ line: lines, column: '', message: `The file is not well-formed CSV: ${message}` }],
    };
  }
  const problems = headingProblems(Object.keys(records[0]?.record ?? {}));
  if (problems.length > 0) return { rows: [], problems };
  const rows: EmployeeRow[] = [];
  for (const { info, record } of records) {
    const cells = new RowCells(info.lines, record);
    const employee = employeeOfRow(cells);
    if (cells.problems.length > 0) problems.push(...cells.problems);
    else rows.push({ line: info.lines, employee });
  }
  return { rows, problems };
}

function headingProblems(headings: readonly string[]): RowProblem[] {
  const known: readonly string[] = EMPLOYEE_COLUMNS;
  return [
    ...REQUIRED_COLUMNS.filter((column) => !headings.includes(column)).map((column) => ({
      line: 1,
      column,
      message: `The heading lacks the column ${column}.`,
    })),
    ...headings
      .filter((heading) => !known.includes(heading))
      .map((heading) => ({
        line: 1,
        column: heading,
        message: `The column "${heading}" is not known: remove or rename it; see docs/employee-csv.md.`,
      })),
  ];
}
