import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Indiana: `allowances` are personal exemptions, `additionalAllowances` dependents. The county tax is a locality. */
export const rules: StateRules = {
  jurisdiction: 'US-IN',
  state: 'IN',
  name: 'Indiana',
  year: 2026,
  source: 'Indiana Departmental Notice 1 (R46 / 01-26)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'PER_PERIOD',
        form: { members: ['allowances', 'additionalAllowances', 'firstTimeDependents', 'adoptedChildren'] },
        supplemental: { method: 'WITHOUT_EXEMPTIONS', ratePpm: 29_500 },
        ratePpm: 29_500,
        deduction: {
          allowanceCents: 1_000_00,
          additionalAllowanceCents: 1_500_00,
          firstTimeDependentCents: 1_500_00,
          adoptedChildCents: 3_000_00,
        },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  localTaxes: [
    {
      formula: 'COUNTY_RATE',
      jurisdiction: 'US-IN-COUNTY',
      code: 'IN_COUNTY',
      source: 'Indiana Departmental Notice 1 (R46 / 01-26); rate of the county of residence on 1 January',
    },
  ],
};
