import { FOLLOWS_FEDERAL_TAXABLE_WAGES } from '../deductionTreatments.ts';
import type { BracketTable } from '../FederalRules.ts';
import type { StateRules } from '../StateRules.ts';

const TABLE_A_D_F: BracketTable = {
  fromCents: [0, 10_000_00, 50_000_00, 100_000_00, 200_000_00, 250_000_00, 500_000_00],
  plusCents: [0, 200_00, 2_000_00, 4_750_00, 10_750_00, 14_000_00, 31_250_00],
  ratePpm: [20_000, 45_000, 55_000, 60_000, 65_000, 69_000, 69_900],
};

/** Table E: the decimals of the personal credit, in hundredths. */
const CREDIT_PERCENT = [
  75, 70, 65, 60, 55, 50, 45, 40, 35, 30, 25, 20, 15, 14, 13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1,
];

/** Connecticut: `filingStatus` is the withholding code of Form CT-W4, A to D or F; code E is `exemptForYear`. Without the form 6.99 % of wages. `reducedWithholdingCents` is line 3. */
export const rules: StateRules = {
  jurisdiction: 'US-CT',
  state: 'CT',
  name: 'Connecticut',
  year: 2026,
  source: 'Connecticut TPG-211 (rev. 12/25), IP 2026(1) Circular CT',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'CONNECTICUT',
        form: {
          filingStatuses: ['A', 'B', 'C', 'D', 'F'],
          members: ['reducedWithholdingCents'],
          whenAbsent: { filingStatus: 'NO_FORM' },
          exemption: { untilMonthDay: '02-15' },
        },
        supplemental: { method: 'COMBINED' },
        byCode: {
          A: {
            exemption: { fullCents: 12_000_00, fullToCents: 24_000_00 },
            table: TABLE_A_D_F,
            steps: [
              { fromCents: 50_250_00, stepCents: 2_500_00, amountCents: 25_00, most: 10 },
              { fromCents: 105_000_00, stepCents: 5_000_00, amountCents: 25_00, most: 10 },
              { fromCents: 200_000_00, stepCents: 5_000_00, amountCents: 90_00, most: 30 },
              { fromCents: 500_000_00, stepCents: 5_000_00, amountCents: 50_00, most: 9 },
            ],
            credit: {
              toCents: [
                15_000_00, 15_500_00, 16_000_00, 16_500_00, 17_000_00, 17_500_00, 18_000_00, 18_500_00, 20_000_00,
                20_500_00, 21_000_00, 21_500_00, 25_000_00, 25_500_00, 26_000_00, 26_500_00, 27_000_00, 48_000_00,
                48_500_00, 49_000_00, 49_500_00, 50_000_00, 50_500_00, 51_000_00, 51_500_00, 52_000_00, 52_500_00,
              ],
              percent: CREDIT_PERCENT,
            },
          },
          B: {
            exemption: { fullCents: 19_000_00, fullToCents: 38_000_00 },
            table: {
              fromCents: [0, 16_000_00, 80_000_00, 160_000_00, 320_000_00, 400_000_00, 800_000_00],
              plusCents: [0, 320_00, 3_200_00, 7_600_00, 17_200_00, 22_400_00, 50_000_00],
              ratePpm: [20_000, 45_000, 55_000, 60_000, 65_000, 69_000, 69_900],
            },
            steps: [
              { fromCents: 78_500_00, stepCents: 4_000_00, amountCents: 40_00, most: 10 },
              { fromCents: 168_000_00, stepCents: 8_000_00, amountCents: 40_00, most: 10 },
              { fromCents: 320_000_00, stepCents: 8_000_00, amountCents: 140_00, most: 30 },
              { fromCents: 800_000_00, stepCents: 8_000_00, amountCents: 80_00, most: 9 },
            ],
            credit: {
              toCents: [
                24_000_00, 24_500_00, 25_000_00, 25_500_00, 26_000_00, 26_500_00, 27_000_00, 27_500_00, 34_000_00,
                34_500_00, 35_000_00, 35_500_00, 44_000_00, 44_500_00, 45_000_00, 45_500_00, 46_000_00, 74_000_00,
                74_500_00, 75_000_00, 75_500_00, 76_000_00, 76_500_00, 77_000_00, 77_500_00, 78_000_00, 78_500_00,
              ],
              percent: CREDIT_PERCENT,
            },
          },
          C: {
            exemption: { fullCents: 24_000_00, fullToCents: 48_000_00 },
            table: {
              fromCents: [0, 20_000_00, 100_000_00, 200_000_00, 400_000_00, 500_000_00, 1_000_000_00],
              plusCents: [0, 400_00, 4_000_00, 9_500_00, 21_500_00, 28_000_00, 62_500_00],
              ratePpm: [20_000, 45_000, 55_000, 60_000, 65_000, 69_000, 69_900],
            },
            steps: [
              { fromCents: 100_500_00, stepCents: 5_000_00, amountCents: 50_00, most: 10 },
              { fromCents: 210_000_00, stepCents: 10_000_00, amountCents: 50_00, most: 10 },
              { fromCents: 400_000_00, stepCents: 10_000_00, amountCents: 180_00, most: 30 },
              { fromCents: 1_000_000_00, stepCents: 10_000_00, amountCents: 100_00, most: 9 },
            ],
            credit: {
              toCents: [
                30_000_00, 30_500_00, 31_000_00, 31_500_00, 32_000_00, 32_500_00, 33_000_00, 33_500_00, 40_000_00,
                40_500_00, 41_000_00, 41_500_00, 50_000_00, 50_500_00, 51_000_00, 51_500_00, 52_000_00, 96_000_00,
                96_500_00, 97_000_00, 97_500_00, 98_000_00, 98_500_00, 99_000_00, 99_500_00, 100_000_00, 100_500_00,
              ],
              percent: CREDIT_PERCENT,
            },
          },
          D: {
            exemption: { fullCents: 0, fullToCents: 0 },
            table: TABLE_A_D_F,
            steps: [
              { fromCents: 50_250_00, stepCents: 2_500_00, amountCents: 25_00, most: 10 },
              { fromCents: 105_000_00, stepCents: 5_000_00, amountCents: 25_00, most: 10 },
              { fromCents: 200_000_00, stepCents: 5_000_00, amountCents: 90_00, most: 30 },
              { fromCents: 500_000_00, stepCents: 5_000_00, amountCents: 50_00, most: 9 },
            ],
            credit: { toCents: [], percent: [] },
          },
          F: {
            exemption: { fullCents: 15_000_00, fullToCents: 30_000_00 },
            table: TABLE_A_D_F,
            steps: [
              { fromCents: 56_500_00, stepCents: 5_000_00, amountCents: 25_00, most: 10 },
              { fromCents: 105_000_00, stepCents: 5_000_00, amountCents: 25_00, most: 10 },
              { fromCents: 200_000_00, stepCents: 5_000_00, amountCents: 90_00, most: 30 },
              { fromCents: 500_000_00, stepCents: 5_000_00, amountCents: 50_00, most: 9 },
            ],
            credit: {
              toCents: [
                18_800_00, 19_300_00, 19_800_00, 20_300_00, 20_800_00, 21_300_00, 21_800_00, 22_300_00, 25_000_00,
                25_500_00, 26_000_00, 26_500_00, 31_300_00, 31_800_00, 32_300_00, 32_800_00, 33_300_00, 60_000_00,
                60_500_00, 61_000_00, 61_500_00, 62_000_00, 62_500_00, 63_000_00, 63_500_00, 64_000_00, 64_500_00,
              ],
              percent: CREDIT_PERCENT,
            },
          },
        },
        noFormRatePpm: 69_900,
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: {
    SECTION_125_HEALTH: 'EXCLUDED',
    HEALTH_FSA: 'EXCLUDED',
    DEPENDENT_CARE_FSA: 'EXCLUDED',
    HSA: 'EXCLUDED',
    TRADITIONAL_401K: 'TAXED',
    ROTH_401K: 'TAXED',
    POST_TAX: 'TAXED',
  },
  levies: [
    {
      code: 'CT_PFML',
      paidBy: 'EMPLOYEE',
      ratePpm: 5_000,
      wageBaseCents: 184_500_00,
      confidence: 'A',
      source: 'Connecticut Paid Leave 2026: 0.5 % to 184,500.00 (base as for FICA: one source)',
    },
  ],
  unemploymentWageBaseCents: 27_000_00,
};
