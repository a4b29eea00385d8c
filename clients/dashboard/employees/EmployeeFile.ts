import { type EmployeeRow, type EmployeesFile, readEmployeesCsv } from '../../sdk/import/readEmployeesCsv.ts';
import type { ColumnMapping } from '../../sdk/import/columnsOf.ts';

/** A file that was chosen, as it was read. */
export interface EmployeeFile extends EmployeesFile {
  name: string;
  bytes: Uint8Array;
}

/** A row that can be sent. */
export type SendableRow = EmployeeRow & Required<Pick<EmployeeRow, 'employee'>>;

export const isSendable = (row: EmployeeRow): row is SendableRow => row.employee !== undefined;

/** Reads a file as the command line does; docs/employee-csv.md describes its columns. */
export const readEmployeeFile = async (file: File): Promise<EmployeeFile> =>
  employeeFileOf(file.name, new Uint8Array(await file.arrayBuffer()));

export function employeeFileOf(name: string, bytes: Uint8Array, mapping: ColumnMapping = new Map()): EmployeeFile {
  const read = readEmployeesCsv(bytes, { mapping });
  const isEmpty = read.problems.length === 0 && read.rows.length === 0;
  const empty = { line: 1, column: '', message: 'The file has no row below its heading.' };
  return { name, bytes, ...read, ...(isEmpty ? { problems: [empty] } : {}) };
}
