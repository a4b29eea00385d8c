import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { BracketTable } from '../FederalRules.ts';
import type { StateRules } from '../StateRules.ts';

const RATES_PPM = [0, 52_000, 55_800];

function table(fromCents: readonly number[], plusCents: readonly number[]): BracketTable {
  return { fromCents, plusCents, ratePpm: RATES_PPM };
}

/** Kansas: the first allowance is worth more than the others; at the joint rate the first two. */
export const rules: StateRules = {
  jurisdiction: 'US-KS',
  state: 'KS',
  name: 'Kansas',
  year: 2026,
  source: 'Kansas KW-100 (rev. 10-24)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: {
          filingStatuses: ['SINGLE', 'JOINT', 'HEAD_OF_HOUSEHOLD'],
          members: ['allowances'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: {},
        },
        supplemental: { method: 'FLAT', ratePpm: 50_000, isForPaidApart: true, needsRegularTax: true },
        columnOf: { JOINT: 'joint' },
        byFrequency: {
          WEEKLY: {
            allowanceCents: 44_62,
            firstAllowancesCents: { single: [176_15], joint: [176_15, 352_31] },
            columns: {
              single: table([0, 69_00, 512_00], [0, 0, 23_00]),
              joint: table([0, 158_00, 1_043_00], [0, 0, 46_00]),
            },
          },
          BIWEEKLY: {
            allowanceCents: 89_23,
            firstAllowancesCents: { single: [352_31], joint: [352_31, 704_62] },
            columns: {
              single: table([0, 139_00, 1_023_00], [0, 0, 46_00]),
              joint: table([0, 317_00, 2_086_00], [0, 0, 92_00]),
            },
          },
          SEMIMONTHLY: {
            allowanceCents: 96_67,
            firstAllowancesCents: { single: [381_67], joint: [381_67, 763_33] },
            columns: {
              single: table([0, 150_00, 1_109_00], [0, 0, 49_83]),
              joint: table([0, 343_00, 2_260_00], [0, 0, 99_67]),
            },
          },
          MONTHLY: {
            allowanceCents: 193_33,
            firstAllowancesCents: { single: [763_33], joint: [763_33, 1_526_67] },
            columns: {
              single: table([0, 300_00, 2_217_00], [0, 0, 99_67]),
              joint: table([0, 687_00, 4_520_00], [0, 0, 199_33]),
            },
          },
          QUARTERLY: {
            allowanceCents: 580_00,
            firstAllowancesCents: { single: [2_290_00], joint: [2_290_00, 4_580_00] },
            columns: {
              single: table([0, 901_00, 6_651_00], [0, 0, 299_00]),
              joint: table([0, 2_060_00, 13_560_00], [0, 0, 598_00]),
            },
          },
          SEMIANNUAL: {
            allowanceCents: 1_160_00,
            firstAllowancesCents: { single: [4_580_00], joint: [4_580_00, 9_160_00] },
            columns: {
              single: table([0, 1_803_00, 13_303_00], [0, 0, 598_00]),
              joint: table([0, 4_120_00, 27_120_00], [0, 0, 1_196_00]),
            },
          },
          ANNUAL: {
            allowanceCents: 2_320_00,
            firstAllowancesCents: { single: [9_160_00], joint: [9_160_00, 18_320_00] },
            columns: {
              single: table([0, 3_605_00, 26_605_00], [0, 0, 1_196_00]),
              joint: table([0, 8_240_00, 54_240_00], [0, 0, 2_392_00]),
            },
          },
          DAILY: {
            allowanceCents: 8_92,
            firstAllowancesCents: { single: [35_23], joint: [35_23, 70_46] },
            columns: {
              single: table([0, 14_00, 102_00], [0, 0, 4_60]),
              joint: table([0, 32_00, 209_00], [0, 0, 9_20]),
            },
          },
        },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 15_100_00,
};
