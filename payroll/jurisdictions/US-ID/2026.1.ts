import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** As rule set 2026.1 has it. Idaho: confirmed for pay dates from 31 July 2026 only; the earlier edition was not found, so earlier dates are refused. */
export const rules: StateRules = {
  jurisdiction: 'US-ID',
  state: 'ID',
  name: 'Idaho',
  year: 2026,
  source: 'Idaho State Tax Commission withholding tables, revised 07-23-2026',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-07-31',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { filingStatuses: ['SINGLE', 'MARRIED'], members: [] },
        supplemental: { method: 'COMBINED' },
        ratePpm: 53_000,
        deduction: {},
        printedDeductionCents: {
          WEEKLY: { SINGLE: 310_00, MARRIED: 619_00 },
          BIWEEKLY: { SINGLE: 619_00, MARRIED: 1_238_00 },
          SEMIMONTHLY: { SINGLE: 671_00, MARRIED: 1_342_00 },
          MONTHLY: { SINGLE: 1_342_00, MARRIED: 2_683_00 },
          ANNUAL: { SINGLE: 16_100_00, MARRIED: 32_200_00 },
        },
        roundTo: 'DOLLAR',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
