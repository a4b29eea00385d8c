import type { EarningInput, PayrollInputInput, WorkweekHoursInput } from '../../generated/schema.ts';
import type { RowCells } from './RowCells.ts';
import { defined } from '../defined.ts';
import { EARNING_COLUMNS, type EarningColumn, type EarningOfColumn, type InputColumn, WEEKS } from './inputColumns.ts';

/** What a row enters for an employee and a period. What the values mean is checked by the service. */
export function inputOfRow(cells: RowCells<InputColumn>): PayrollInputInput {
  const externalId = cells.required('externalId');
  const hoursWorked = WEEKS.flatMap((week) => workweekOf(cells, week));
  const earnings = earningsOf(cells);
  const supplementalMethod = cells.oneOf('supplementalMethod', ['FLAT', 'AGGREGATE']);
  const unpaidAbsenceDays = cells.whole('unpaidAbsenceDays');
  return {
    externalId,
    ...(hoursWorked.length > 0 ? { hoursWorked } : {}),
    ...(earnings.length > 0 ? { earnings } : {}),
    ...defined({ supplementalMethod, unpaidAbsenceDays }),
  };
}

function workweekOf(cells: RowCells<InputColumn>, week: (typeof WEEKS)[number]): WorkweekHoursInput[] {
  const hours = cells.hours(`hoursWeek${week}`);
  if (hours === undefined) {
    if (cells.text(`hoursWeek${week}`) === undefined)
      cells.mustBeEmpty([`stateOvertimeWeek${week}`], `hoursWeek${week} is empty`);
    return [];
  }
  return [{ week, hours, ...defined({ stateOvertime: cells.amount(`stateOvertimeWeek${week}`) }) }];
}

function earningsOf(cells: RowCells<InputColumn>): EarningInput[] {
  const offCycleSequence = cells.whole('offCycleSequence');
  const earnings = (Object.keys(EARNING_COLUMNS) as EarningColumn[]).flatMap((column): EarningInput[] => {
    const earning: EarningOfColumn = EARNING_COLUMNS[column];
    const amount = cells.amount(column);
    const hours = earning.hours && cells.hours(earning.hours);
    if (amount === undefined) {
      if (earning.hours && cells.text(column) === undefined) cells.mustBeEmpty([earning.hours], `${column} is empty`);
      return [];
    }
    const { type, isDiscretionary } = earning;
    return [{ type, amount, ...defined({ isDiscretionary, hours, offCycleSequence }) }];
  });
  if (earnings.length === 0 && !cells.isAnyFilled(Object.keys(EARNING_COLUMNS) as EarningColumn[]))
    cells.mustBeEmpty(['offCycleSequence'], 'the row has no earnings');
  return earnings;
}
