import type { EarningType } from '../../generated/schema.ts';
import { formatPeriod } from '../format/formatDate.ts';
import { lineName } from '../payslip/lineName.ts';
import type { CellKind } from './cellText.ts';

interface ColumnParts {
  id: string;
  name: string;
  detail: string;
  kind: CellKind;
}

export interface WeekColumn extends ColumnParts {
  holds: 'hours' | 'stateOvertime';
  week: number;
}

export interface EarningColumn extends ColumnParts {
  holds: 'earning';
  type: EarningType;
  /** Where discretionary ones have a column of their own; undefined: both are in this one. */
  isDiscretionary: boolean | undefined;
}

export type SheetColumn = WeekColumn | EarningColumn | (ColumnParts & { holds: 'unpaidDays' });

const DAY_MS = 86_400_000;

const plus = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

const earning = (type: EarningType, more: Partial<EarningColumn> = {}): EarningColumn => ({
  id: type,
  name: lineName(type),
  detail: 'Amount',
  kind: 'money',
  holds: 'earning',
  type,
  isDiscretionary: undefined,
  ...more,
});

/** Those that an office enters every week come first; the others are shown on demand. */
export const USUAL_EARNINGS: readonly EarningColumn[] = [
  earning('BONUS', { detail: 'Promised', isDiscretionary: false }),
  earning('BONUS', { id: 'GIFT', name: 'Discretionary bonus', detail: 'Not promised', isDiscretionary: true }),
  earning('COMMISSION'),
  earning('PAID_LEAVE'),
  earning('HOLIDAY'),
  earning('REIMBURSEMENT'),
];
export const OTHER_EARNINGS: readonly EarningColumn[] = [
  earning('SHIFT_PREMIUM'),
  earning('SEVERANCE'),
  earning('BACK_PAY'),
  earning('GROSS_UP', { detail: 'Net to receive' }),
];

export interface ColumnChoice {
  period: { startDate: string; endDate: string };
  /** The off-cycle run that the sheet is for; undefined: the regular run, which alone pays hours. */
  offCycleSequence: number | undefined;
  /** Somebody works where state law adds overtime by the day. */
  hasStateOvertime: boolean;
  earnings: readonly EarningColumn[];
}

/** The columns of a period: hours by workweek (counted from the start of the period), then earnings. */
export function columnsOf({ period, offCycleSequence, hasStateOvertime, earnings }: ColumnChoice): SheetColumn[] {
  if (offCycleSequence !== undefined) return [...earnings];
  const weeks: SheetColumn[] = [];
  for (
    let week = 1, startDate = period.startDate;
    startDate <= period.endDate;
    week++, startDate = plus(startDate, 7)
  ) {
    const endDate = [plus(startDate, 6), period.endDate].sort()[0] ?? '';
    const detail = formatPeriod({ startDate, endDate }).replace(/, \d{4}$/, '');
    weeks.push({ id: `hours${week}`, name: `Week ${week}`, detail, kind: 'hours', holds: 'hours', week });
    if (hasStateOvertime)
      weeks.push({
        id: `state${week}`,
        name: `State overtime, week ${week}`,
        detail: 'Amount',
        kind: 'money',
        holds: 'stateOvertime',
        week,
      });
  }
  const unpaid: SheetColumn = {
    id: 'unpaid',
    name: 'Unpaid days',
    detail: 'Whole days',
    kind: 'days',
    holds: 'unpaidDays',
  };
  return [...weeks, ...earnings, unpaid];
}
