import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** As rule set 2026.1 has it. Arizona: the employee elects a rate; with nothing on file 2.0 % is withheld, though the tax itself is 2.5 %. */
export const rules: StateRules = {
  jurisdiction: 'US-AZ',
  state: 'AZ',
  name: 'Arizona',
  year: 2026,
  source: 'Arizona Form A-4 (2026)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ELECTED_RATE',
        form: { members: ['electedRatePpm'], whenAbsent: {} },
        supplemental: { method: 'COMBINED' },
        ratesPpm: [5_000, 10_000, 15_000, 20_000, 25_000, 30_000, 35_000],
        defaultRatePpm: 20_000,
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
