import type { YonkersExclusions } from '../LocalTaxRules.ts';
import type { StateRules } from '../StateRules.ts';
import { METHOD_TWO_2026 } from './methodTwo2026.ts';
import { NEW_YORK_CITY_2026 } from './newYorkCity2026.ts';

function exclusions(
  noTaxBelowCents: number,
  ...below: (readonly [grossCents: number, exclusionCents: number])[]
): YonkersExclusions {
  return { noTaxBelowCents, below: below.map(([grossCents, exclusionCents]) => ({ grossCents, exclusionCents })) };
}

/** As rule set 2026.1 has it. New York, pay dates in 2026. Disability and family leave are withheld only where the employer elected it. */
export const rules: StateRules = {
  jurisdiction: 'US-NY',
  state: 'NY',
  name: 'New York',
  year: 2026,
  source: 'NYS-50-T-NYS (1/26), Methods II and III',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'NEW_YORK_METHOD_II',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED', 'HEAD_OF_HOUSEHOLD', 'MARRIED_HIGHER_SINGLE_RATE'],
          members: ['allowances', 'additionalAllowances'],
          whenAbsent: { filingStatus: 'SINGLE' },
        },
        supplemental: { method: 'FLAT', ratePpm: 117_000 },
        byFrequency: METHOD_TWO_2026,
        methodThree: { fromCents: [0, 5_000_000_00, 25_000_000_00], ratePpm: [104_500, 111_000, 117_000] },
      },
    },
  ],
  incomeTaxExcludes: {
    SECTION_125_HEALTH: 'EXCLUDED',
    HEALTH_FSA: 'EXCLUDED',
    DEPENDENT_CARE_FSA: 'EXCLUDED',
    HSA: 'EXCLUDED',
    COMMUTER: 'EXCLUDED',
    TRADITIONAL_401K: 'EXCLUDED',
    ROTH_401K: 'TAXED',
    POST_TAX: 'TAXED',
  },
  leviesExclude: { TRADITIONAL_401K: 'TAXED', ROTH_401K: 'TAXED', POST_TAX: 'TAXED' },
  levies: [
    {
      code: 'NY_SDI',
      paidBy: 'EMPLOYEE',
      ratePpm: 5_000,
      periodMaximumCents: { WEEKLY: 60, BIWEEKLY: 1_20, SEMIMONTHLY: 1_30, MONTHLY: 2_60 },
      isEmployerOption: true,
      source: 'New York Workers’ Compensation Law section 209: 0.5 %, at most 0.60 a week',
    },
    {
      code: 'NY_PFL',
      paidBy: 'EMPLOYEE',
      ratePpm: 4_320,
      annualMaximumCents: 411_91,
      isEmployerOption: true,
      source: 'New York paid family leave 2026: 0.432 %, at most 411.91 a year',
    },
    {
      code: 'NY_RSF',
      paidBy: 'EMPLOYER',
      ratePpm: 750,
      isOnUnemploymentWages: true,
      wageBaseCents: 17_600_00,
      source: 'New York unemployment insurance 2026: 0.075 % to 17,600.00',
    },
  ],
  unemploymentWageBaseCents: 17_600_00,
  localTaxes: [
    {
      formula: 'NEW_YORK_CITY',
      jurisdiction: 'US-NY-NYC',
      code: 'NYC_RESIDENT',
      source: 'NYS-50-T-NYC (1/26), Method II',
      supplementalRatePpm: 42_500,
      byFrequency: NEW_YORK_CITY_2026,
    },
    {
      formula: 'YONKERS',
      jurisdiction: 'US-NY-YONKERS',
      code: 'NY_YONKERS',
      source: 'NYS-50-T-Y (1/26)',
      residentSharePpm: 167_500,
      nonresidentRatePpm: 5_000,
      byFrequency: {
        WEEKLY: exclusions(77_00, [192_00, 58_00], [385_00, 38_00], [577_00, 19_00]),
        BIWEEKLY: exclusions(154_00, [385_00, 115_00], [769_00, 77_00], [1_154_00, 38_00]),
        SEMIMONTHLY: exclusions(167_00, [417_00, 125_00], [833_00, 83_00], [1_250_00, 42_00]),
        MONTHLY: exclusions(333_00, [833_00, 250_00], [1_667_00, 167_00], [2_500_00, 83_00]),
      },
    },
  ],
};
