import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { BracketTable } from '../FederalRules.ts';
import type { StateRules } from '../StateRules.ts';

const RATES_PPM = [37_500, 47_500, 59_900];

function table(fromCents: readonly number[], plusCents: readonly number[]): BracketTable {
  return { fromCents, plusCents, ratePpm: RATES_PPM };
}

/** Rhode Island: one table for every status; exemptions end at the highest wages. */
export const rules: StateRules = {
  jurisdiction: 'US-RI',
  state: 'RI',
  name: 'Rhode Island',
  year: 2026,
  source: 'Rhode Island 2026 withholding tables (posted November 2025)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: { members: ['allowances'], whenAbsent: {}, exemption: {} },
        supplemental: { method: 'FLAT', ratePpm: 59_900, isForPaidApart: true, needsRegularTax: true },
        byFrequency: {
          WEEKLY: {
            allowanceCents: 19_23,
            noAllowancesAboveCents: 5_592_31,
            columns: { single: table([0, 1_578_00, 3_586_00], [0, 59_18, 154_56]) },
          },
          BIWEEKLY: {
            allowanceCents: 38_46,
            noAllowancesAboveCents: 11_184_62,
            columns: { single: table([0, 3_156_00, 7_171_00], [0, 118_35, 309_06]) },
          },
          SEMIMONTHLY: {
            allowanceCents: 41_67,
            noAllowancesAboveCents: 12_116_67,
            columns: { single: table([0, 3_419_00, 7_769_00], [0, 128_21, 334_84]) },
          },
          MONTHLY: {
            allowanceCents: 83_33,
            noAllowancesAboveCents: 24_233_33,
            columns: { single: table([0, 6_838_00, 15_538_00], [0, 256_43, 669_68]) },
          },
          QUARTERLY: {
            allowanceCents: 250_00,
            noAllowancesAboveCents: 72_700_00,
            columns: { single: table([0, 20_513_00, 46_613_00], [0, 769_24, 2_008_99]) },
          },
          SEMIANNUAL: {
            allowanceCents: 500_00,
            noAllowancesAboveCents: 145_400_00,
            columns: { single: table([0, 41_025_00, 93_225_00], [0, 1_538_44, 4_017_94]) },
          },
          ANNUAL: {
            allowanceCents: 1_000_00,
            noAllowancesAboveCents: 290_800_00,
            columns: { single: table([0, 82_050_00, 186_450_00], [0, 3_076_88, 8_035_88]) },
          },
          DAILY: {
            allowanceCents: 3_85,
            noAllowancesAboveCents: 1_118_46,
            columns: { single: table([0, 315_58, 717_12], [0, 11_83, 30_90]) },
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
      code: 'RI_TDI',
      paidBy: 'EMPLOYEE',
      isOfInsuredEmployment: true,
      ratePpm: 11_000,
      wageBaseCents: 100_000_00,
      confidence: 'A',
      source: 'Rhode Island temporary disability and caregiver insurance 2026: 1.1 % to 100,000.00',
    },
  ],
  unemploymentWageBaseCents: 30_800_00,
};
