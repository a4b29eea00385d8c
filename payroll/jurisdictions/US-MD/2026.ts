import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import { COUNTIES_2026 } from './counties2026.ts';
import type { StateRules } from '../StateRules.ts';

/** Maryland: the state's part, and the county of residence as a locality on the same income. Without Form MW507 one exemption. A lump annual bonus is taxed as ordinary wages. What residents owe who work in a state without an agreement is not confirmed. */
export const rules: StateRules = {
  jurisdiction: 'US-MD',
  state: 'MD',
  name: 'Maryland',
  year: 2026,
  source: 'Maryland Employer Withholding Guide (rev. December 2025); Withholding Tax Facts 2026',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'MARYLAND',
        form: {
          filingStatuses: [
            'SINGLE',
            'MARRIED_FILING_SEPARATELY',
            'MARRIED_FILING_JOINTLY',
            'HEAD_OF_HOUSEHOLD',
            'SURVIVING_SPOUSE',
          ],
          members: ['allowances'],
          whenAbsent: { filingStatus: 'SINGLE', allowances: 1 },
          exemption: { untilMonthDay: '02-15' },
        },
        supplemental: { method: 'COMBINED' },
        byFrequency: {
          WEEKLY: { standardCents: 65_38, exemptionCents: 61_54, noTaxBelowCents: 96_00 },
          BIWEEKLY: { standardCents: 130_76, exemptionCents: 123_08, noTaxBelowCents: 192_00 },
          SEMIMONTHLY: { standardCents: 141_66, exemptionCents: 133_33, noTaxBelowCents: 208_00 },
          MONTHLY: { standardCents: 283_33, exemptionCents: 266_67, noTaxBelowCents: 417_00 },
          QUARTERLY: { standardCents: 850_00, exemptionCents: 800_00, noTaxBelowCents: 1_250_00 },
          ANNUAL: { standardCents: 3_400_00, exemptionCents: 3_200_00, noTaxBelowCents: 5_000_00 },
          DAILY: { standardCents: 9_31, exemptionCents: 8_77, noTaxBelowCents: 13_70 },
        },
        single: {
          fromCents: [0, 100_000_00, 125_000_00, 150_000_00, 250_000_00, 500_000_00, 1_000_000_00],
          plusCents: [0, 4_750_00, 6_000_00, 7_312_50, 12_812_50, 27_187_50, 58_437_50],
          ratePpm: [47_500, 50_000, 52_500, 55_000, 57_500, 62_500, 65_000],
        },
        joint: {
          fromCents: [0, 150_000_00, 175_000_00, 225_000_00, 300_000_00, 600_000_00, 1_200_000_00],
          plusCents: [0, 7_125_00, 8_375_00, 11_000_00, 15_125_00, 32_375_00, 69_875_00],
          ratePpm: [47_500, 50_000, 52_500, 55_000, 57_500, 62_500, 65_000],
        },
        jointStatuses: ['MARRIED_FILING_JOINTLY', 'HEAD_OF_HOUSEHOLD', 'SURVIVING_SPOUSE'],
        nonresidentRatePpm: 22_500,
        daysPerYear: 365,
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 8_500_00,
  residentsElsewhere: 'NOT_CONFIRMED',
  localTaxes: COUNTIES_2026,
};
