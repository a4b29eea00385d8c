import { EmployeeFilesDocument } from '../../generated/operations/graphql.ts';
import type { ColumnMapping } from '../../sdk/import/columnsOf.ts';
import { type EmployeeOnFile } from '../../sdk/import/EmployeeOnFile.ts';
import { comparedWith, PAGE } from '../../sdk/import/onFile.ts';
import type { EmployeeImportPlan, PlannedEmployee } from '../../sdk/import/planEmployeeImport.ts';
import { readEmployeesCsv } from '../../sdk/import/readEmployeesCsv.ts';
import { pages } from '../../sdk/pages.ts';
import { execute } from '../api/execute.ts';

/** A file that was chosen, compared with who is on file. */
export interface EmployeeFile extends EmployeeImportPlan {
  name: string;
  bytes: Uint8Array;
}

/** A row that can be sent. */
export type SendableRow = PlannedEmployee & Required<Pick<PlannedEmployee, 'employee'>>;

export const isSendable = (row: PlannedEmployee): row is SendableRow => row.employee !== undefined;

/** Everybody on file, page by page. */
export async function* everybody(): AsyncGenerator<EmployeeOnFile> {
  const readPage = async (after: string | null) =>
    (await execute(EmployeeFilesDocument, { first: PAGE, after })).employees ?? null;
  for await (const { nodes } of pages(readPage)) yield* nodes;
}

/** Reads a file as the command line does; docs/employee-csv.md describes its columns. */
export async function employeeFileOf(
  name: string,
  bytes: Uint8Array,
  mapping: ColumnMapping = new Map(),
  onFile: AsyncIterable<EmployeeOnFile> = everybody(),
): Promise<EmployeeFile> {
  const plan = await comparedWith(readEmployeesCsv(bytes, { mapping }), onFile);
  const isEmpty = plan.problems.length === 0 && plan.rows.length === 0;
  const empty = { line: 1, column: '', message: 'The file has no row below its heading.' };
  return { name, bytes, ...plan, ...(isEmpty ? { problems: [empty] } : {}) };
}
