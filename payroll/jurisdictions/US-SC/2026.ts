import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** South Carolina: an employee who claims an allowance deducts 10 % of yearly wages, at most 7,500.00. The rates of the return (2026 Act 110) are not those of withholding. */
export const rules: StateRules = {
  jurisdiction: 'US-SC',
  state: 'SC',
  name: 'South Carolina',
  year: 2026,
  source: 'South Carolina WH-1603F (2026, rev. 11/4/25)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: { members: ['allowances'], whenAbsent: {}, exemption: { untilMonthDay: '02-15' } },
        supplemental: { method: 'COMBINED' },
        deduction: { allowanceCents: 5_000_00, wageShare: { ratePpm: 100_000, mostCents: 7_500_00 } },
        table: { fromCents: [0, 3_640_00, 18_230_00], plusCents: [0, 0, 437_70], ratePpm: [0, 30_000, 60_000] },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 14_000_00,
};
