import type { PayrollInputInput } from '../../generated/schema.ts';
import { type InputColumn, OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from './inputColumns.ts';
import { inputOfRow } from './inputOfRow.ts';
import { readCsv, type ReadCsvOptions } from './readCsv.ts';
import { twinIds } from './repeatedIds.ts';
import type { RowCells } from './RowCells.ts';
import type { RowProblem } from './RowProblem.ts';
import { tooLargeRow } from './tooLargeRow.ts';

const COLUMNS = { required: REQUIRED_COLUMNS, optional: OPTIONAL_COLUMNS, page: 'docs/input-csv.md' };

export interface InputsFile {
  /** One for each employee; rows of the same employee are one input, which the service replaces as a whole. */
  rows: { line: number; row: PayrollInputInput }[];
  /** What is wrong with the file or with rows of it. */
  problems: RowProblem[];
  /** What is probably a mistake and can be meant. */
  questions: RowProblem[];
}

/** Reads a file of hours and earnings and checks it as a whole, before anything is sent. */
export function readInputsCsv(file: Uint8Array | string, options: ReadCsvOptions = {}): InputsFile {
  const read = readCsv(file, COLUMNS, options);
  const byEmployee = new Map<string, { line: number; row: PayrollInputInput }>();
  for (const { line, cells, isWhole } of read.rows) {
    if (!isWhole) continue;
    const row = inputOfRow(cells);
    const before = byEmployee.get(row.externalId);
    if (before) before.row = added(before.row, row, cells);
    else byEmployee.set(row.externalId, { line, row });
  }
  const rows = [...byEmployee.values()];
  const tooLarge = rows.flatMap(({ line, row }) => {
    const why = tooLargeRow(row);
    return why ? [{ line, column: '', message: `Line ${line} ${why}` }] : [];
  });
  return {
    rows,
    problems: [...read.problems, ...read.rows.flatMap(({ cells }) => cells.problems), ...tooLarge],
    questions: twinIds(rows.map(({ line, row: { externalId } }) => ({ line, externalId }))),
  };
}

/** The input with another row of the same employee. What stands twice is refused: nobody could say which was meant. */
function added(before: PayrollInputInput, more: PayrollInputInput, cells: RowCells<InputColumn>): PayrollInputInput {
  for (const { week } of more.hoursWorked ?? [])
    if (before.hoursWorked?.some((entered) => entered.week === week))
      cells.refuse(`hoursWeek${week}` as InputColumn, `Week ${week} has hours in an earlier row.`);
  for (const column of ['supplementalMethod', 'unpaidAbsenceDays'] as const)
    if (before[column] !== undefined && more[column] !== undefined)
      cells.refuse(column, `${column} is filled in an earlier row of the employee.`);
  const hoursWorked = [...(before.hoursWorked ?? []), ...(more.hoursWorked ?? [])];
  const earnings = [...(before.earnings ?? []), ...(more.earnings ?? [])];
  return {
    ...before,
    ...more,
    ...(hoursWorked.length > 0 ? { hoursWorked } : {}),
    ...(earnings.length > 0 ? { earnings } : {}),
  };
}
