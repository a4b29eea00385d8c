import type { EarningInput, WorkedHours, Workweek } from './EmployeePayFacts.ts';
import { type EnteredPay, NOTHING_ENTERED } from './EnteredPay.ts';
import { type ErrorCode, type Refusal, refuse, type Result, succeed } from './errors.ts';

/** What one system handed in for an employee and a period. */
export type EnteredPart = { readonly source: string; readonly entered: EnteredPay };

/** In hundredths, as all hours. */
export const HOURS_OF_A_WEEK = 168_00;

/**
 * What several sources entered for one employee and period, as one. Hours of the same workweek add up, those at the same
 * rate to one entry, so that overtime is that of the whole week and each rate is rounded once, as if one source had entered
 * all of it. Earnings follow one another and days of unpaid absence add up. What can only be true once is refused when two
 * sources state it: the tax method for supplemental wages, and the premium that an earlier run paid for a week.
 * A single part is taken as it is.
 */
export function sumEnteredPay(parts: readonly EnteredPart[]): Result<EnteredPay, ErrorCode> {
  const [first, ...others] = [...parts].sort((a, b) => (a.source < b.source ? -1 : 1));
  if (!first) return succeed(NOTHING_ENTERED);
  let sum = first.entered;
  for (const [index, { source, entered }] of others.entries()) {
    const before = others.slice(0, index);
    const contradiction = contradictionOf([first, ...before], source, entered);
    if (contradiction) return contradiction;
    sum = added(sum, entered);
  }
  if (others.length === 0) return succeed(sum);
  const tooLong = sum.workweeks.find((week) => hoursOf(week) > HOURS_OF_A_WEEK);
  return tooLong ? tooManyHours(tooLong, parts) : succeed(sum);
}

/** All hours of a workweek, in hundredths. */
export const hoursOf = ({ work }: Workweek): number =>
  work.reduce((sum, { hoursHundredths }) => sum + hoursHundredths, 0);

function added(sum: EnteredPay, more: EnteredPay): EnteredPay {
  const days = (sum.unpaidAbsenceDays ?? 0) + (more.unpaidAbsenceDays ?? 0);
  const supplementalMethod = sum.supplementalMethod ?? more.supplementalMethod;
  const offCycleEarnings = addedOffCycle(sum, more);
  return {
    workweeks: addedWeeks(sum.workweeks, more.workweeks),
    earnings: [...sum.earnings, ...more.earnings],
    ...(supplementalMethod === undefined ? {} : { supplementalMethod }),
    ...(sum.unpaidAbsenceDays === undefined && more.unpaidAbsenceDays === undefined ? {} : { unpaidAbsenceDays: days }),
    ...(offCycleEarnings ? { offCycleEarnings } : {}),
  };
}

function addedOffCycle(sum: EnteredPay, more: EnteredPay): EnteredPay['offCycleEarnings'] {
  if (!sum.offCycleEarnings || !more.offCycleEarnings) return sum.offCycleEarnings ?? more.offCycleEarnings;
  const all: Record<string, readonly EarningInput[]> = { ...sum.offCycleEarnings };
  for (const [sequence, earnings] of Object.entries(more.offCycleEarnings))
    all[sequence] = [...(all[sequence] ?? []), ...earnings];
  return all;
}

function addedWeeks(weeks: readonly Workweek[], more: readonly Workweek[]): Workweek[] {
  const byStart = new Map(weeks.map((week) => [week.startDate, week]));
  for (const week of more) {
    const same = byStart.get(week.startDate);
    byStart.set(week.startDate, same ? addedWeek(same, week) : week);
  }
  return [...byStart.values()].sort((a, b) => (a.startDate < b.startDate ? -1 : 1));
}

function addedWeek(week: Workweek, more: Workweek): Workweek {
  const stateOvertimeCents = addedCents(week.stateOvertimeCents, more.stateOvertimeCents);
  const premiumPaidEarlierCents = week.premiumPaidEarlierCents ?? more.premiumPaidEarlierCents;
  return {
    startDate: week.startDate,
    work: addedWork([...week.work, ...more.work]),
    ...(stateOvertimeCents === undefined ? {} : { stateOvertimeCents }),
    ...(premiumPaidEarlierCents === undefined ? {} : { premiumPaidEarlierCents }),
  };
}

const addedCents = (a: number | undefined, b: number | undefined) =>
  a === undefined || b === undefined ? (a ?? b) : a + b;

function addedWork(work: readonly WorkedHours[]): WorkedHours[] {
  const byRate = new Map<string, WorkedHours>();
  for (const entry of work) {
    const rate = `${entry.hourlyRateCents ?? 'own'} ${entry.isPaidEarlier === true} ${entry.date ?? ''}`;
    const same = byRate.get(rate);
    byRate.set(rate, same ? { ...same, hoursHundredths: same.hoursHundredths + entry.hoursHundredths } : entry);
  }
  return [...byRate.values()];
}

/** What two sources state and can only be true once. */
function contradictionOf(
  before: readonly EnteredPart[],
  source: string,
  entered: EnteredPay,
): Refusal<ErrorCode> | undefined {
  for (const other of before) {
    const method = other.entered.supplementalMethod;
    if (method !== undefined && entered.supplementalMethod !== undefined && method !== entered.supplementalMethod)
      return contradicts(
        `supplementalMethod is ${method} by the source "${other.source}" and ${entered.supplementalMethod} by "${source}".`,
      );
    const week = entered.workweeks.find(
      ({ startDate, premiumPaidEarlierCents }) =>
        premiumPaidEarlierCents !== undefined &&
        other.entered.workweeks.some(
          (theirs) => theirs.startDate === startDate && theirs.premiumPaidEarlierCents !== undefined,
        ),
    );
    if (week)
      return contradicts(
        `premiumPaidEarlier of the workweek from ${week.startDate} is given by both sources, "${other.source}" and "${source}".`,
      );
  }
  return undefined;
}

const contradicts = (problem: string) =>
  refuse('SOURCES_CONTRADICT', problem, 'Leave it out in one of them: it is counted once for the whole period.');

function tooManyHours(week: Workweek, parts: readonly EnteredPart[]): Refusal<ErrorCode> {
  const bySource = parts.flatMap(({ source, entered }) => {
    const theirs = entered.workweeks.find(({ startDate }) => startDate === week.startDate);
    return theirs ? [`${hoursOf(theirs) / 100} by "${source}"`] : [];
  });
  return refuse(
    'INVALID_INPUT',
    `The workweek from ${week.startDate} has ${hoursOf(week) / 100} hours: ${bySource.join(', ')}. A week has 168.`,
    'Correct the hours. A source that should not count any more is taken out by an empty row.',
    'hoursWorked',
  );
}
