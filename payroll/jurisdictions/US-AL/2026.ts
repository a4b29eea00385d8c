import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { BracketTable } from '../FederalRules.ts';
import type { StateRules } from '../StateRules.ts';

const OTHERS: BracketTable = {
  fromCents: [0, 500_00, 3_000_00],
  plusCents: [0, 10_00, 110_00],
  ratePpm: [20_000, 40_000, 50_000],
};
const MARRIED: BracketTable = {
  fromCents: [0, 1_000_00, 6_000_00],
  plusCents: [0, 20_00, 220_00],
  ratePpm: [20_000, 40_000, 50_000],
};

/** Alabama: `filingStatus` is the code of Form A-4, `allowances` its dependents. The federal income tax of the period leaves the wages. */
export const rules: StateRules = {
  jurisdiction: 'US-AL',
  state: 'AL',
  name: 'Alabama',
  year: 2026,
  source: 'Alabama Withholding booklet (Rev. 01/26)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ALABAMA',
        form: {
          filingStatuses: ['0', 'S', 'MS', 'M', 'H'],
          members: ['allowances'],
          whenAbsent: { filingStatus: '0' },
        },
        supplemental: { method: 'FLAT', ratePpm: 50_000, isForPaidApart: true, needsRegularTax: true },
        byCode: {
          '0': {
            personalCents: 0,
            standardCents: 3_000_00,
            fullToCents: 25_999_00,
            stepCents: 500_00,
            lessCents: 25_00,
            floorFromCents: 35_500_00,
            floorCents: 2_500_00,
            table: OTHERS,
          },
          S: {
            personalCents: 1_500_00,
            standardCents: 3_000_00,
            fullToCents: 25_999_00,
            stepCents: 500_00,
            lessCents: 25_00,
            floorFromCents: 35_500_00,
            floorCents: 2_500_00,
            table: OTHERS,
          },
          MS: {
            personalCents: 1_500_00,
            standardCents: 4_250_00,
            fullToCents: 12_999_00,
            stepCents: 250_00,
            lessCents: 88_00,
            floorFromCents: 17_750_00,
            floorCents: 2_500_00,
            table: OTHERS,
          },
          M: {
            personalCents: 3_000_00,
            standardCents: 8_500_00,
            fullToCents: 25_999_00,
            stepCents: 500_00,
            lessCents: 175_00,
            floorFromCents: 35_500_00,
            floorCents: 5_000_00,
            table: MARRIED,
          },
          H: {
            personalCents: 3_000_00,
            standardCents: 5_200_00,
            fullToCents: 25_999_00,
            stepCents: 500_00,
            lessCents: 135_00,
            floorFromCents: 35_500_00,
            floorCents: 2_500_00,
            table: OTHERS,
          },
        },
        dependents: [
          { toCents: 50_000_00, amountCents: 1_000_00 },
          { toCents: 100_000_00, amountCents: 500_00 },
          { toCents: Number.MAX_SAFE_INTEGER, amountCents: 300_00 },
        ],
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 8_000_00,
  residentsElsewhere: 'NOT_WHERE_TAXED',
};
