import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { ArkansasTax, FormRules } from '../StateIncomeTax.ts';
import type { StateRules } from '../StateRules.ts';

const FORM: FormRules = {
  filingStatuses: ['STANDARD', 'LOW_INCOME_SINGLE', 'LOW_INCOME_JOINT', 'LOW_INCOME_HEAD_OF_HOUSEHOLD'],
  members: ['allowances', 'additionalAllowances'],
  whenAbsent: { filingStatus: 'STANDARD' },
  exemption: {},
};

const LOW_INCOME: ArkansasTax['lowIncome'] = {
  LOW_INCOME_SINGLE: [{ lowerCents: 14_644_00, upperCents: 17_500_00, mostCents: 111_80 }],
  LOW_INCOME_JOINT: [
    { lowerCents: 24_696_00, upperCents: 29_000_00, mostCents: 391_56 },
    { lowerCents: 29_723_00, upperCents: 36_100_00, mostCents: 531_96 },
  ],
  LOW_INCOME_HEAD_OF_HOUSEHOLD: [
    { lowerCents: 20_821_00, upperCents: 25_300_00, mostCents: 268_84 },
    { lowerCents: 24_819_00, upperCents: 29_000_00, mostCents: 378_04 },
  ],
};

/** Arkansas: `allowances` are the exemptions of Form AR4EC, `additionalAllowances` the dependents of its low-income election. The first pay date of the revised formula is not confirmed, so between 29 May and 31 August the employer says. */
export const rules: StateRules = {
  jurisdiction: 'US-AR',
  state: 'AR',
  name: 'Arkansas',
  year: 2026,
  source:
    'Arkansas Withholding Tax Formula Method (effective 01/01/2026); the formula updated on 29 May 2026 (one source)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ARKANSAS',
        form: FORM,
        supplemental: { method: 'FLAT', ratePpm: 39_000, isForPaidApart: true, needsRegularTax: true },
        standardCents: 2_470_00,
        exactFromCents: 100_001_00,
        rows: [
          { fromCents: 0, ratePpm: 0, lessCents: 0 },
          { fromCents: 5_600_00, ratePpm: 20_000, lessCents: 111_98 },
          { fromCents: 11_200_00, ratePpm: 30_000, lessCents: 223_97 },
          { fromCents: 16_000_00, ratePpm: 34_000, lessCents: 287_97 },
          { fromCents: 26_400_00, ratePpm: 39_000, lessCents: 419_96 },
          { fromCents: 94_701_00, ratePpm: 39_000, lessCents: 399_30, fallsPer100Cents: 10_00 },
          { fromCents: 97_801_00, ratePpm: 39_000, lessCents: 89_30 },
        ],
        creditPerAllowanceCents: 29_00,
        lowIncome: LOW_INCOME,
      },
    },
    {
      effectiveFrom: '2026-09-01',
      open: { fromDate: '2026-05-29', decision: 'AR_REVISED_FORMULA_FROM' },
      confidence: 'B',
      incomeTax: {
        formula: 'ARKANSAS',
        form: FORM,
        supplemental: { method: 'FLAT', ratePpm: 37_000, isForPaidApart: true, needsRegularTax: true },
        standardCents: 2_470_00,
        exactFromCents: 100_001_00,
        rows: [
          { fromCents: 0, ratePpm: 0, lessCents: 0 },
          { fromCents: 5_600_00, ratePpm: 20_000, lessCents: 111_98 },
          { fromCents: 11_200_00, ratePpm: 30_000, lessCents: 223_97 },
          { fromCents: 16_000_00, ratePpm: 34_000, lessCents: 287_97 },
          { fromCents: 26_400_00, ratePpm: 37_000, lessCents: 367_20 },
          { fromCents: 94_701_00, ratePpm: 37_000, lessCents: 369_90, fallsPer100Cents: 10_00 },
          { fromCents: 97_601_00, ratePpm: 37_000, lessCents: 79_90 },
        ],
        creditPerAllowanceCents: 29_00,
        lowIncome: LOW_INCOME,
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 7_000_00,
  residentsElsewhere: 'IN_FULL',
};
