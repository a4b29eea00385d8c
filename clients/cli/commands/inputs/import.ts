import { UpsertPayrollInputsDocument } from '../../../generated/operations/graphql.ts';
import { upsertAllPayrollInputs } from '../../../sdk/upsertAll.ts';
import { importRows } from '../../importRows.ts';
import { readInputsCsv } from '../../../sdk/import/readInputsCsv.ts';
import type { Invocation } from '../../Invocation.ts';
import { readTextFile } from '../../readTextFile.ts';

export async function run(invocation: Invocation<{ file: string; group: string; period: string }>): Promise<number> {
  const { file, group, period } = invocation.given;
  const text = readTextFile(file);
  const to = { payGroupId: group, periodStartDate: period };
  return importRows(invocation, {
    file,
    text,
    ...readInputsCsv(text),
    mutation: UpsertPayrollInputsDocument,
    inputOf: (inputs, idempotencyKey) => ({ idempotencyKey, ...to, inputs }),
    send: (inputs, options) => upsertAllPayrollInputs(invocation.session.client, to, inputs, options),
  });
}
