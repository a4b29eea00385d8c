import type { StateRules } from '../StateRules.ts';
import { METHOD_B_2026 } from './methodB2026.ts';

/** California, pay dates in 2026. SDI has no wage cap; HSA contributions stay in every California base. */
export const rules: StateRules = {
  jurisdiction: 'US-CA',
  state: 'CA',
  name: 'California',
  year: 2026,
  source: 'EDD, California Withholding Schedules for 2026, Method B; DE 44',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'CALIFORNIA_METHOD_B',
        form: {
          filingStatuses: ['SINGLE_OR_DUAL_INCOME', 'MARRIED_ONE_INCOME', 'HEAD_OF_HOUSEHOLD'],
          members: ['allowances', 'additionalAllowances'],
          whenAbsent: { filingStatus: 'SINGLE_OR_DUAL_INCOME' },
          exemption: { untilMonthDay: '02-15' },
        },
        supplemental: { method: 'RATES_WHEN_APART', bonusRatePpm: 102_300, otherRatePpm: 66_000 },
        byFrequency: METHOD_B_2026,
      },
    },
  ],
  incomeTaxExcludes: {
    SECTION_125_HEALTH: 'EXCLUDED',
    HEALTH_FSA: 'EXCLUDED',
    HSA: 'TAXED',
    COMMUTER: 'EXCLUDED',
    TRADITIONAL_401K: 'EXCLUDED',
    ROTH_401K: 'TAXED',
    POST_TAX: 'TAXED',
  },
  leviesExclude: {
    SECTION_125_HEALTH: 'EXCLUDED',
    HEALTH_FSA: 'EXCLUDED',
    HSA: 'TAXED',
    COMMUTER: 'EXCLUDED',
    TRADITIONAL_401K: 'TAXED',
    ROTH_401K: 'TAXED',
    POST_TAX: 'TAXED',
  },
  levies: [
    {
      code: 'CA_SDI',
      paidBy: 'EMPLOYEE',
      ratePpm: 13_000,
      isOfInsuredEmployment: true,
      source: 'EDD, contribution rates 2026: SDI 1.3 %, no wage cap',
    },
    {
      code: 'CA_ETT',
      paidBy: 'EMPLOYER',
      ratePpm: 1_000,
      isOnUnemploymentWages: true,
      wageBaseCents: 7_000_00,
      source: 'EDD, contribution rates 2026: ETT 0.1 % to 7,000.00',
    },
  ],
  unemploymentWageBaseCents: 7_000_00,
  dailyOvertime: {
    afterHundredths: 8_00,
    doubleAfterHundredths: 12_00,
    source: 'Cal. Lab. Code 510: over 8 and over 12 hours a day, and the seventh day of the workweek',
  },
};
