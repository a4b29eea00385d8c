import type { CalendarDate } from '../dates.ts';

const DAY_MS = 86_400_000;

/** What a clock on the wall shows: a date and `HH:MM`. */
export type ClockReading = { readonly date: CalendarDate; readonly timeOfDay: string };

/** Making a format takes longer than using it a hundred times. */
const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (format === undefined) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    formats.set(timeZone, format);
  }
  return format;
}

/** What clocks of an IANA time zone show at an instant. Throws a RangeError for a zone that there is not. */
export function clockAt(instantMs: number, timeZone: string): ClockReading {
  const part: Record<string, string> = {};
  for (const { type, value } of formatOf(timeZone).formatToParts(instantMs)) part[type] = value;
  return { date: `${part['year']}-${part['month']}-${part['day']}`, timeOfDay: `${part['hour']}:${part['minute']}` };
}

/**
 * The instant at which clocks of the zone show a date and `HH:MM`: the first of the two when the time is repeated. A time
 * that is skipped because clocks go forward is read on the clock that was not yet put forward, as if it had been there.
 */
export function instantOf(date: CalendarDate, timeOfDay: string, timeZone: string): number {
  const wallMs = wallMsOf({ date, timeOfDay });
  // No zone changes its clocks twice within two days: the offsets on both sides of a change are those of a day before and after.
  const byEarlierOffset = wallMs - offsetMsAt(wallMs - DAY_MS, timeZone);
  const byLaterOffset = wallMs - offsetMsAt(wallMs + DAY_MS, timeZone);
  const shows = (instantMs: number): boolean => wallMsOf(clockAt(instantMs, timeZone)) === wallMs;
  return !shows(byEarlierOffset) && shows(byLaterOffset) ? byLaterOffset : byEarlierOffset;
}

/** How far the zone's clocks are ahead of UTC, in milliseconds, at an instant on a whole minute. */
export function offsetMsAt(instantMs: number, timeZone: string): number {
  return wallMsOf(clockAt(instantMs, timeZone)) - instantMs;
}

/** A clock's reading as if it were UTC. */
function wallMsOf({ date, timeOfDay }: ClockReading): number {
  return Date.parse(`${date}T${timeOfDay}:00Z`);
}
