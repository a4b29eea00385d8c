import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Mississippi: `annualAmountCents` is the exemption on Form 89-350. */
export const rules: StateRules = {
  jurisdiction: 'US-MS',
  state: 'MS',
  name: 'Mississippi',
  year: 2026,
  source: 'Mississippi withholding guide 2026',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: {
          filingStatuses: ['SINGLE', 'HEAD_OF_FAMILY', 'MARRIED_ONE_EARNER'],
          members: ['annualAmountCents'],
          whenAbsent: { filingStatus: 'SINGLE' },
        },
        supplemental: { method: 'COMBINED' },
        deduction: {
          byFilingStatusCents: { SINGLE: 2_300_00, HEAD_OF_FAMILY: 3_400_00, MARRIED_ONE_EARNER: 4_600_00 },
          isFormAmountDeducted: true,
        },
        table: { fromCents: [0, 10_000_00], plusCents: [0, 0], ratePpm: [0, 40_000] },
        roundTo: 'DOLLAR',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
