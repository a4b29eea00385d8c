import type { EarningInput, PayrollInputInput, WorkweekHoursInput } from '../../generated/schema.ts';
import type { PayInputPart } from './PayInput.ts';
import type { EarningColumn, SheetColumn, WeekColumn } from './SheetColumn.ts';

type Week = PayInputPart['hoursWorked'][number];
type Earning = PayInputPart['earnings'][number];

/** What one part holds in a column, as decimal text; `isLocked`: in a shape that one cell cannot show and change. */
export interface HeldCell {
  text: string;
  isLocked: boolean;
}

const NOTHING: HeldCell = { text: '', isLocked: false };

/** @param offCycleSequence the run that the earnings are for; null: the regular run */
export function cellOf(part: PayInputPart | undefined, column: SheetColumn, offCycleSequence: number | null): HeldCell {
  if (!part) return NOTHING;
  // Hours by date are not shown week by week, and what a state adds to them cannot be read back: the row stays as it is.
  const isByDate = part.hoursByDate.length > 0;
  if (isByDate) return { ...cellOf({ ...part, hoursByDate: [] }, column, offCycleSequence), isLocked: true };
  switch (column.holds) {
    case 'hours': {
      const week = weekOf(part, column.week);
      return { text: week ? trimmed(week.hours) : '', isLocked: false };
    }
    case 'stateOvertime':
      return { text: weekOf(part, column.week)?.stateOvertime?.amount ?? '', isLocked: false };
    case 'unpaidDays':
      return { text: part.unpaidAbsenceDays == null ? '' : String(part.unpaidAbsenceDays), isLocked: false };
    case 'earning': {
      const entries = part.earnings.filter((earning) => isFor(earning, column, offCycleSequence));
      if (entries.length > 1) return { text: `${entries.length} entries`, isLocked: true };
      return { text: entries[0]?.amount.amount ?? '', isLocked: false };
    }
  }
}

/**
 * The office's whole row with these cells in place of what they held: everything else stays as it was read, because the
 * service replaces all that a source entered before.
 * @param cells decimal texts by column; empty text takes the entry out
 */
export function inputWith(
  part: PayInputPart | undefined,
  cells: ReadonlyMap<SheetColumn, string>,
  offCycleSequence: number | null,
): Omit<PayrollInputInput, 'externalId' | 'expectedVersion'> {
  const weeks = new Map((part?.hoursWorked ?? []).map((week) => [week.week, weekInput(week)]));
  const earnings = (part?.earnings ?? []).map(earningInput);
  let unpaidAbsenceDays = part?.unpaidAbsenceDays ?? undefined;
  for (const [column, text] of cells) {
    if (column.holds === 'unpaidDays') unpaidAbsenceDays = text === '' ? undefined : Number(text);
    else if (column.holds === 'earning') {
      const at = earnings.findIndex((earning) => isFor(earning, column, offCycleSequence));
      const known = earnings[at];
      if (text !== '') {
        if (known) known.amount = text;
        else earnings.push(newEarning(column, text, offCycleSequence));
      } else if (known) earnings.splice(at, 1);
    } else weeks.set(column.week, weekWith(weeks.get(column.week), column, text));
  }
  const hoursWorked = [...weeks.values()].filter((week) => week.hours !== '').sort((a, b) => a.week - b.week);
  return {
    ...(hoursWorked.length > 0 ? { hoursWorked } : {}),
    ...(earnings.length > 0 ? { earnings } : {}),
    ...(part?.supplementalMethod ? { supplementalMethod: part.supplementalMethod } : {}),
    ...(unpaidAbsenceDays === undefined ? {} : { unpaidAbsenceDays }),
  };
}

const weekOf = (part: PayInputPart, week: number): Week | undefined =>
  part.hoursWorked.find((known) => known.week === week);

const isFor = (earning: EarningInput | Earning, column: EarningColumn, sequence: number | null): boolean =>
  earning.type === column.type &&
  (earning.offCycleSequence ?? null) === sequence &&
  (column.isDiscretionary === undefined || column.isDiscretionary === (earning.isDiscretionary ?? false));

/** `40.00` as `40`. */
const trimmed = (decimal: string): string => decimal.replace(/\.?0+$/, (zeros) => (zeros.startsWith('.') ? '' : zeros));

/** A week without hours of its own stays while it holds something else. */
function weekWith(known: WorkweekHoursInput | undefined, column: WeekColumn, text: string): WorkweekHoursInput {
  const week = { ...(known ?? { week: column.week, hours: '' }) };
  if (column.holds === 'hours') week.hours = text;
  else if (text === '') delete week.stateOvertime;
  else week.stateOvertime = text;
  const holdsMore = week.otherRates?.length || week.stateOvertime || week.premiumPaidEarlier;
  return week.hours === '' && holdsMore ? { ...week, hours: '0' } : week;
}

const weekInput = ({ week, hours, otherRates, stateOvertime, premiumPaidEarlier }: Week): WorkweekHoursInput => ({
  week,
  hours,
  ...(otherRates.length > 0
    ? { otherRates: otherRates.map((other) => ({ hours: other.hours, hourlyRate: other.hourlyRate.amount })) }
    : {}),
  ...(stateOvertime ? { stateOvertime: stateOvertime.amount } : {}),
  ...(premiumPaidEarlier ? { premiumPaidEarlier: premiumPaidEarlier.amount } : {}),
});

const earningInput = (earning: Earning): EarningInput => {
  const { type, amount, hours, isDiscretionary, workweekStartDates, offCycleSequence } = earning;
  return {
    type,
    amount: amount.amount,
    ...(hours == null ? {} : { hours }),
    ...(isDiscretionary == null ? {} : { isDiscretionary }),
    ...(workweekStartDates == null ? {} : { workweekStartDates }),
    ...(offCycleSequence == null ? {} : { offCycleSequence }),
  };
};

const newEarning = (column: EarningColumn, amount: string, offCycleSequence: number | null): EarningInput => ({
  type: column.type,
  amount,
  ...(column.isDiscretionary ? { isDiscretionary: true } : {}),
  ...(offCycleSequence === null ? {} : { offCycleSequence }),
});
