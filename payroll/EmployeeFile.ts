import type { Change } from './datedFacts.ts';
import { factsOn } from './datedFacts.ts';
import type { CalendarDate } from './dates.ts';
import { employedDaysIn } from './employment.ts';
import type { Compensation, EmployeeProfile } from './EmployeePayFacts.ts';
import { refuse, type Refusal } from './errors.ts';
import type { PayPeriod, PeriodDays } from './payPeriods.ts';

/**
 * An employee's file as it is recorded: what holds from the first day on, and what changes later, each with its day. What
 * is missing is refused when a run needs it, not before.
 */
export type EmployeeFile = Omit<EmployeeProfile, 'employeeId' | 'compensation' | 'compensationChanges'> & {
  readonly compensation?: Compensation;
  /** In the order of their days, each day once. */
  readonly changes?: readonly FileChange[];
};

/** What may change on a day. Anything else about an employee either has days of its own, or holds at all times. */
export const DATED_MEMBERS = [
  'compensation',
  'workState',
  'homeState',
  'localTaxes',
  'federalW4',
  'lockInLetter',
  'nonresidentAlien',
  'stateTaxForms',
  'ficaExemption',
  'exemptLevies',
  'deductions',
  'garnishments',
  'supportAllocation',
] as const satisfies readonly (keyof EmployeeFile)[];

export type DatedMember = (typeof DATED_MEMBERS)[number];

/** The members that change on a day; `null` removes what was recorded. */
export type FileChange = Change<{ readonly [Member in DatedMember]?: EmployeeFile[Member] | null }>;

/** What holds on a day, without what changes later. */
export function fileOn({ changes = [], ...first }: EmployeeFile, day: CalendarDate): EmployeeFile {
  const file: Record<string, unknown> = { ...first };
  for (const { effectiveFrom, ...members } of changes) {
    if (effectiveFrom > day) break;
    for (const [member, value] of Object.entries(members)) {
      if (value === null) delete file[member];
      else file[member] = value;
    }
  }
  return file as EmployeeFile;
}

/** What holds once everything that is recorded has taken effect. */
export const latestFile = (file: EmployeeFile): EmployeeFile => fileOn(file, file.changes?.at(-1)?.effectiveFrom ?? '');

/** A profile whose pay may still be missing. */
export type ProfileOfPeriod = Omit<EmployeeProfile, 'employeeId' | 'compensation'> &
  Partial<Pick<EmployeeProfile, 'compensation'>>;

/**
 * The file as it holds for one pay of a period. Pay is that of each day; where the work is done and where the employee
 * lives is read on the last day of work in the period; forms, deductions and orders on the pay date, when they are taken.
 */
export function profileOfPeriod(
  file: EmployeeFile,
  period: PayPeriod,
  isPeriodRun: boolean,
): ProfileOfPeriod | Refusal {
  const { changes } = file;
  if (changes === undefined) return file;
  const employed = employedDaysIn(file, period);
  const firstDay = employed[0]?.from ?? period.startDate;
  const lastDay = employed.at(-1)?.to ?? period.endDate;
  const first = fileOn(file, firstDay);
  const last = fileOn(file, lastDay);
  if (isPeriodRun) {
    const moved = (['workState', 'homeState'] as const).find((member) => first[member] !== last[member]);
    if (moved !== undefined) return movesInPeriod(moved, first[moved], last[moved], period);
  }
  const paid = fileOn(file, period.payDate > lastDay ? period.payDate : lastDay);
  const { compensation } = first;
  const payChanges = compensationChangesOf(file, firstDay, lastDay);
  const { workState, homeState, localTaxes } = last;
  const { compensation: _later, ...others } = paid;
  return {
    ...others,
    workState,
    homeState,
    localTaxes,
    ...(compensation === undefined ? {} : { compensation }),
    ...(payChanges.length > 0 ? { compensationChanges: payChanges } : {}),
  };
}

/** The changes of pay after one day and up to another. */
export function compensationChangesOf(
  { compensation, changes = [] }: EmployeeFile,
  after: CalendarDate,
  upTo: CalendarDate,
): Change<{ readonly compensation: Compensation }>[] {
  const all = changes.flatMap(({ effectiveFrom, compensation: changed }) =>
    changed ? [{ effectiveFrom, compensation: changed }] : [],
  );
  // Without any pay before the first change there is nothing that it changes.
  if (
    factsOn<{ compensation?: Compensation }>(compensation ? { compensation } : {}, all, after).compensation ===
    undefined
  )
    return [];
  return all.filter(({ effectiveFrom }) => effectiveFrom > after && effectiveFrom <= upTo);
}

const movesInPeriod = (
  member: 'workState' | 'homeState',
  before: string,
  after: string,
  { startDate, endDate }: PeriodDays,
): Refusal =>
  refuse(
    'PLACE_CHANGES_IN_PERIOD',
    `${member} changes from ${before} to ${after} inside the period ${startDate} to ${endDate}; pay is not divided between two states.`,
    `Record the move with effectiveFrom ${startDate}, or with the day after ${endDate}.`,
    `employee.${member}`,
  );
