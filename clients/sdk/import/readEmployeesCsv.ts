import type { EmployeeInput } from '../../generated/schema.ts';
import { readCsv } from './readCsv.ts';
import type { RowProblem } from './RowCells.ts';
import { EMPLOYEE_COLUMNS } from './employeeColumns.ts';
import { employeeOfRow } from './employeeOfRow.ts';

/** Reads an employee file. A malformed row is a problem of that row; the service checks what the values mean. */
export function readEmployeesCsv(text: string): {
  rows: { line: number; row: EmployeeInput }[];
  problems: RowProblem[];
} {
  const read = readCsv(text, EMPLOYEE_COLUMNS);
  const rows = read.rows.map(({ line, cells }) => ({ line, row: employeeOfRow(cells) }));
  const problems = [...read.problems, ...read.rows.flatMap(({ cells }) => cells.problems)];
  const wrong = new Set(problems.map(({ line }) => line));
  return { rows: rows.filter(({ line }) => !wrong.has(line)), problems };
}
