import { UpsertPayrollInputsDocument } from '../../../generated/operations/graphql.ts';
import { importPayrollInputs } from '../../../sdk/importRows.ts';
import { previewInputsImport } from '../../../sdk/import/inputsOnFile.ts';
import { readInputsCsv } from '../../../sdk/import/readInputsCsv.ts';
import { importRows } from '../../importRows.ts';
import { inputsPreviewText } from '../../inputsPreviewText.ts';
import type { Invocation } from '../../Invocation.ts';
import { mappingOf } from '../../mappingOf.ts';
import { readFileBytes } from '../../readFileBytes.ts';

interface Given {
  file: string;
  group: string;
  period: string;
  source: string | undefined;
  map: readonly string[];
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { file, group, period, source, map } = invocation.given;
  const place = { payGroupId: group, periodStartDate: period, ...(source === undefined ? {} : { source }) };
  const read = readInputsCsv(readFileBytes(file), { mapping: mappingOf(map) });
  const { client } = invocation.session;
  const planned =
    read.problems.length === 0
      ? await previewInputsImport(client, place, read.rows, { signal: invocation.signal })
      : [];
  return importRows(invocation, {
    file,
    ...read,
    rows: planned.flatMap(({ line, input }) => (input ? [{ line, row: input }] : [])),
    unsent: planned.filter(({ input }) => !input).length,
    preview: {
      document: planned.map(({ line, externalId, outcome, changes }) => ({ line, externalId, outcome, changes })),
      text: inputsPreviewText(planned),
    },
    mutation: UpsertPayrollInputsDocument,
    inputOf: (inputs, idempotencyKey) => ({ idempotencyKey, ...place, inputs }),
    send: (inputs, options) => importPayrollInputs(client, place, inputs, options),
  });
}
