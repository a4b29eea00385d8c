import { PayrollInputsDocument, type PayrollInputsQuery } from '../../generated/operations/graphql.ts';
import type { PayrollInputInput } from '../../generated/schema.ts';
import type { CallOptions, PayrollClient } from '../PayrollClient.ts';
import type { InputsPlace } from '../upsertAll.ts';
import { plain } from './EmployeeOnFile.ts';
import { PAGE } from './onFile.ts';
import { type PlannedInput, planInputsImport } from './planInputsImport.ts';
import type { SourceInput } from './SourceInput.ts';

/** What nobody names is the office's. */
const OFFICE = 'office';

type InputOnFile = NonNullable<PayrollInputsQuery['payrollInputs']>['nodes'][number];

/** What a source entered for a period, employee by employee. */
export async function* inputsOnFile(
  client: PayrollClient,
  { payGroupId, periodStartDate, source = OFFICE }: InputsPlace,
  options: CallOptions = {},
): AsyncGenerator<SourceInput> {
  for await (const node of client.nodes(PayrollInputsDocument, { payGroupId, periodStartDate, first: PAGE }, options)) {
    const { externalId, employeeName } = node;
    const part = node.parts.find((each) => each.source === source);
    if (part) yield { externalId, employeeName, version: part.version, input: inputOf(externalId, part) };
  }
}

function inputOf(externalId: string, part: InputOnFile['parts'][number]): PayrollInputInput {
  const { source: _who, version: _seen, hoursWorked, ...entered } = part;
  const weeks = hoursWorked.map(({ startDate: _from, ...week }) => week);
  return { externalId, ...plain<Omit<PayrollInputInput, 'externalId'>>({ ...entered, hoursWorked: weeks }) };
}

/** What an import of a file of a source would do, employee by employee; nothing is sent. */
export async function previewInputsImport(
  client: PayrollClient,
  place: InputsPlace,
  rows: readonly { line: number; row: PayrollInputInput }[],
  options: CallOptions = {},
): Promise<PlannedInput[]> {
  const before = new Map<string, SourceInput>();
  for await (const input of inputsOnFile(client, place, options)) before.set(input.externalId, input);
  return planInputsImport(rows, before);
}
