import { LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

const COMPENSATION: StateRules['incomeTaxExcludes'] = {
  SECTION_125_HEALTH: 'EXCLUDED',
  HEALTH_FSA: 'EXCLUDED',
  TRADITIONAL_401K: 'TAXED',
  ROTH_401K: 'TAXED',
  POST_TAX: 'TAXED',
};

/** Unemployment contributions are due on gross wages. */
const GROSS: StateRules['leviesExclude'] = {
  SECTION_125_HEALTH: 'TAXED',
  HEALTH_FSA: 'TAXED',
  DEPENDENT_CARE_FSA: 'TAXED',
  HSA: 'TAXED',
  COMMUTER: 'TAXED',
  TRADITIONAL_401K: 'TAXED',
  ROTH_401K: 'TAXED',
  POST_TAX: 'TAXED',
};

/** Pennsylvania: all compensation is taxed, bonus and 401(k) deferrals included. Act 32 and local services figures are the municipality’s own. */
export const rules: StateRules = {
  jurisdiction: 'US-PA',
  state: 'PA',
  name: 'Pennsylvania',
  year: 2026,
  source: 'Pennsylvania REV-415, REV-580',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { members: [], whenAbsent: {} },
        supplemental: { method: 'COMBINED' },
        ratePpm: 30_700,
        deduction: {},
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: COMPENSATION,
  leviesExclude: GROSS,
  levies: [
    {
      code: 'PA_UC',
      paidBy: 'EMPLOYEE',
      ratePpm: 700,
      source: 'Pennsylvania unemployment compensation, employee contribution 2026',
    },
  ],
  localTaxes: [
    {
      formula: 'DATED_RATE',
      jurisdiction: 'US-PA-PHILADELPHIA',
      code: 'PA_PHILADELPHIA',
      source: 'Philadelphia wage tax, rates by pay date',
      excludes: LEVIED_ON_GROSS_WAGES,
      editions: [
        { effectiveFrom: '2026-01-01', residentRatePpm: 37_400, workplaceRatePpm: 34_300 },
        { effectiveFrom: '2026-07-01', residentRatePpm: 37_350, workplaceRatePpm: 34_250 },
      ],
    },
    {
      formula: 'HIGHER_RATE',
      jurisdiction: 'US-PA-EIT',
      code: 'PA_EIT',
      source: 'Pennsylvania Act 32: the higher of the resident and the workplace non-resident rate',
      excludes: LEVIED_ON_GROSS_WAGES,
    },
    {
      formula: 'ANNUAL_AMOUNT',
      jurisdiction: 'US-PA-LST',
      code: 'PA_LST',
      source: 'Pennsylvania local services tax, by pay periods, rounded down',
    },
  ],
};
