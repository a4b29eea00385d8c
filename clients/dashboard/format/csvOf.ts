import { type CsvCell, csvLine } from '../../../payroll/csv.ts';

/** A whole file of comma-separated values. */
export const csvOf = (rows: readonly (readonly CsvCell[])[]): string => rows.map(csvLine).join('');
