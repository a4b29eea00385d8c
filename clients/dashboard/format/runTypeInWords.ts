import type { PayrollRunType } from '../../generated/schema.ts';

const WORDS: Readonly<Record<PayrollRunType, string>> = {
  REGULAR: 'Regular',
  OFF_CYCLE: 'Off-cycle',
  BONUS: 'Bonus',
  CORRECTION: 'Correction',
  TERMINATION: 'Termination',
  REVERSAL: 'Reversal',
};

/** A run's type as one says it on the phone. */
export const runTypeInWords = (type: PayrollRunType): string => WORDS[type];

export const RUN_TYPES = Object.keys(WORDS) as readonly PayrollRunType[];
