/** Only this form of ISO 8601: a date, a time and an offset, `T` and `Z` included. */
const EXTENDED_OFFSET_DATE_TIME = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d{1,9})?)?(Z|[+-]\d\d:\d\d)$/;

/** RFC 3339 wants the seconds as well. */
const RFC_3339 = /T\d\d:\d\d:\d\d/;

/** The instant of a Wait state's timestamp in milliseconds; `undefined` for text that is not one. */
export function instantOf(text: string): number | undefined {
  const [, date] = EXTENDED_OFFSET_DATE_TIME.exec(text) ?? [];
  const atMs = Date.parse(text);
  if (date === undefined || Number.isNaN(atMs)) return undefined;
  // `Date` takes 30 February for 2 March.
  return new Date(`${date}T00:00:00Z`).toISOString().startsWith(date) ? atMs : undefined;
}

export const isRfc3339 = (text: string): boolean => RFC_3339.test(text) && instantOf(text) !== undefined;
