import type { EarningType } from '../../generated/schema.ts';

/** The columns of a file of hours and earnings that every row fills. */
export const REQUIRED_COLUMNS = ['externalId'] as const;

/** The workweeks that a row has room for: a period of a month touches six at most. */
export const WEEKS = [1, 2, 3, 4, 5, 6] as const;

export interface EarningOfColumn {
  type: EarningType;
  isDiscretionary?: true;
  /** The column of the hours that the amount stands for. */
  hours?: 'holidayHours' | 'paidLeaveHours';
}

/** The columns of amounts, and the earning that each is. */
export const EARNING_COLUMNS = {
  bonus: { type: 'BONUS' },
  discretionaryBonus: { type: 'BONUS', isDiscretionary: true },
  commission: { type: 'COMMISSION' },
  shiftPremium: { type: 'SHIFT_PREMIUM' },
  holiday: { type: 'HOLIDAY', hours: 'holidayHours' },
  paidLeave: { type: 'PAID_LEAVE', hours: 'paidLeaveHours' },
  severance: { type: 'SEVERANCE' },
  backPay: { type: 'BACK_PAY' },
  reimbursement: { type: 'REIMBURSEMENT' },
  grossUp: { type: 'GROSS_UP' },
} as const satisfies Record<string, EarningOfColumn>;

export type EarningColumn = keyof typeof EARNING_COLUMNS;

/** Those that a row may leave empty, and a file leave out; docs/input-csv.md says what each holds. */
export const OPTIONAL_COLUMNS = [
  ...WEEKS.flatMap((week) => [`hoursWeek${week}`, `stateOvertimeWeek${week}`] as const),
  ...(Object.keys(EARNING_COLUMNS) as EarningColumn[]),
  'holidayHours',
  'paidLeaveHours',
  'offCycleSequence',
  'supplementalMethod',
  'unpaidAbsenceDays',
] as const;

export type InputColumn = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];
