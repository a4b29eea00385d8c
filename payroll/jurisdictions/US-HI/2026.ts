import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Hawaii: head of household uses the table of single. Disability insurance is withheld only where the employer does not bear it (`HI_TDI`). */
export const rules: StateRules = {
  jurisdiction: 'US-HI',
  state: 'HI',
  name: 'Hawaii',
  year: 2026,
  source: 'Hawaii Booklet A (Rev. 2025), used for 2026',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED', 'HEAD_OF_HOUSEHOLD', 'MARRIED_HIGHER_SINGLE_RATE'],
          members: ['allowances'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: {},
        },
        supplemental: { method: 'COMBINED' },
        deduction: { fixedCents: 4_350_00, allowanceCents: 1_144_00 },
        table: {
          fromCents: [0, 9_600_00, 14_400_00, 19_200_00, 24_000_00, 36_000_00, 48_000_00, 125_000_00],
          plusCents: [0, 134_00, 288_00, 552_00, 859_00, 1_675_00, 2_539_00, 8_391_00],
          ratePpm: [14_000, 32_000, 55_000, 64_000, 68_000, 72_000, 76_000, 79_000],
        },
        tableByFilingStatus: {
          MARRIED: {
            fromCents: [0, 19_200_00, 28_800_00, 38_400_00, 48_000_00, 72_000_00, 96_000_00, 250_000_00],
            plusCents: [0, 269_00, 576_00, 1_104_00, 1_718_00, 3_350_00, 5_078_00, 16_782_00],
            ratePpm: [14_000, 32_000, 55_000, 64_000, 68_000, 72_000, 76_000, 79_000],
          },
        },
        nothingUnderCents: 10,
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [
    {
      code: 'HI_TDI',
      paidBy: 'EMPLOYEE',
      isOfInsuredEmployment: true,
      ratePpm: 5_000,
      isEmployerOption: true,
      periodMaximumCents: { WEEKLY: 7_50, BIWEEKLY: 15_00, SEMIMONTHLY: 16_25, MONTHLY: 32_50 },
      confidence: 'A',
      source: 'Hawaii temporary disability insurance 2026: up to 0.5 % of weekly wages, at most 7.50 a week',
    },
    {
      code: 'HI_TRAINING',
      paidBy: 'EMPLOYER',
      ratePpm: 100,
      isOnUnemploymentWages: true,
      wageBaseCents: 64_500_00,
      confidence: 'A',
      source: 'Hawaii employment and training assessment 0.01 %',
    },
  ],
  unemploymentWageBaseCents: 64_500_00,
};
