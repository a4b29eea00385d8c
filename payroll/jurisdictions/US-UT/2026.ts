import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';
import type { UtahAllowance } from '../StateIncomeTax.ts';

type Figures = readonly [baseCents: number, thresholdCents: number];

function allowances(single: Figures, married: Figures): Record<'single' | 'married', UtahAllowance> {
  const allowance = ([baseCents, thresholdCents]: Figures): UtahAllowance => ({ baseCents, thresholdCents });
  return { single: allowance(single), married: allowance(married) };
}

/** Utah: the rate changes with pay dates from 1 June 2026. Before it only the four usual frequencies are confirmed. */
export const rules: StateRules = {
  jurisdiction: 'US-UT',
  state: 'UT',
  name: 'Utah',
  year: 2026,
  source: 'Utah Publication 14 (4/25; 4/26)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'UTAH',
        form: { filingStatuses: ['SINGLE', 'MARRIED', 'HEAD_OF_HOUSEHOLD'], members: [] },
        supplemental: { method: 'COMBINED' },
        ratePpm: 45_000,
        phaseOutPpm: 13_000,
        byFrequency: {
          WEEKLY: allowances([9_00, 175_00], [17_00, 350_00]),
          BIWEEKLY: allowances([17_00, 350_00], [35_00, 701_00]),
          SEMIMONTHLY: allowances([19_00, 379_00], [38_00, 759_00]),
          MONTHLY: allowances([38_00, 759_00], [75_00, 1_518_00]),
        },
      },
    },
    {
      effectiveFrom: '2026-06-01',
      incomeTax: {
        formula: 'UTAH',
        form: { filingStatuses: ['SINGLE', 'MARRIED', 'HEAD_OF_HOUSEHOLD'], members: [] },
        supplemental: { method: 'COMBINED' },
        ratePpm: 44_500,
        phaseOutPpm: 13_000,
        byFrequency: {
          WEEKLY: allowances([9_00, 180_00], [19_00, 360_00]),
          BIWEEKLY: allowances([19_00, 360_00], [37_00, 719_00]),
          SEMIMONTHLY: allowances([20_00, 390_00], [40_00, 779_00]),
          MONTHLY: allowances([40_00, 779_00], [81_00, 1_558_00]),
          QUARTERLY: allowances([121_00, 2_337_00], [243_00, 4_674_00]),
          ANNUAL: allowances([485_00, 9_348_00], [970_00, 18_696_00]),
          DAILY: allowances([2_00, 36_00], [4_00, 72_00]),
        },
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
};
