import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Iowa: `annualAmountCents` is the allowance in dollars on the IA W-4; `allowances` are those of a form before 2024, 40.00 each. */
export const rules: StateRules = {
  jurisdiction: 'US-IA',
  state: 'IA',
  name: 'Iowa',
  year: 2026,
  source: 'Iowa withholding formula 2026',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED_TWO_EARNERS', 'HEAD_OF_HOUSEHOLD', 'MARRIED_ONE_EARNER'],
          members: ['annualAmountCents', 'allowances'],
        },
        supplemental: { method: 'COMBINED' },
        ratePpm: 38_000,
        deduction: {
          byFilingStatusCents: {
            SINGLE: 13_000_00,
            MARRIED_TWO_EARNERS: 13_000_00,
            HEAD_OF_HOUSEHOLD: 19_500_00,
            MARRIED_ONE_EARNER: 26_000_00,
          },
        },
        credit: { allowanceCents: 40_00 },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
