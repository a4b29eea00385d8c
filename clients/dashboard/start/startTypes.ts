import type { StartableType } from './StartChoice.ts';

/** What each kind of run is for, in one sentence. */
export const TYPE_IN_WORDS: Readonly<Record<StartableType, { text: string; use: string }>> = {
  REGULAR: { text: 'Regular run', use: 'Pays everybody in the group for the period.' },
  OFF_CYCLE: {
    text: 'Off-cycle run',
    use: 'Pays what was entered for it outside the regular run, and named employees whom the regular run did not pay.',
  },
  BONUS: { text: 'Bonus run', use: 'An off-cycle run of bonuses. It pays what was entered for it.' },
  CORRECTION: { text: 'Correction run', use: 'Pays employees again after their pay was voided.' },
  TERMINATION: {
    text: 'Final pay',
    use: 'Pays employees who leave for the period, before the regular run of the period is approved.',
  },
};
