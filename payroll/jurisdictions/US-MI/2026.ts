import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Michigan, pay dates in 2026. */
export const rules: StateRules = {
  jurisdiction: 'US-MI',
  state: 'MI',
  name: 'Michigan',
  year: 2026,
  source: 'Michigan Form 446 (2026)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { members: ['allowances'] },
        supplemental: { method: 'COMBINED' },
        ratePpm: 42_500,
        deduction: { allowanceCents: 5_900_00 },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
