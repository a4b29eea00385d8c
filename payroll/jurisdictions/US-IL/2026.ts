import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Illinois: `allowances` is line 1 of Form IL-W-4, `additionalAllowances` line 2. */
export const rules: StateRules = {
  jurisdiction: 'US-IL',
  state: 'IL',
  name: 'Illinois',
  year: 2026,
  source: 'Illinois Booklet IL-700-T (R-12/25)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { members: ['allowances', 'additionalAllowances'], whenAbsent: {} },
        supplemental: { method: 'COMBINED' },
        ratePpm: 49_500,
        deduction: { allowanceCents: 2_925_00, additionalAllowanceCents: 1_000_00 },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
