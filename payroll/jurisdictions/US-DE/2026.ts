import { FOLLOWS_FEDERAL_TAXABLE_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Delaware: each exemption is a credit of 110.00 a year. The employer pays Paid Leave; it may recover half, which is not calculated here. */
export const rules: StateRules = {
  jurisdiction: 'US-DE',
  state: 'DE',
  name: 'Delaware',
  year: 2026,
  source: "Delaware Employer's Guide section 17; table of 1 January 2025, in force in 2026",
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED_FILING_SEPARATELY', 'MARRIED_FILING_JOINTLY'],
          members: ['allowances'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: {},
        },
        supplemental: { method: 'ANNUAL_MARGIN' },
        deduction: {
          byFilingStatusCents: {
            SINGLE: 3_250_00,
            MARRIED_FILING_SEPARATELY: 3_250_00,
            MARRIED_FILING_JOINTLY: 6_500_00,
          },
        },
        table: {
          fromCents: [0, 2_000_00, 5_000_00, 10_000_00, 20_000_00, 25_000_00, 60_000_00],
          plusCents: [0, 0, 66_00, 261_00, 741_00, 1_001_00, 2_943_50],
          ratePpm: [0, 22_000, 39_000, 48_000, 52_000, 55_500, 66_000],
        },
        creditPerAllowanceCents: 110_00,
        daysPerYear: 300,
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: {},
  levies: [
    {
      code: 'DE_PFML_EMPLOYER',
      paidBy: 'EMPLOYER',
      ratePpm: 8_000,
      wageBaseCents: 184_500_00,
      fromHeadcount: 25,
      confidence: 'A',
      source: 'Delaware Paid Leave 2026: 0.80 % from employers of 25 or more',
    },
    {
      code: 'DE_PFML_PARENTAL_EMPLOYER',
      paidBy: 'EMPLOYER',
      ratePpm: 3_200,
      wageBaseCents: 184_500_00,
      fromHeadcount: 10,
      belowHeadcount: 25,
      confidence: 'A',
      source: 'Delaware Paid Leave 2026: 0.32 % from employers of 10 to 24',
    },
  ],
  unemploymentWageBaseCents: 14_500_00,
};
