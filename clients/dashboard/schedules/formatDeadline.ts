const DEADLINE = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'short',
});

/** An instant by which something must be done, in the reader's own time zone, which is named. */
export const formatDeadline = (instant: string): string => DEADLINE.format(new Date(instant));
