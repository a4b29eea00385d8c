import { UpsertPayrollInputsDocument } from '../../../generated/operations/graphql.ts';
import { readInputsCsv } from '../../../sdk/import/readInputsCsv.ts';
import { importPayrollInputs } from '../../../sdk/importRows.ts';
import { importRows } from '../../importRows.ts';
import type { Invocation } from '../../Invocation.ts';
import { mappingOf } from '../../mappingOf.ts';
import { readFileBytes } from '../../readFileBytes.ts';

interface Given {
  file: string;
  group: string;
  period: string;
  map: readonly string[];
}

export async function run(invocation: Invocation<Given>): Promise<number> {
  const { file, group, period, map } = invocation.given;
  const to = { payGroupId: group, periodStartDate: period };
  return importRows(invocation, {
    file,
    ...readInputsCsv(readFileBytes(file), { mapping: mappingOf(map) }),
    mutation: UpsertPayrollInputsDocument,
    inputOf: (inputs, idempotencyKey) => ({ idempotencyKey, ...to, inputs }),
    send: (inputs, options) => importPayrollInputs(invocation.session.client, to, inputs, options),
  });
}
