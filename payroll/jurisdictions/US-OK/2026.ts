import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { BracketTable } from '../FederalRules.ts';
import type { StateRules } from '../StateRules.ts';

const RATES_PPM = [0, 25_000, 35_000, 45_000];

function table(fromCents: readonly number[], plusCents: readonly number[]): BracketTable {
  return { fromCents, plusCents, ratePpm: RATES_PPM };
}

/** Oklahoma: printed tables for each pay frequency; whole dollars are required. */
export const rules: StateRules = {
  jurisdiction: 'US-OK',
  state: 'OK',
  name: 'Oklahoma',
  year: 2026,
  source: 'Oklahoma Packet OW-2 (rev. 11-2025)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE'],
          members: ['allowances'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: {},
        },
        supplemental: { method: 'COMBINED' },
        columnOf: { MARRIED: 'married' },
        byFrequency: {
          WEEKLY: {
            allowanceCents: 19_23,
            columns: {
              single: table([0, 194_00, 216_00, 261_00], [0, 0, 55, 2_10]),
              married: table([0, 388_00, 433_00, 521_00], [0, 0, 1_11, 4_20]),
            },
          },
          BIWEEKLY: {
            allowanceCents: 38_46,
            columns: {
              single: table([0, 388_00, 433_00, 521_00], [0, 0, 1_11, 4_20]),
              married: table([0, 777_00, 865_00, 1_042_00], [0, 0, 2_21, 8_40]),
            },
          },
          SEMIMONTHLY: {
            allowanceCents: 41_67,
            columns: {
              single: table([0, 421_00, 469_00, 565_00], [0, 0, 1_20, 4_55]),
              married: table([0, 842_00, 938_00, 1_129_00], [0, 0, 2_40, 9_10]),
            },
          },
          MONTHLY: {
            allowanceCents: 83_33,
            columns: {
              single: table([0, 842_00, 938_00, 1_129_00], [0, 0, 2_40, 9_10]),
              married: table([0, 1_683_00, 1_875_00, 2_258_00], [0, 0, 4_79, 18_21]),
            },
          },
          QUARTERLY: {
            allowanceCents: 250_00,
            columns: {
              single: table([0, 2_525_00, 2_813_00, 3_388_00], [0, 0, 7_19, 27_31]),
              married: table([0, 5_050_00, 5_625_00, 6_775_00], [0, 0, 14_38, 54_63]),
            },
          },
          SEMIANNUAL: {
            allowanceCents: 500_00,
            columns: {
              single: table([0, 5_050_00, 5_625_00, 6_775_00], [0, 0, 14_38, 54_63]),
              married: table([0, 10_100_00, 11_250_00, 13_550_00], [0, 0, 28_75, 109_25]),
            },
          },
          ANNUAL: {
            allowanceCents: 1_000_00,
            columns: {
              single: table([0, 10_100_00, 11_250_00, 13_550_00], [0, 0, 28_75, 109_25]),
              married: table([0, 20_200_00, 22_500_00, 27_100_00], [0, 0, 57_50, 218_50]),
            },
          },
          DAILY: {
            allowanceCents: 3_85,
            columns: {
              single: table([0, 39_00, 43_00, 52_00], [0, 0, 11, 42]),
              married: table([0, 78_00, 87_00, 104_00], [0, 0, 22, 84]),
            },
          },
        },
        roundTo: 'DOLLAR',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 25_000_00,
};
