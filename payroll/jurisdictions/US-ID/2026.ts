import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { FormRules, PrintedPeriod, StateSupplemental } from '../StateIncomeTax.ts';
import type { StateRules } from '../StateRules.ts';

const FORM: FormRules = {
  filingStatuses: ['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE'],
  members: ['allowances'],
  whenAbsent: { filingStatus: 'SINGLE' },
  exemption: {},
};

const SUPPLEMENTAL: StateSupplemental = {
  method: 'FLAT',
  ratePpm: 53_000,
  isForPaidApart: true,
  needsRegularTax: true,
};

/** 5.3 % of what exceeds the figure of the status. */
function printed(singleCents: number, marriedCents: number, allowanceCents: number): PrintedPeriod {
  const over = (fromCents: number) => ({ fromCents: [0, fromCents], plusCents: [0, 0], ratePpm: [0, 53_000] });
  return { allowanceCents, columns: { single: over(singleCents), married: over(marriedCents) } };
}

/** Idaho: tables of May 2025, and from 31 July 2026 those of 23 July 2026, in which allowances are worth nothing. */
export const rules: StateRules = {
  jurisdiction: 'US-ID',
  state: 'ID',
  name: 'Idaho',
  year: 2026,
  source: 'Idaho State Tax Commission, EPB00744 (04-28-2025); withholding tables revised 07-23-2026',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PRINTED_TABLES',
        form: FORM,
        supplemental: SUPPLEMENTAL,
        columnOf: { MARRIED: 'married' },
        byFrequency: {
          WEEKLY: printed(288_00, 577_00, 74_38),
          BIWEEKLY: printed(577_00, 1_154_00, 148_77),
          SEMIMONTHLY: printed(625_00, 1_250_00, 161_16),
          MONTHLY: printed(1_250_00, 2_500_00, 322_33),
          ANNUAL: printed(15_000_00, 30_000_00, 3_868_00),
          DAILY: printed(58_00, 115_00, 14_88),
        },
        roundTo: 'DOLLAR',
      },
    },
    {
      effectiveFrom: '2026-07-31',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: FORM,
        supplemental: SUPPLEMENTAL,
        ratePpm: 53_000,
        deduction: {},
        printedDeductionCents: {
          WEEKLY: { SINGLE: 310_00, MARRIED: 619_00, MARRIED_HIGHER_SINGLE_RATE: 310_00 },
          BIWEEKLY: { SINGLE: 619_00, MARRIED: 1_238_00, MARRIED_HIGHER_SINGLE_RATE: 619_00 },
          SEMIMONTHLY: { SINGLE: 671_00, MARRIED: 1_342_00, MARRIED_HIGHER_SINGLE_RATE: 671_00 },
          MONTHLY: { SINGLE: 1_342_00, MARRIED: 2_683_00, MARRIED_HIGHER_SINGLE_RATE: 1_342_00 },
          ANNUAL: { SINGLE: 16_100_00, MARRIED: 32_200_00, MARRIED_HIGHER_SINGLE_RATE: 16_100_00 },
        },
        roundTo: 'DOLLAR',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  residentsElsewhere: 'NOT_WHERE_TAXED',
};
