import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Missouri: whole dollars; no allowances. `fixedWithholdingCents` is the amount of Form MO W-4 that replaces the computed tax. */
export const rules: StateRules = {
  jurisdiction: 'US-MO',
  state: 'MO',
  name: 'Missouri',
  year: 2026,
  source: '2026 Missouri Withholding Tax Formula; Form 4282 (03-2026)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: {
          filingStatuses: [
            'SINGLE',
            'MARRIED_FILING_SEPARATELY',
            'MARRIED_SPOUSE_WORKS',
            'MARRIED_SPOUSE_DOES_NOT_WORK',
            'HEAD_OF_HOUSEHOLD',
          ],
          members: ['fixedWithholdingCents'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: {},
        },
        supplemental: { method: 'FLAT', ratePpm: 47_000, isForPaidApart: true, needsRegularTax: true },
        deduction: {
          byFilingStatusCents: {
            SINGLE: 16_100_00,
            MARRIED_FILING_SEPARATELY: 16_100_00,
            MARRIED_SPOUSE_WORKS: 16_100_00,
            MARRIED_SPOUSE_DOES_NOT_WORK: 32_200_00,
            HEAD_OF_HOUSEHOLD: 24_150_00,
          },
        },
        table: {
          fromCents: [0, 1_348_00, 2_696_00, 4_044_00, 5_392_00, 6_740_00, 8_088_00, 9_436_00],
          plusCents: [0, 0, 27_00, 61_00, 101_00, 148_00, 202_00, 263_00],
          ratePpm: [0, 20_000, 25_000, 30_000, 35_000, 40_000, 45_000, 47_000],
        },
        roundTo: 'DOLLAR',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 9_000_00,
};
