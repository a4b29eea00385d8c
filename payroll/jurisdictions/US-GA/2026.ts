import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Georgia: rate and deductions change with pay dates from 11 May 2026. `allowances` are dependents. */
export const rules: StateRules = {
  jurisdiction: 'US-GA',
  state: 'GA',
  name: 'Georgia',
  year: 2026,
  source: 'Georgia Employer’s Tax Guide (December 2025; June 2026)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { filingStatuses: ['MARRIED_ONE_EARNER', 'OTHER'], members: ['allowances'] },
        supplemental: { method: 'COMBINED' },
        ratePpm: 51_900,
        deduction: {
          byFilingStatusCents: { MARRIED_ONE_EARNER: 24_000_00, OTHER: 12_000_00 },
          allowanceCents: 4_000_00,
        },
        roundTo: 'CENT',
      },
    },
    {
      effectiveFrom: '2026-05-11',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { filingStatuses: ['MARRIED_ONE_EARNER', 'OTHER'], members: ['allowances'] },
        supplemental: { method: 'COMBINED' },
        ratePpm: 49_900,
        deduction: {
          byFilingStatusCents: { MARRIED_ONE_EARNER: 30_000_00, OTHER: 15_000_00 },
          allowanceCents: 5_000_00,
        },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
