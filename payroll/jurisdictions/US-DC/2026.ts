import { FOLLOWS_FEDERAL_TAXABLE_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** District of Columbia: one schedule for every status. Residents of other states file Form D-4A and are not taxed. */
export const rules: StateRules = {
  jurisdiction: 'US-DC',
  state: 'DC',
  name: 'District of Columbia',
  year: 2026,
  source:
    'District of Columbia OTR Tax Notice 2022-08 with the federal allowance of 2026 (no publication of 2026 exists)',
  confidence: 'B',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: { members: ['allowances'], whenAbsent: {}, exemption: {} },
        supplemental: { method: 'COMBINED' },
        deduction: { allowanceCents: 4_300_00 },
        table: {
          fromCents: [0, 10_000_00, 40_000_00, 60_000_00, 250_000_00, 500_000_00, 1_000_000_00],
          plusCents: [0, 400_00, 2_200_00, 3_500_00, 19_650_00, 42_775_00, 91_525_00],
          ratePpm: [40_000, 60_000, 65_000, 85_000, 92_500, 97_500, 107_500],
        },
        daysPerYear: 365,
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: { ROTH_401K: 'TAXED', POST_TAX: 'TAXED' },
  levies: [
    {
      code: 'DC_PFL',
      paidBy: 'EMPLOYER',
      ratePpm: 7_500,
      confidence: 'A',
      source: 'District of Columbia universal paid leave 2026: 0.75 %, employer, no cap',
    },
  ],
  unemploymentWageBaseCents: 9_000_00,
};
