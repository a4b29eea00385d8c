import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { BracketTable } from '../FederalRules.ts';
import type { StateRules } from '../StateRules.ts';

const RATES_PPM = [0, 22_600, 32_200, 42_100, 43_500, 44_800, 46_000];

function table(fromCents: readonly number[], plusCents: readonly number[]): BracketTable {
  return { fromCents, plusCents, ratePpm: RATES_PPM };
}

/** Nebraska: employers of 25 or more withhold at least 1.5 % (one source); `fixedWithholdingCents` is what an employee documented instead. */
export const rules: StateRules = {
  jurisdiction: 'US-NE',
  state: 'NE',
  name: 'Nebraska',
  year: 2026,
  source: 'Nebraska Circular EN 2026',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED'],
          members: ['allowances', 'fixedWithholdingCents'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: {},
        },
        supplemental: { method: 'FLAT', ratePpm: 35_000, isForPaidApart: true, needsRegularTax: true },
        columnOf: { MARRIED: 'married' },
        byFrequency: {
          WEEKLY: {
            allowanceCents: 46_92,
            columns: {
              single: table(
                [0, 66_00, 129_00, 419_00, 608_00, 772_00, 1_449_00],
                [0, 0, 1_42, 10_76, 18_72, 25_85, 56_18],
              ),
              married: table(
                [0, 158_00, 250_00, 623_00, 969_00, 1_203_00, 1_595_00],
                [0, 0, 2_08, 14_09, 28_66, 38_84, 56_40],
              ),
            },
          },
          BIWEEKLY: {
            allowanceCents: 93_85,
            columns: {
              single: table(
                [0, 132_00, 258_00, 839_00, 1_216_00, 1_543_00, 2_899_00],
                [0, 0, 2_85, 21_56, 37_43, 51_65, 112_40],
              ),
              married: table(
                [0, 315_00, 500_00, 1_246_00, 1_938_00, 2_405_00, 3_189_00],
                [0, 0, 4_18, 28_20, 57_33, 77_64, 112_76],
              ),
            },
          },
          SEMIMONTHLY: {
            allowanceCents: 101_67,
            columns: {
              single: table(
                [0, 143_00, 280_00, 909_00, 1_317_00, 1_672_00, 3_140_00],
                [0, 0, 3_10, 23_35, 40_53, 55_97, 121_74],
              ),
              married: table(
                [0, 341_00, 542_00, 1_350_00, 2_100_00, 2_605_00, 3_455_00],
                [0, 0, 4_54, 30_56, 62_14, 84_11, 122_19],
              ),
            },
          },
          MONTHLY: {
            allowanceCents: 203_33,
            columns: {
              single: table(
                [0, 286_00, 559_00, 1_818_00, 2_634_00, 3_344_00, 6_281_00],
                [0, 0, 6_17, 46_71, 81_06, 111_95, 243_53],
              ),
              married: table(
                [0, 683_00, 1_084_00, 2_700_00, 4_200_00, 5_211_00, 6_910_00],
                [0, 0, 9_06, 61_10, 124_25, 168_23, 244_35],
              ),
            },
          },
          QUARTERLY: {
            allowanceCents: 610_00,
            columns: {
              single: table(
                [0, 858_00, 1_678_00, 5_453_00, 7_903_00, 10_033_00, 18_843_00],
                [0, 0, 18_53, 140_09, 243_24, 335_90, 730_59],
              ),
              married: table(
                [0, 2_048_00, 3_253_00, 8_100_00, 12_600_00, 15_633_00, 20_730_00],
                [0, 0, 27_23, 183_30, 372_75, 504_69, 733_04],
              ),
            },
          },
          SEMIANNUAL: {
            allowanceCents: 1_220_00,
            columns: {
              single: table(
                [0, 1_715_00, 3_355_00, 10_905_00, 15_805_00, 20_065_00, 37_685_00],
                [0, 0, 37_06, 280_17, 486_46, 671_77, 1_461_15],
              ),
              married: table(
                [0, 4_095_00, 6_505_00, 16_200_00, 25_200_00, 31_265_00, 41_460_00],
                [0, 0, 54_47, 366_65, 745_55, 1_009_38, 1_466_12],
              ),
            },
          },
          ANNUAL: {
            allowanceCents: 2_440_00,
            columns: {
              single: table(
                [0, 3_430_00, 6_710_00, 21_810_00, 31_610_00, 40_130_00, 75_370_00],
                [0, 0, 74_13, 560_35, 972_93, 1_343_55, 2_922_30],
              ),
              married: table(
                [0, 8_190_00, 13_010_00, 32_400_00, 50_400_00, 62_530_00, 82_920_00],
                [0, 0, 108_93, 733_29, 1_491_09, 2_018_75, 2_932_22],
              ),
            },
          },
          DAILY: {
            allowanceCents: 9_38,
            columns: {
              single: table([0, 13_00, 26_00, 84_00, 122_00, 154_00, 290_00], [0, 0, 29, 2_16, 3_76, 5_15, 11_24]),
              married: table([0, 32_00, 50_00, 125_00, 194_00, 241_00, 319_00], [0, 0, 41, 2_83, 5_73, 7_77, 11_26]),
            },
          },
        },
        least: { ratePpm: 15_000, fromHeadcount: 25 },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 9_000_00,
};
