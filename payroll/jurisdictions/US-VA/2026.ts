import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Virginia: `allowances` is line 1(a) of Form VA-4 (personal and dependents), `additionalAllowances` line 1(b) (65 or blind). One deduction for every status. */
export const rules: StateRules = {
  jurisdiction: 'US-VA',
  state: 'VA',
  name: 'Virginia',
  year: 2026,
  source: 'Virginia Income Tax Withholding Guide for Employers (rev. 05/25)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: { members: ['allowances', 'additionalAllowances'], whenAbsent: {}, exemption: {} },
        supplemental: { method: 'FLAT', ratePpm: 57_500, isForPaidApart: true, needsRegularTax: true },
        deduction: { fixedCents: 8_750_00, allowanceCents: 930_00, additionalAllowanceCents: 800_00 },
        table: {
          fromCents: [0, 3_000_00, 5_000_00, 17_000_00],
          plusCents: [0, 60_00, 120_00, 720_00],
          ratePpm: [20_000, 30_000, 50_000, 57_500],
        },
        daysPerYear: 300,
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 8_000_00,
};
