import { BYTE_ORDER_MARK, csvLine } from '../../../payroll/csv.ts';
import type { CallOptions, PayrollClient } from '../PayrollClient.ts';
import type { InputsPlace } from '../upsertAll.ts';
import { cellsOfInput } from './cellsOfInput.ts';
import { type InputColumn, OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from './inputColumns.ts';
import { inputsOnFile } from './inputsOnFile.ts';

export interface InputsExport {
  /** UTF-8 with a byte order mark, in the columns of an import. */
  csv: string;
  /** Employees. */
  count: number;
  /** What is entered and has no column, in words: an import of the file would take it away. */
  notes: readonly string[];
}

const COLUMNS: readonly InputColumn[] = [...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS];
const WORDS: ReadonlySet<InputColumn> = new Set(['externalId', 'supplementalMethod']);

/** What a source entered for a period in the columns of an import: importing it again as the same source changes nothing. */
export async function exportInputsCsv(
  client: PayrollClient,
  place: InputsPlace,
  options: CallOptions = {},
): Promise<InputsExport> {
  const lines = [csvLine(COLUMNS.map((column) => ({ text: column })))];
  const notes: string[] = [];
  let count = 0;
  for await (const { externalId, input } of inputsOnFile(client, place, options)) {
    const { rows, beyond } = cellsOfInput(input);
    count += 1;
    for (const cells of rows)
      lines.push(
        csvLine(
          COLUMNS.map((column) => {
            const value = cells.get(column) ?? '';
            return WORDS.has(column) ? { text: value } : { figure: value };
          }),
        ),
      );
    if (beyond.length > 0)
      notes.push(`${externalId} has ${beyond.join(' and ')}: not in this file, and taken away when it is imported.`);
  }
  return { csv: BYTE_ORDER_MARK + lines.join(''), count, notes };
}
