import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Colorado: `annualAmountCents` is line 2 of Form DR 0004, and 0 is an answer; without it the federal filing status decides. */
export const rules: StateRules = {
  jurisdiction: 'US-CO',
  state: 'CO',
  name: 'Colorado',
  year: 2026,
  source: 'Colorado DR 1098 (rev. 10/21/25), DR 0004 (2026)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: {
          members: ['annualAmountCents'],
          whenAbsent: {},
          goesByFederalStatus: true,
          followsFederalExemption: true,
        },
        supplemental: { method: 'COMBINED' },
        deduction: {
          byFilingStatusCents: {
            SINGLE: 5_500_00,
            MARRIED_FILING_SEPARATELY: 5_500_00,
            MARRIED_FILING_JOINTLY: 11_000_00,
            HEAD_OF_HOUSEHOLD: 5_500_00,
          },
          isFormAmountInstead: true,
        },
        table: { fromCents: [0], plusCents: [0], ratePpm: [44_000] },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [
    {
      code: 'CO_FAMLI',
      paidBy: 'EMPLOYEE',
      ratePpm: 4_400,
      wageBaseCents: 184_500_00,
      confidence: 'A',
      source: 'Colorado FAMLI 2026: 0.44 % of gross wages to 184,500.00',
    },
    {
      code: 'CO_FAMLI_EMPLOYER',
      paidBy: 'EMPLOYER',
      ratePpm: 4_400,
      wageBaseCents: 184_500_00,
      fromHeadcount: 10,
      confidence: 'A',
      source: 'Colorado FAMLI 2026: 0.44 % from employers of 10 or more',
    },
  ],
  dailyOvertime: { afterHundredths: 12_00, source: 'Colorado: over 12 hours a day, or 12 consecutive hours' },
  unemploymentWageBaseCents: 30_600_00,
};
