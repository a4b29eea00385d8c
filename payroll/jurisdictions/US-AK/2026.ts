import { noIncomeTax } from '../noIncomeTax.ts';
import type { StateRules } from '../StateRules.ts';

/** Alaska, pay dates in 2026. */
export const rules: StateRules = {
  ...noIncomeTax('AK', 'Alaska', 2026, [
    {
      code: 'AK_UI',
      paidBy: 'EMPLOYEE',
      ratePpm: 5_000,
      isOfInsuredEmployment: true,
      wageBaseCents: 54_200_00,
      source: 'Alaska unemployment insurance tax rates 2026 (secondary source)',
    },
  ]),
  dailyOvertime: {
    afterHundredths: 8_00,
    fromHeadcount: 4,
    source: 'Alaska: over 8 hours a day; from 4 employees on (mark B: one source)',
  },
};
