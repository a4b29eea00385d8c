import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { FormRules } from '../StateIncomeTax.ts';
import type { StateRules } from '../StateRules.ts';

const FORM: FormRules = {
  filingStatuses: ['TWO_EARNERS', 'ONE_EARNER'],
  members: ['allowances'],
  whenAbsent: { filingStatus: 'TWO_EARNERS' },
  exemption: {},
};

const RATES_2024_PPM = [22_200, 29_600, 33_300, 44_400, 48_200];
const RATES_2026_PPM = [21_100, 28_100, 31_600, 42_200, 45_800];

/** West Virginia: `ONE_EARNER` is line 5 of Form IT-104; two earners are the default. The rates changed with pay dates from 12 June 2026. */
export const rules: StateRules = {
  jurisdiction: 'US-WV',
  state: 'WV',
  name: 'West Virginia',
  year: 2026,
  source: 'West Virginia IT-100.2A (October 2024; March 2026; the day of the change: one source)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: FORM,
        supplemental: { method: 'ANNUAL_MARGIN' },
        columnOf: { ONE_EARNER: 'oneEarner' },
        byFrequency: {
          WEEKLY: {
            allowanceCents: 38_46,
            columns: {
              single: {
                fromCents: [0, 144_00, 361_00, 577_00, 866_00],
                plusCents: [0, 3_20, 9_61, 16_81, 29_63],
                ratePpm: RATES_2024_PPM,
              },
              oneEarner: {
                fromCents: [0, 192_00, 481_00, 769_00, 1_154_00],
                plusCents: [0, 4_26, 12_82, 22_41, 39_50],
                ratePpm: RATES_2024_PPM,
              },
            },
          },
          BIWEEKLY: {
            allowanceCents: 76_92,
            columns: {
              single: {
                fromCents: [0, 289_00, 722_00, 1_154_00, 1_731_00],
                plusCents: [0, 6_41, 19_22, 33_61, 59_25],
                ratePpm: RATES_2024_PPM,
              },
              oneEarner: {
                fromCents: [0, 385_00, 962_00, 1_538_00, 2_308_00],
                plusCents: [0, 8_55, 25_63, 44_81, 79_00],
                ratePpm: RATES_2024_PPM,
              },
            },
          },
          SEMIMONTHLY: {
            allowanceCents: 83_33,
            columns: {
              single: {
                fromCents: [0, 313_00, 782_00, 1_250_00, 1_875_00],
                plusCents: [0, 6_94, 20_82, 36_43, 64_17],
                ratePpm: RATES_2024_PPM,
              },
              oneEarner: {
                fromCents: [0, 417_00, 1_042_00, 1_667_00, 2_500_00],
                plusCents: [0, 9_26, 27_76, 48_57, 85_56],
                ratePpm: RATES_2024_PPM,
              },
            },
          },
          MONTHLY: {
            allowanceCents: 166_67,
            columns: {
              single: {
                fromCents: [0, 625_00, 1_562_00, 2_500_00, 3_750_00],
                plusCents: [0, 13_87, 41_62, 72_84, 128_35],
                ratePpm: RATES_2024_PPM,
              },
              oneEarner: {
                fromCents: [0, 833_00, 2_083_00, 3_333_00, 5_000_00],
                plusCents: [0, 18_49, 55_49, 97_12, 171_13],
                ratePpm: RATES_2024_PPM,
              },
            },
          },
          ANNUAL: {
            allowanceCents: 2_000_00,
            columns: {
              single: {
                fromCents: [0, 7_500_00, 18_750_00, 30_000_00, 45_000_00],
                plusCents: [0, 166_50, 499_50, 874_13, 1_540_13],
                ratePpm: RATES_2024_PPM,
              },
              oneEarner: {
                fromCents: [0, 10_000_00, 25_000_00, 40_000_00, 60_000_00],
                plusCents: [0, 222_00, 666_00, 1_165_50, 2_053_50],
                ratePpm: RATES_2024_PPM,
              },
            },
          },
          DAILY: {
            allowanceCents: 7_66,
            columns: {
              single: {
                fromCents: [0, 29_00, 72_00, 115_00, 173_00],
                plusCents: [0, 63, 1_92, 3_34, 5_91],
                ratePpm: RATES_2024_PPM,
              },
              oneEarner: {
                fromCents: [0, 38_00, 96_00, 153_00, 230_00],
                plusCents: [0, 84, 2_56, 4_46, 7_88],
                ratePpm: RATES_2024_PPM,
              },
            },
          },
        },
        roundTo: 'DOLLAR',
      },
    },
    {
      effectiveFrom: '2026-06-12',
      confidence: 'B',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: FORM,
        supplemental: { method: 'ANNUAL_MARGIN' },
        columnOf: { ONE_EARNER: 'oneEarner' },
        byFrequency: {
          WEEKLY: {
            allowanceCents: 38_46,
            columns: {
              single: {
                fromCents: [0, 144_00, 361_00, 577_00, 866_00],
                plusCents: [0, 3_04, 9_13, 15_95, 28_14],
                ratePpm: RATES_2026_PPM,
              },
              oneEarner: {
                fromCents: [0, 192_00, 481_00, 769_00, 1_154_00],
                plusCents: [0, 4_05, 12_17, 21_27, 37_52],
                ratePpm: RATES_2026_PPM,
              },
            },
          },
          BIWEEKLY: {
            allowanceCents: 76_92,
            columns: {
              single: {
                fromCents: [0, 289_00, 722_00, 1_154_00, 1_731_00],
                plusCents: [0, 6_09, 18_25, 31_90, 56_27],
                ratePpm: RATES_2026_PPM,
              },
              oneEarner: {
                fromCents: [0, 385_00, 962_00, 1_538_00, 2_308_00],
                plusCents: [0, 8_12, 24_34, 42_54, 75_03],
                ratePpm: RATES_2026_PPM,
              },
            },
          },
          SEMIMONTHLY: {
            allowanceCents: 83_33,
            columns: {
              single: {
                fromCents: [0, 313_00, 782_00, 1_250_00, 1_875_00],
                plusCents: [0, 6_60, 19_77, 34_58, 60_95],
                ratePpm: RATES_2026_PPM,
              },
              oneEarner: {
                fromCents: [0, 417_00, 1_042_00, 1_667_00, 2_500_00],
                plusCents: [0, 8_80, 26_36, 46_11, 81_26],
                ratePpm: RATES_2026_PPM,
              },
            },
          },
          MONTHLY: {
            allowanceCents: 166_67,
            columns: {
              single: {
                fromCents: [0, 625_00, 1_562_00, 2_500_00, 3_750_00],
                plusCents: [0, 13_18, 39_53, 69_15, 121_91],
                ratePpm: RATES_2026_PPM,
              },
              oneEarner: {
                fromCents: [0, 833_00, 2_083_00, 3_333_00, 5_000_00],
                plusCents: [0, 17_58, 52_70, 92_20, 162_55],
                ratePpm: RATES_2026_PPM,
              },
            },
          },
          ANNUAL: {
            allowanceCents: 2_000_00,
            columns: {
              single: {
                fromCents: [0, 7_500_00, 18_750_00, 30_000_00, 45_000_00],
                plusCents: [0, 158_25, 474_38, 829_88, 1_462_88],
                ratePpm: RATES_2026_PPM,
              },
              oneEarner: {
                fromCents: [0, 10_000_00, 25_000_00, 40_000_00, 60_000_00],
                plusCents: [0, 211_00, 632_50, 1_106_50, 1_950_50],
                ratePpm: RATES_2026_PPM,
              },
            },
          },
          DAILY: {
            allowanceCents: 7_66,
            columns: {
              single: {
                fromCents: [0, 29_00, 72_00, 115_00, 173_00],
                plusCents: [0, 60, 1_82, 3_17, 5_61],
                ratePpm: RATES_2026_PPM,
              },
              oneEarner: {
                fromCents: [0, 38_00, 96_00, 153_00, 230_00],
                plusCents: [0, 80, 2_43, 4_23, 7_48],
                ratePpm: RATES_2026_PPM,
              },
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
  unemploymentWageBaseCents: 9_500_00,
};
