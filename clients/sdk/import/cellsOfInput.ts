import type { PayrollInputInput } from '../../generated/schema.ts';
import { EARNING_COLUMNS, type EarningColumn, type EarningOfColumn, type InputColumn } from './inputColumns.ts';

/** What was entered as rows of a file, and what of it no column holds, in words. */
export interface InputCells {
  rows: Map<InputColumn, string>[];
  beyond: readonly string[];
}

/**
 * An input as rows of a file: hours and whatever the regular run pays in the first, earnings of each off-cycle run and earnings
 * that come twice in rows of their own, as the reader puts them together again.
 */
export function cellsOfInput(input: PayrollInputInput): InputCells {
  const { externalId, hoursWorked, earnings, supplementalMethod, unpaidAbsenceDays } = input;
  const beyond = new Set<string>();
  const first: Map<InputColumn, string> = new Map([['externalId', externalId]]);
  for (const { week, hours, otherRates, stateOvertime, premiumPaidEarlier } of hoursWorked ?? []) {
    first.set(`hoursWeek${week}` as InputColumn, hours);
    if (isGiven(stateOvertime)) first.set(`stateOvertimeWeek${week}` as InputColumn, stateOvertime);
    if (otherRates && otherRates.length > 0) beyond.add('hours at other rates');
    if (isGiven(premiumPaidEarlier)) beyond.add('a premium that was paid earlier');
  }
  if (isGiven(supplementalMethod)) first.set('supplementalMethod', supplementalMethod);
  if (isGiven(unpaidAbsenceDays)) first.set('unpaidAbsenceDays', String(unpaidAbsenceDays));
  const rows = [first];
  for (const earning of earnings ?? []) {
    const column = columnOf(earning.type, earning.isDiscretionary === true);
    const { hours: hoursColumn }: EarningOfColumn = column ? EARNING_COLUMNS[column] : { type: earning.type };
    if (!column || (isGiven(earning.hours) && !hoursColumn)) {
      beyond.add(`an earning ${earning.type}`);
      continue;
    }
    if (earning.workweekStartDates && earning.workweekStartDates.length > 0)
      beyond.add('the weeks that an earning is for');
    const sequence = isGiven(earning.offCycleSequence) ? String(earning.offCycleSequence) : '';
    const row = rows.find((each) => !each.has(column) && fitsSequence(each, sequence)) ?? newRow(rows, externalId);
    row.set(column, earning.amount);
    if (sequence !== '') row.set('offCycleSequence', sequence);
    if (hoursColumn && isGiven(earning.hours)) row.set(hoursColumn, earning.hours);
  }
  return { rows, beyond: [...beyond] };
}

/** Whether a row has earnings of this run alone; one without earnings takes those of any run. */
const fitsSequence = (row: ReadonlyMap<InputColumn, string>, sequence: string): boolean =>
  (row.get('offCycleSequence') ?? '') === sequence ||
  !(Object.keys(EARNING_COLUMNS) as EarningColumn[]).some((column) => row.has(column));

function newRow(rows: Map<InputColumn, string>[], externalId: string): Map<InputColumn, string> {
  const row: Map<InputColumn, string> = new Map([['externalId', externalId]]);
  rows.push(row);
  return row;
}

const columnOf = (type: string, isDiscretionary: boolean): EarningColumn | undefined =>
  (Object.entries(EARNING_COLUMNS) as [EarningColumn, EarningOfColumn][]).find(
    ([, earning]) => earning.type === type && (earning.isDiscretionary ?? false) === isDiscretionary,
  )?.[0];

const isGiven = <Value>(value: Value | null | undefined): value is Value => value !== undefined && value !== null;
