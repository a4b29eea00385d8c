import { readCsv } from '../../sdk/import/readCsv.ts';
import type { RowProblem } from '../../sdk/import/RowCells.ts';
import { EMPLOYEE_COLUMNS } from '../../sdk/import/employeeColumns.ts';
import { employeeOfRow } from '../../sdk/import/employeeOfRow.ts';
import type { EmployeeInput } from '../../generated/schema.ts';

/** A row of a file that was chosen, as it stands and as it was read. */
export interface FileRow {
  /** Line of the file, from 1; the heading is line 1. */
  line: number;
  cells: Readonly<Record<string, string>>;
  employee: EmployeeInput;
  problems: readonly RowProblem[];
}

export interface EmployeeFile {
  name: string;
  rows: readonly FileRow[];
  /** Of the file as a whole: nothing of it could be read. */
  problems: readonly RowProblem[];
}

/** Reads an employee file with the reader of the command line; docs/employee-csv.md describes its columns. */
export async function readEmployeeFile(file: File): Promise<EmployeeFile> {
  const { name } = file;
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await file.arrayBuffer());
  } catch {
    const message = 'The file is not in UTF-8: save it as “CSV UTF-8” and choose it again.';
    return { name, rows: [], problems: [{ line: 1, column: '', message }] };
  }
  const { rows, problems } = readCsv(text, EMPLOYEE_COLUMNS);
  if (problems.length === 0 && rows.length === 0)
    return { name, rows: [], problems: [{ line: 1, column: '', message: 'The file has no row below its heading.' }] };
  return {
    name,
    problems,
    rows: rows.map(({ line, cells }) => {
      const employee = employeeOfRow(cells);
      return { line, cells: cells.record, employee, problems: cells.problems };
    }),
  };
}
