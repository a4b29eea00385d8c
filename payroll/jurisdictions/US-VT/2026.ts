import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { BracketTable } from '../FederalRules.ts';
import type { StateRules } from '../StateRules.ts';

const RATES_PPM = [0, 33_500, 66_000, 76_000, 87_500];

function table(fromCents: readonly number[], plusCents: readonly number[]): BracketTable {
  return { fromCents, plusCents, ratePpm: RATES_PPM };
}

/** Vermont: the employer bears the whole child care contribution here; it may take a quarter from the employee. */
export const rules: StateRules = {
  jurisdiction: 'US-VT',
  state: 'VT',
  name: 'Vermont',
  year: 2026,
  source: 'Vermont GB-1210 (2026)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED'],
          members: ['allowances'],
          whenAbsent: { filingStatus: 'SINGLE' },
        },
        supplemental: { method: 'SHARE_OF_FEDERAL', sharePpm: 300_000 },
        columnOf: { MARRIED: 'married' },
        byFrequency: {
          WEEKLY: {
            allowanceCents: 103_85,
            columns: {
              single: table([0, 75_00, 1_051_00, 2_438_00, 5_004_00], [0, 0, 32_70, 124_24, 319_25]),
              married: table([0, 226_00, 1_855_00, 4_164_00, 6_227_00], [0, 0, 54_57, 206_96, 363_75]),
            },
          },
          BIWEEKLY: {
            allowanceCents: 207_69,
            columns: {
              single: table([0, 151_00, 2_103_00, 4_876_00, 10_009_00], [0, 0, 65_39, 248_41, 638_52]),
              married: table([0, 453_00, 3_711_00, 8_328_00, 12_455_00], [0, 0, 109_14, 413_87, 727_52]),
            },
          },
          SEMIMONTHLY: {
            allowanceCents: 225_00,
            columns: {
              single: table([0, 164_00, 2_278_00, 5_282_00, 10_843_00], [0, 0, 70_82, 269_08, 691_72]),
              married: table([0, 491_00, 4_020_00, 9_022_00, 13_493_00], [0, 0, 118_22, 448_35, 788_15]),
            },
          },
          MONTHLY: {
            allowanceCents: 450_00,
            columns: {
              single: table([0, 327_00, 4_556_00, 10_565_00, 21_685_00], [0, 0, 141_67, 538_27, 1_383_39]),
              married: table([0, 981_00, 8_040_00, 18_044_00, 26_985_00], [0, 0, 236_48, 896_74, 1_576_26]),
            },
          },
          QUARTERLY: {
            allowanceCents: 1_350_00,
            columns: {
              single: table([0, 981_00, 13_669_00, 31_694_00, 65_056_00], [0, 0, 425_05, 1_614_70, 4_150_21]),
              married: table([0, 2_944_00, 24_119_00, 54_131_00, 80_956_00], [0, 0, 709_36, 2_690_15, 4_728_85]),
            },
          },
          ANNUAL: {
            allowanceCents: 5_400_00,
            columns: {
              single: table([0, 3_925_00, 54_675_00, 126_775_00, 260_225_00], [0, 0, 1_700_13, 6_458_73, 16_600_93]),
              married: table([0, 11_775_00, 96_475_00, 216_525_00, 323_825_00], [0, 0, 2_837_45, 10_760_75, 18_915_55]),
            },
          },
          DAILY: {
            allowanceCents: 20_77,
            columns: {
              single: table([0, 15_10, 210_30, 487_60, 1_000_90], [0, 0, 6_54, 24_84, 63_85]),
              married: table([0, 45_30, 371_10, 832_80, 1_245_50], [0, 0, 10_91, 41_39, 72_75]),
            },
          },
        },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [
    {
      code: 'VT_CHILD_CARE',
      paidBy: 'EMPLOYER',
      ratePpm: 4_400,
      excludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
      confidence: 'A',
      source: 'Vermont child care contribution 0.44 % of wages subject to Vermont withholding, no cap found',
    },
  ],
  unemploymentWageBaseCents: 15_400_00,
};
