import { EMPLOYEE_COLUMNS } from '../../sdk/import/employeeColumns.ts';
import { csvOf } from '../format/csvOf.ts';
import type { FileRow } from './EmployeeFile.ts';

/** Rows of a file as they stood in it, to be mended and imported again: figures, because nothing may change in them. */
export function rowsCsv(rows: readonly FileRow[]): string {
  const columns = Object.keys(rows[0]?.cells ?? {});
  return csvOf([
    columns.map((column) => ({ text: column })),
    ...rows.map(({ cells }) => columns.map((column) => ({ figure: cells[column] ?? '' }))),
  ]);
}

/** A file with every column and no row. */
export const emptyFileCsv = (): string =>
  csvOf([[...EMPLOYEE_COLUMNS.required, ...EMPLOYEE_COLUMNS.optional].map((column) => ({ text: column }))]);
