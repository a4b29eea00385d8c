import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** As rule set 2026.1 has it. Ohio: keyed to the end of the pay period, so the first edition also serves December 2025 periods paid in January. Municipal and school district tax are not implemented: they are localities that are refused. */
export const rules: StateRules = {
  jurisdiction: 'US-OH',
  state: 'OH',
  name: 'Ohio',
  year: 2026,
  source: 'Ohio Department of Taxation, withholding formula 2026',
  confidence: 'B',
  keyedBy: 'PERIOD_END',
  editions: [
    {
      effectiveFrom: '2025-12-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: { members: ['allowances'] },
        supplemental: { method: 'COMBINED' },
        deduction: { allowanceCents: 650_00 },
        table: {
          fromCents: [0, 26_050_00, 100_000_00],
          plusCents: [0, 462_39, 2_673_50],
          ratePpm: [17_750, 29_900, 36_400],
        },
        roundTo: 'CENT',
      },
    },
    {
      effectiveFrom: '2026-08-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: { members: ['allowances'] },
        supplemental: { method: 'COMBINED' },
        deduction: { allowanceCents: 650_00 },
        table: {
          fromCents: [0, 26_050_00, 100_000_00],
          plusCents: [0, 416_80, 2_627_91],
          ratePpm: [16_000, 29_900, 34_000],
        },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
