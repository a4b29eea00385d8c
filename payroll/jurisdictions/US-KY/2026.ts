import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Kentucky, pay dates in 2026. */
export const rules: StateRules = {
  jurisdiction: 'US-KY',
  state: 'KY',
  name: 'Kentucky',
  year: 2026,
  source: 'Kentucky 42A003 (TCF) 10-2025',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: { members: [], whenAbsent: {} },
        supplemental: { method: 'COMBINED' },
        deduction: { fixedCents: 3_360_00 },
        table: { fromCents: [0], plusCents: [0], ratePpm: [35_000] },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
