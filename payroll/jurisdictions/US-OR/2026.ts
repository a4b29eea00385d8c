import { FOLLOWS_FEDERAL_TAXABLE_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Oregon: federal income tax leaves the wages, up to a cap. Without Form OR-W-4 8 % of wages. Not calculated: the Workers' Benefit Fund (by the hour), Lane transit, Metro and Multnomah. */
export const rules: StateRules = {
  jurisdiction: 'US-OR',
  state: 'OR',
  name: 'Oregon',
  year: 2026,
  source: 'Oregon 150-206-436 (rev. 12-31-25), withholding tax formulas',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'OREGON',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE', 'HEAD_OF_HOUSEHOLD'],
          members: ['allowances'],
          whenAbsent: { filingStatus: 'NO_FORM' },
          exemption: { untilMonthDay: '02-15' },
        },
        supplemental: { method: 'FLAT', ratePpm: 80_000, isForPaidApart: true, needsRegularTax: true },
        standardCents: { single: 2_910_00, wide: 5_820_00 },
        tablesFromCents: 50_000_00,
        below: {
          single: {
            fromCents: [0, 4_550_00, 11_400_00],
            plusCents: [263_00, 479_00, 941_00],
            ratePpm: [47_500, 67_500, 87_500],
          },
          wide: {
            fromCents: [0, 9_100_00, 22_800_00],
            plusCents: [263_00, 695_00, 1_620_00],
            ratePpm: [47_500, 67_500, 87_500],
          },
        },
        above: {
          single: { fromCents: [11_400_00, 125_000_00], plusCents: [678_00, 10_618_00], ratePpm: [87_500, 99_000] },
          wide: { fromCents: [22_800_00, 250_000_00], plusCents: [1_357_00, 21_237_00], ratePpm: [87_500, 99_000] },
        },
        cap: {
          belowSingleCents: [125_000_00, 130_000_00, 135_000_00, 140_000_00, 145_000_00],
          belowMarriedCents: [250_000_00, 260_000_00, 270_000_00, 280_000_00, 290_000_00],
          capCents: [8_750_00, 7_000_00, 5_250_00, 3_500_00, 1_750_00],
        },
        creditPerAllowanceCents: 263_00,
        allowancesToCents: { single: 100_000_00, married: 200_000_00 },
        noFormRatePpm: 80_000,
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: {
    SECTION_125_HEALTH: 'EXCLUDED',
    HEALTH_FSA: 'EXCLUDED',
    HSA: 'EXCLUDED',
    TRADITIONAL_401K: 'TAXED',
    ROTH_401K: 'TAXED',
    POST_TAX: 'TAXED',
  },
  levies: [
    {
      code: 'OR_TRANSIT',
      paidBy: 'EMPLOYEE',
      ratePpm: 1_000,
      excludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
      confidence: 'B',
      source:
        'Oregon statewide transit tax 2026: 0.1 % (the rise to 0.2 % was rejected on 19 May 2026); on the base of income tax',
    },
    {
      code: 'OR_PFML',
      paidBy: 'EMPLOYEE',
      ratePpm: 6_000,
      wageBaseCents: 184_500_00,
      confidence: 'A',
      source: 'Paid Leave Oregon 2026: 0.6 % of wages to 184,500.00; OAR 471-070-0455',
    },
    {
      code: 'OR_PFML_EMPLOYER',
      paidBy: 'EMPLOYER',
      ratePpm: 4_000,
      wageBaseCents: 184_500_00,
      fromHeadcount: 25,
      confidence: 'A',
      source: 'Paid Leave Oregon 2026: 0.4 % from employers of 25 or more',
    },
  ],
  unemploymentWageBaseCents: 56_700_00,
};
