import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Louisiana: the filing status is the code on Form L-4. The withholding rate is above the tax rate of 3.0 % on purpose. */
export const rules: StateRules = {
  jurisdiction: 'US-LA',
  state: 'LA',
  name: 'Louisiana',
  year: 2026,
  source: 'Louisiana R-1306 (1/26)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { filingStatuses: ['CODE_0', 'CODE_1', 'CODE_2'], members: [] },
        supplemental: { method: 'COMBINED' },
        ratePpm: 30_900,
        deduction: { byFilingStatusCents: { CODE_0: 0, CODE_1: 12_875_00, CODE_2: 25_750_00 } },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
