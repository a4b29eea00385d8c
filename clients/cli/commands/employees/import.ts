import { UpsertEmployeesDocument } from '../../../generated/operations/graphql.ts';
import { upsertAllEmployees } from '../../../sdk/upsertAll.ts';
import { readEmployeesCsv } from '../../../sdk/import/readEmployeesCsv.ts';
import { importRows } from '../../importRows.ts';
import type { Invocation } from '../../Invocation.ts';
import { readTextFile } from '../../readTextFile.ts';

export async function run(invocation: Invocation<{ file: string }>): Promise<number> {
  const { file } = invocation.given;
  const text = readTextFile(file);
  return importRows(invocation, {
    file,
    text,
    ...readEmployeesCsv(text),
    mutation: UpsertEmployeesDocument,
    inputOf: (employees, idempotencyKey) => ({ idempotencyKey, employees }),
    send: (employees, options) => upsertAllEmployees(invocation.session.client, employees, options),
  });
}
