import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** North Carolina: the withholding rate is the tax rate of 3.99 % plus 0.10 %. */
export const rules: StateRules = {
  jurisdiction: 'US-NC',
  state: 'NC',
  name: 'North Carolina',
  year: 2026,
  source: 'North Carolina NC-30 (2026)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { filingStatuses: ['SINGLE_OR_MARRIED', 'HEAD_OF_HOUSEHOLD'], members: ['allowances'] },
        supplemental: { method: 'COMBINED' },
        ratePpm: 40_900,
        deduction: {
          byFilingStatusCents: { SINGLE_OR_MARRIED: 12_750_00, HEAD_OF_HOUSEHOLD: 19_125_00 },
          allowanceCents: 2_500_00,
        },
        roundTo: 'DOLLAR',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
