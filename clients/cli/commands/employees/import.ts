import { UpsertEmployeesDocument } from '../../../generated/operations/graphql.ts';
import { readEmployeesCsv } from '../../../sdk/import/readEmployeesCsv.ts';
import { upsertAllEmployees } from '../../../sdk/upsertAll.ts';
import { importRows } from '../../importRows.ts';
import type { Invocation } from '../../Invocation.ts';
import { mappingOf } from '../../mappingOf.ts';
import { readFileBytes } from '../../readFileBytes.ts';

export async function run(invocation: Invocation<{ file: string; map: readonly string[] }>): Promise<number> {
  const { file, map } = invocation.given;
  const { rows, problems, questions } = readEmployeesCsv(readFileBytes(file), { mapping: mappingOf(map) });
  return importRows(invocation, {
    file,
    rows: rows.flatMap(({ line, employee }) => (employee ? [{ line, row: employee }] : [])),
    problems: [...problems, ...rows.flatMap((row) => row.problems)],
    questions,
    mutation: UpsertEmployeesDocument,
    inputOf: (employees, idempotencyKey) => ({ idempotencyKey, employees }),
    send: (employees, options) => upsertAllEmployees(invocation.session.client, employees, options),
  });
}
