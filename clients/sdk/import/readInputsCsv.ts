import type { PayrollInputInput } from '../../generated/schema.ts';
import { readCsv } from './readCsv.ts';
import type { RowCells, RowProblem } from './RowCells.ts';
import { type InputColumn, OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from './inputColumns.ts';
import { inputOfRow } from './inputOfRow.ts';

const COLUMNS = { required: REQUIRED_COLUMNS, optional: OPTIONAL_COLUMNS, page: 'docs/input-csv.md' };

/** Reads a file of hours and earnings. Rows of the same employee are one input: the service replaces the whole of it. */
export function readInputsCsv(text: string): {
  rows: { line: number; row: PayrollInputInput }[];
  problems: RowProblem[];
} {
  const read = readCsv(text, COLUMNS);
  const byEmployee = new Map<string, { line: number; row: PayrollInputInput }>();
  for (const { line, cells } of read.rows) {
    const row = inputOfRow(cells);
    const before = byEmployee.get(row.externalId);
    if (before) before.row = added(before.row, row, cells);
    else byEmployee.set(row.externalId, { line, row });
  }
  return {
    rows: [...byEmployee.values()],
    problems: [...read.problems, ...read.rows.flatMap(({ cells }) => cells.problems)],
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
