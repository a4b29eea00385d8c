import { EMPLOYEE_COLUMNS, type EmployeeColumn } from './employeeColumns.ts';
import { checkCells } from './employeeOfRow.ts';
import { type CsvRow, readCsv, type ReadCsvOptions } from './readCsv.ts';
import { repeatedIds, twinIds } from './repeatedIds.ts';
import type { RowCells } from './RowCells.ts';
import type { RowProblem } from './RowProblem.ts';

/** A row of an employee file, as it stands and as it was read. */
export interface EmployeeRow {
  line: number;
  /** The cells as the file has them, in the order of its heading. */
  texts: readonly string[];
  externalId: string;
  givenName: string;
  familyName: string;
  cells: RowCells<EmployeeColumn>;
  problems: readonly RowProblem[];
}

export interface EmployeesFile {
  headings: readonly string[];
  columns: readonly EmployeeColumn[];
  rows: readonly EmployeeRow[];
  /** Of the file as a whole: nothing of it can be read. Those of a row are with the row. */
  problems: readonly RowProblem[];
  /** What is probably a mistake and can be meant: somebody should answer before the file is sent. */
  questions: readonly RowProblem[];
}

/**
 * Reads an employee file and checks it as a whole, before anything is sent. A malformed row is a problem of that row; the
 * service checks what the values mean. docs/employee-csv.md describes the columns.
 */
export function readEmployeesCsv(file: Uint8Array | string, options: ReadCsvOptions = {}): EmployeesFile {
  const { headings, columns, rows, problems } = readCsv(file, EMPLOYEE_COLUMNS, options);
  const identified = rows.map((row) => ({ line: row.line, externalId: idOf(row) }));
  const repeated = repeatedIds(identified);
  return {
    headings,
    columns,
    problems,
    questions: twinIds(identified),
    rows: rows.map((row) => employeeRowOf(row, repeated.get(row.line))),
  };
}

const idOf = ({ cells }: CsvRow<EmployeeColumn>) => cells.text('externalId') ?? '';

function employeeRowOf(row: CsvRow<EmployeeColumn>, repeated: RowProblem | undefined): EmployeeRow {
  const { line, texts, cells, isWhole } = row;
  if (isWhole) checkCells(cells);
  const problems = [...cells.problems, ...(repeated ? [repeated] : [])];
  const externalId = idOf(row);
  const names = { givenName: cells.text('givenName') ?? '', familyName: cells.text('familyName') ?? '' };
  return { line, texts, cells, externalId, ...names, problems };
}
