const INSTANT = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'medium' });

/** An instant of the service, which is in UTC, in the reader's own time zone. */
export const formatInstant = (instant: string): string => INSTANT.format(new Date(instant));
