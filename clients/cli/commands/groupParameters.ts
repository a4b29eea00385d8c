/** The pay group that a command is about. */
export const GROUP = {
  group: { kind: 'text', of: 'GROUP', says: 'the pay group, as "groups list" shows it', required: true },
} as const;

/** When a pay group is paid. */
export const SCHEDULE = {
  frequency: {
    kind: 'choice',
    values: ['WEEKLY', 'BIWEEKLY', 'SEMIMONTHLY', 'MONTHLY'],
    says: 'how often it is paid; needed for a new group',
  },
  anchor: { kind: 'date', of: 'YYYY-MM-DD', says: 'first day of some pay period; needed for a new group' },
  payDateOffset: { kind: 'whole', of: 'DAYS', says: 'from the end of a period to its pay date' },
  start: { kind: 'choice', values: ['AUTOMATIC', 'MANUAL'], says: 'whether a run starts at the cut-off by itself' },
  cutOffDays: { kind: 'text', of: 'DAYS', says: 'the cut-off, counted from the end of a period; may be negative' },
  cutOffTime: { kind: 'text', of: 'HH:MM', says: 'its time of day' },
  cutOffZone: { kind: 'text', of: 'ZONE', says: 'its time zone, such as America/New_York' },
} as const;
