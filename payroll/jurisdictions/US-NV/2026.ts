import { noIncomeTax } from '../noIncomeTax.ts';
import type { StateRules } from '../StateRules.ts';

/** Nevada, pay dates in 2026. */
export const rules: StateRules = {
  ...noIncomeTax('NV', 'Nevada', 2026),
  dailyOvertime: {
    afterHundredths: 8_00,
    belowHourlyCents: 18_00,
    source: 'Nevada: over 8 hours in 24, below 18.00 an hour',
  },
};
