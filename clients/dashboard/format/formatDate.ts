/** Calendar dates have no time zone; they are read and shown in UTC so that no zone can move them. */
const DAY = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeZone: 'UTC' });

/** `2026-11-09` as `Nov 9, 2026`. */
export const formatDate = (date: string): string => DAY.format(new Date(`${date}T00:00:00Z`));

/** Both days included: `Nov 9 – 22, 2026`. */
export const formatPeriod = ({ startDate, endDate }: { startDate: string; endDate: string }): string =>
  DAY.formatRange(new Date(`${startDate}T00:00:00Z`), new Date(`${endDate}T00:00:00Z`));
