import { EmployeeFilesDocument } from '../../generated/operations/graphql.ts';
import type { CallOptions, PayrollClient } from '../PayrollClient.ts';
import type { EmployeeOnFile } from './EmployeeOnFile.ts';
import { type EmployeeImportPlan, planEmployeeImport } from './planEmployeeImport.ts';
import type { EmployeesFile } from './readEmployeesCsv.ts';

/** As many as a page of the API may hold. */
export const PAGE = 100;

/** Everybody on file, in the order in which they were added. */
export const employeesOnFile = (client: PayrollClient, options: CallOptions = {}): AsyncIterable<EmployeeOnFile> =>
  client.nodes(EmployeeFilesDocument, { first: PAGE }, options);

/** What an import of a file would do, employee by employee; nothing is sent. */
export const previewEmployeeImport = (
  client: PayrollClient,
  file: EmployeesFile,
  options: CallOptions = {},
): Promise<EmployeeImportPlan> => comparedWith(file, employeesOnFile(client, options));

/** Compares a file with everybody on file. */
export async function comparedWith(
  file: EmployeesFile,
  everybody: AsyncIterable<EmployeeOnFile>,
): Promise<EmployeeImportPlan> {
  const wanted = new Set(file.rows.map(({ externalId }) => externalId));
  const found = new Map<string, EmployeeOnFile>();
  const ids: string[] = [];
  if (file.rows.some(({ problems }) => problems.length === 0))
    for await (const employee of everybody) {
      ids.push(employee.externalId);
      if (wanted.has(employee.externalId)) found.set(employee.externalId, employee);
    }
  return planEmployeeImport(file, found, ids);
}
