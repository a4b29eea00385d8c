import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { BracketTable } from '../FederalRules.ts';
import type { StateRules } from '../StateRules.ts';

const RATES_PPM = [0, 47_000, 56_500];

function table(fromCents: readonly number[], plusCents: readonly number[]): BracketTable {
  return { fromCents, plusCents, ratePpm: RATES_PPM };
}

/** Montana: no allowances. `BOTH_SPOUSES_WORK` is line 2 of Form MW-4 (the table of single), `fixedWithholdingCents` line 4. */
export const rules: StateRules = {
  jurisdiction: 'US-MT',
  state: 'MT',
  name: 'Montana',
  year: 2026,
  source: 'Montana Employer and Information Agent Guide 2026 (V4, November 2025)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED_FILING_JOINTLY', 'HEAD_OF_HOUSEHOLD', 'BOTH_SPOUSES_WORK'],
          members: ['fixedWithholdingCents'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: {},
        },
        supplemental: { method: 'FLAT', ratePpm: 50_000, isForPaidApart: true, needsRegularTax: true },
        roundsWithExtra: 'DOLLAR_UP',
        columnOf: { MARRIED_FILING_JOINTLY: 'joint', HEAD_OF_HOUSEHOLD: 'headOfHousehold' },
        byFrequency: {
          WEEKLY: {
            columns: {
              single: table([0, 310_00, 1_223_00], [0, 0, 43_00]),
              joint: table([0, 619_00, 2_446_00], [0, 0, 86_00]),
              headOfHousehold: table([0, 464_00, 1_835_00], [0, 0, 65_00]),
            },
          },
          BIWEEKLY: {
            columns: {
              single: table([0, 619_00, 2_446_00], [0, 0, 86_00]),
              joint: table([0, 1_238_00, 4_892_00], [0, 0, 172_00]),
              headOfHousehold: table([0, 929_00, 3_669_00], [0, 0, 129_00]),
            },
          },
          SEMIMONTHLY: {
            columns: {
              single: table([0, 671_00, 2_650_00], [0, 0, 94_00]),
              joint: table([0, 1_342_00, 5_300_00], [0, 0, 187_00]),
              headOfHousehold: table([0, 1_006_00, 3_975_00], [0, 0, 140_00]),
            },
          },
          MONTHLY: {
            columns: {
              single: table([0, 1_342_00, 5_300_00], [0, 0, 187_00]),
              joint: table([0, 2_683_00, 10_600_00], [0, 0, 372_00]),
              headOfHousehold: table([0, 2_013_00, 7_950_00], [0, 0, 280_00]),
            },
          },
          ANNUAL: {
            columns: {
              single: table([0, 16_100_00, 63_600_00], [0, 0, 2_233_00]),
              joint: table([0, 32_200_00, 127_200_00], [0, 0, 4_465_00]),
              headOfHousehold: table([0, 24_150_00, 95_400_00], [0, 0, 3_349_00]),
            },
          },
          DAILY: {
            columns: {
              single: table([0, 62_00, 245_00], [0, 0, 9_00]),
              joint: table([0, 124_00, 489_00], [0, 0, 18_00]),
              headOfHousehold: table([0, 93_00, 367_00], [0, 0, 13_00]),
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
  unemploymentWageBaseCents: 47_300_00,
  residentsElsewhere: 'IN_FULL',
};
