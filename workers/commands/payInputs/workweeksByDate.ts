import type { HoursOnDateInput } from '../../../clients/generated/schema.ts';
import { addDays } from '../../../payroll/dates.ts';
import type { WorkedHours, Workweek } from '../../../payroll/EmployeePayFacts.ts';
import type { PeriodDays } from '../../../payroll/payPeriods.ts';
import { HOURS_OF_A_WEEK, hoursOf } from '../../../payroll/sumEnteredPay.ts';
import { type DayOfWeek, workweekStartOf } from '../../../payroll/workweek.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** A period, and on which day the workweeks of its pay group begin. */
export type PeriodOfHours = PeriodDays & { readonly workweekStartsOn?: DayOfWeek };

/** Several rates a day, every day of a month. */
const MOST_ENTRIES = 200;
/** In hundredths. */
const HOURS_OF_A_DAY = 25_00;

/**
 * Hours by date as workweeks. Days before the period belong to the workweek that began there and ends in it: their straight
 * time was paid with that period, and they count for overtime alone.
 */
export function workweeksByDate(
  reader: InputReader,
  entries: readonly HoursOnDateInput[],
  { startDate, endDate, workweekStartsOn = 'SUNDAY' }: PeriodOfHours,
): Workweek[] {
  if (entries.length > MOST_ENTRIES)
    reader.refuse(
      `hoursByDate has ${entries.length} entries; at most ${MOST_ENTRIES} are allowed.`,
      'Add up the hours of a day at a rate.',
      'hoursByDate',
    );
  const firstDay = workweekStartOf(startDate, workweekStartsOn);
  const weeks = new Map<string, { work: WorkedHours[]; stateOvertimeCents?: number }>();
  for (const [index, { date, hours, hourlyRate, stateOvertime }] of entries.entries()) {
    const path = `hoursByDate.${index}`;
    const day = reader.date(date, `${path}.date`) ?? startDate;
    if (day < firstDay || day > endDate)
      reader.refuse(
        `${day} is not a day of the period ${startDate} to ${endDate}, nor of the workweek that ends in it.`,
        day > endDate ? 'Enter it for the next period.' : `Give days from ${firstDay} on.`,
        `${path}.date`,
      );
    const weekStart = workweekStartOf(day, workweekStartsOn);
    const hourlyRateCents = reader.money(hourlyRate, `${path}.hourlyRate`);
    if (hourlyRateCents === 0)
      reader.refuse('hourlyRate is 0.00: the hours would not be paid.', 'Give the rate.', `${path}.hourlyRate`);
    const week = weeks.get(weekStart) ?? { work: [] };
    weeks.set(weekStart, week);
    week.work.push(
      withoutAbsent<WorkedHours>({
        hoursHundredths: reader.hours(hours, `${path}.hours`) ?? 0,
        date: day,
        hourlyRateCents,
        isPaidEarlier: day < startDate ? true : undefined,
      }),
    );
    const extra = reader.money(stateOvertime, `${path}.stateOvertime`);
    if (extra !== undefined) week.stateOvertimeCents = (week.stateOvertimeCents ?? 0) + extra;
  }
  const found = [...weeks].map(([weekStart, week]): Workweek => ({ startDate: weekStart, ...week }));
  for (const week of found)
    if (hoursOf(week) > HOURS_OF_A_WEEK)
      reader.refuse(
        `The workweek from ${week.startDate} has ${hoursOf(week) / 100} hours; a week has 168.`,
        'Correct the hours.',
        'hoursByDate',
      );
  refuseLongDays(reader, found);
  refuseOpenBeginning(reader, found, firstDay, startDate);
  return found;
}

/** All rates of a day together. The day on which daylight saving time ends has 25 hours. */
function refuseLongDays(reader: InputReader, weeks: readonly Workweek[]): void {
  const byDay = Map.groupBy(
    weeks.flatMap(({ work }) => work),
    ({ date }) => date,
  );
  for (const [day, work] of byDay) {
    const hundredths = work.reduce((sum, { hoursHundredths }) => sum + hoursHundredths, 0);
    if (hundredths > HOURS_OF_A_DAY)
      reader.refuse(`${day} has ${hundredths / 100} hours; a day has 25 at most.`, 'Correct the hours.', 'hoursByDate');
  }
}

/** The overtime of a workweek cannot be told without its first days: they are asked for, and 0 is an answer. */
function refuseOpenBeginning(
  reader: InputReader,
  weeks: readonly Workweek[],
  firstDay: string,
  startDate: string,
): void {
  if (firstDay === startDate) return;
  const week = weeks.find((each) => each.startDate === firstDay);
  if (week === undefined || week.work.some(({ date = '' }) => date < startDate)) return;
  reader.refuse(
    `The workweek from ${firstDay} began before the period, and its hours from ${firstDay} to ${addDays(startDate, -1)} are not given.`,
    'Give them too, with 0 hours if nothing was worked: they were paid with the period before, and count for overtime.',
    'hoursByDate',
  );
}
