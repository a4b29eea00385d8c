import { BANKING_CALENDAR } from '../bankingDays.ts';
import { addDays, type CalendarDate } from '../dates.ts';
import { type ErrorCode, refuse, type Result, succeed } from '../errors.ts';
import { clockAt, instantOf, offsetMsAt } from './zonedTime.ts';

/** When what is entered for a period is taken as it is and its run starts: a moment in relation to the period's end. */
export type CutOff = {
  /** Calendar days after the last day of the period, -31 to 31; negative for pay in advance. */
  readonly daysAfterPeriodEnd: number;
  /** `HH:MM` on a clock of the time zone. */
  readonly timeOfDay: string;
  /** IANA name, such as `America/New_York`. */
  readonly timeZone: string;
};

/** The cut-off of the period that ends on `periodEndDate`, in milliseconds since 1970 UTC. */
export function cutOffAtMs({ daysAfterPeriodEnd, timeOfDay, timeZone }: CutOff, periodEndDate: CalendarDate): number {
  return instantOf(addDays(periodEndDate, daysAfterPeriodEnd), timeOfDay, timeZone);
}

/**
 * What a person entered, checked.
 * @returns `INVALID_INPUT` naming the member. A time that the zone's clocks skip once a year is refused: EventBridge Scheduler
 * does not tick at a time that is not there, and that day's run would not start
 */
export function checkCutOff(cutOff: CutOff): Result<CutOff, ErrorCode> {
  const { daysAfterPeriodEnd, timeOfDay, timeZone } = cutOff;
  if (!Number.isSafeInteger(daysAfterPeriodEnd) || Math.abs(daysAfterPeriodEnd) > 31) {
    const problem = `The cut-off's ${daysAfterPeriodEnd} days after the period's end are not a whole number from -31 to 31.`;
    return refuse('INVALID_INPUT', problem, 'Send a number of days in that range.', 'cutOff.daysAfterPeriodEnd');
  }
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(timeOfDay)) {
    const problem = `"${timeOfDay}" is not a time of day.`;
    return refuse('INVALID_INPUT', problem, 'Send HH:MM from 00:00 to 23:59.', 'cutOff.timeOfDay');
  }
  if (!isTimeZone(timeZone)) {
    const problem = `"${timeZone}" is not a time zone.`;
    return refuse('INVALID_INPUT', problem, 'Send an IANA name such as America/New_York.', 'cutOff.timeZone');
  }
  const skippedOn = firstDayWithout(timeOfDay, timeZone);
  if (skippedOn !== undefined) {
    const problem = `Clocks in ${timeZone} go forward on ${skippedOn} and skip ${timeOfDay}.`;
    return refuse('INVALID_INPUT', problem, 'Choose a time that every day has.', 'cutOff.timeOfDay');
  }
  return succeed(cutOff);
}

/** Names alone: Intl also takes offsets such as `+05:00`, which EventBridge Scheduler does not. */
function isTimeZone(name: string): boolean {
  if (!/^(UTC|[A-Z]\w+(\/[\w+-]+)+)$/.test(name)) return false;
  try {
    clockAt(0, name);
    return true;
  } catch {
    return false;
  }
}

/** By time and zone: every tick of every pay group asks, and a zone's calendar takes milliseconds to go through. */
const daysWithout = new Map<string, CalendarDate | undefined>();

/** The first day of the banking calendar on which clocks of the zone never show the time, because they go forward over it. */
function firstDayWithout(timeOfDay: string, timeZone: string): CalendarDate | undefined {
  const key = `${timeOfDay} ${timeZone}`;
  if (!daysWithout.has(key)) {
    const isSkippedOn = (date: CalendarDate): boolean => {
      const shown = clockAt(instantOf(date, timeOfDay, timeZone), timeZone);
      return shown.date !== date || shown.timeOfDay !== timeOfDay;
    };
    daysWithout.set(key, clockChangesOf(timeZone).find(isSkippedOn));
  }
  return daysWithout.get(key);
}

/** The days of the banking calendar around each change of the zone's clocks. */
function clockChangesOf(timeZone: string): CalendarDate[] {
  const days: CalendarDate[] = [];
  let offset = offsetMsAt(Date.parse(`${BANKING_CALENDAR.firstDate}T12:00Z`), timeZone);
  for (let day: CalendarDate = BANKING_CALENDAR.firstDate; day <= BANKING_CALENDAR.lastDate; day = addDays(day, 1)) {
    const next = offsetMsAt(Date.parse(`${day}T12:00Z`), timeZone);
    // The change lies between two noons of UTC: on local clocks a day earlier, the same day or a day later.
    if (next !== offset) days.push(addDays(day, -1), day, addDays(day, 1));
    offset = next;
  }
  return days;
}
