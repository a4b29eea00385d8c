import { UpsertEmployeesDocument } from '../../../generated/operations/graphql.ts';
import { previewEmployeeImport } from '../../../sdk/import/onFile.ts';
import { readEmployeesCsv } from '../../../sdk/import/readEmployeesCsv.ts';
import { importEmployees } from '../../../sdk/importRows.ts';
import { importRows } from '../../importRows.ts';
import type { Invocation } from '../../Invocation.ts';
import { mappingOf } from '../../mappingOf.ts';
import { previewText } from '../../previewText.ts';
import { readFileBytes } from '../../readFileBytes.ts';

export async function run(invocation: Invocation<{ file: string; map: readonly string[] }>): Promise<number> {
  const { file, map } = invocation.given;
  const read = readEmployeesCsv(readFileBytes(file), { mapping: mappingOf(map) });
  const isReadable = read.problems.length === 0 && read.rows.every(({ problems }) => problems.length === 0);
  const { client } = invocation.session;
  const plan = isReadable ? await previewEmployeeImport(client, read, { signal: invocation.signal }) : undefined;
  const rows = plan?.rows ?? [];
  return importRows(invocation, {
    file,
    rows: rows.flatMap(({ line, employee }) => (employee ? [{ line, row: employee }] : [])),
    unsent: rows.filter(({ employee }) => !employee).length,
    problems: [...read.problems, ...(plan?.rows ?? read.rows).flatMap((row) => row.problems)],
    questions: plan?.questions ?? [],
    ...(plan
      ? {
          preview: {
            document: rows.map(({ line, externalId, outcome, changes }) => ({ line, externalId, outcome, changes })),
            text: previewText(rows),
          },
        }
      : {}),
    mutation: UpsertEmployeesDocument,
    inputOf: (employees, idempotencyKey) => ({ idempotencyKey, employees }),
    send: (employees, options) => importEmployees(client, employees, options),
  });
}
