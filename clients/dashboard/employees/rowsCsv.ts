import type { EmployeeRow } from '../../sdk/import/readEmployeesCsv.ts';
import { EMPLOYEE_COLUMNS } from '../../sdk/import/employeeColumns.ts';
import { csvOf } from '../format/csvOf.ts';

/** Rows of a file as they stood in it, to be corrected and imported again: figures, because nothing may change in them. */
export const rowsCsv = (headings: readonly string[], rows: readonly EmployeeRow[]): string =>
  csvOf([headings.map((text) => ({ text })), ...rows.map(({ texts }) => texts.map((figure) => ({ figure })))]);

/** A file with every column and no row. */
export const emptyFileCsv = (): string =>
  csvOf([[...EMPLOYEE_COLUMNS.required, ...EMPLOYEE_COLUMNS.optional].map((column) => ({ text: column }))]);
