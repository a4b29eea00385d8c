import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { FormRules, StateSupplemental } from '../StateIncomeTax.ts';
import type { StateRules } from '../StateRules.ts';

const FORM: FormRules = { members: [], whenAbsent: {}, goesByFederalStatus: true, followsFederalExemption: true };

/** One source. */
const SUPPLEMENTAL: StateSupplemental = {
  method: 'FLAT',
  ratePpm: 15_000,
  isForPaidApart: true,
  needsRegularTax: true,
};

/** North Dakota: the federal Form W-4 decides; a form of 2019 or earlier has tables and allowances of its own. */
export const rules: StateRules = {
  jurisdiction: 'US-ND',
  state: 'ND',
  name: 'North Dakota',
  year: 2026,
  source: 'North Dakota Income Tax Withholding Rates and Instructions 2026',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'NORTH_DAKOTA',
        form: FORM,
        supplemental: SUPPLEMENTAL,
        since2020: {
          formula: 'ANNUALISED',
          form: FORM,
          supplemental: SUPPLEMENTAL,
          deduction: {},
          table: { fromCents: [0, 57_625_00, 258_450_00], plusCents: [0, 0, 3_916_09], ratePpm: [0, 19_500, 25_000] },
          tableByFilingStatus: {
            MARRIED_FILING_JOINTLY: {
              fromCents: [0, 57_500_00, 168_525_00],
              plusCents: [0, 0, 2_164_99],
              ratePpm: [0, 19_500, 25_000],
            },
            HEAD_OF_HOUSEHOLD: {
              fromCents: [0, 78_475_00, 289_675_00],
              plusCents: [0, 0, 4_118_40],
              ratePpm: [0, 19_500, 25_000],
            },
          },
          roundTo: 'DOLLAR',
        },
        before2020: {
          formula: 'PRINTED_TABLES',
          form: FORM,
          supplemental: SUPPLEMENTAL,
          columnOf: { MARRIED_FILING_JOINTLY: 'married' },
          byFrequency: {
            WEEKLY: {
              allowanceCents: 97_00,
              nothingUnderCents: 1_00,
              columns: {
                single: { fromCents: [0, 1_108_00, 4_970_00], plusCents: [0, 0, 75_31], ratePpm: [0, 19_500, 25_000] },
                married: { fromCents: [0, 1_106_00, 3_241_00], plusCents: [0, 0, 41_63], ratePpm: [0, 19_500, 25_000] },
              },
            },
            BIWEEKLY: {
              allowanceCents: 194_00,
              nothingUnderCents: 1_00,
              columns: {
                single: { fromCents: [0, 2_216_00, 9_940_00], plusCents: [0, 0, 150_62], ratePpm: [0, 19_500, 25_000] },
                married: { fromCents: [0, 2_212_00, 6_482_00], plusCents: [0, 0, 83_27], ratePpm: [0, 19_500, 25_000] },
              },
            },
            SEMIMONTHLY: {
              allowanceCents: 210_00,
              nothingUnderCents: 1_00,
              columns: {
                single: {
                  fromCents: [0, 2_401_00, 10_769_00],
                  plusCents: [0, 0, 163_18],
                  ratePpm: [0, 19_500, 25_000],
                },
                married: { fromCents: [0, 2_396_00, 7_022_00], plusCents: [0, 0, 90_21], ratePpm: [0, 19_500, 25_000] },
              },
            },
            MONTHLY: {
              allowanceCents: 420_00,
              nothingUnderCents: 1_00,
              columns: {
                single: {
                  fromCents: [0, 4_802_00, 21_538_00],
                  plusCents: [0, 0, 326_35],
                  ratePpm: [0, 19_500, 25_000],
                },
                married: {
                  fromCents: [0, 4_792_00, 14_044_00],
                  plusCents: [0, 0, 180_41],
                  ratePpm: [0, 19_500, 25_000],
                },
              },
            },
            QUARTERLY: {
              allowanceCents: 1_268_00,
              nothingUnderCents: 1_00,
              columns: {
                single: {
                  fromCents: [0, 14_406_00, 64_613_00],
                  plusCents: [0, 0, 979_04],
                  ratePpm: [0, 19_500, 25_000],
                },
                married: {
                  fromCents: [0, 14_375_00, 42_131_00],
                  plusCents: [0, 0, 541_24],
                  ratePpm: [0, 19_500, 25_000],
                },
              },
            },
            SEMIANNUAL: {
              allowanceCents: 2_525_00,
              nothingUnderCents: 1_00,
              columns: {
                single: {
                  fromCents: [0, 28_813_00, 129_225_00],
                  plusCents: [0, 0, 1_958_03],
                  ratePpm: [0, 19_500, 25_000],
                },
                married: {
                  fromCents: [0, 28_750_00, 84_263_00],
                  plusCents: [0, 0, 1_082_50],
                  ratePpm: [0, 19_500, 25_000],
                },
              },
            },
            ANNUAL: {
              allowanceCents: 5_050_00,
              nothingUnderCents: 1_00,
              columns: {
                single: {
                  fromCents: [0, 57_625_00, 258_450_00],
                  plusCents: [0, 0, 3_916_09],
                  ratePpm: [0, 19_500, 25_000],
                },
                married: {
                  fromCents: [0, 57_500_00, 168_525_00],
                  plusCents: [0, 0, 2_164_99],
                  ratePpm: [0, 19_500, 25_000],
                },
              },
            },
            DAILY: {
              allowanceCents: 19_00,
              nothingUnderCents: 1_00,
              columns: {
                single: { fromCents: [0, 222_00, 994_00], plusCents: [0, 0, 15_05], ratePpm: [0, 19_500, 25_000] },
                married: { fromCents: [0, 221_00, 648_00], plusCents: [0, 0, 8_33], ratePpm: [0, 19_500, 25_000] },
              },
            },
          },
          roundTo: 'DOLLAR',
        },
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 46_600_00,
};
