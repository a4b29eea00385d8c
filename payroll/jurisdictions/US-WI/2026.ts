import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { FadingAmount } from '../StateIncomeTax.ts';
import type { StateRules } from '../StateRules.ts';

/** 6,702.00 less 12 % of what exceeds 17,780.00. */
const FADING_SINGLE: FadingAmount = { fullCents: 6_702_00, fromCents: 17_780_00, toCents: 73_630_00, roundTo: 'CENT' };
/** 9,461.00 less 20 % of what exceeds 25,727.00. */
const FADING_MARRIED: FadingAmount = { fullCents: 9_461_00, fromCents: 25_727_00, toCents: 73_032_00, roundTo: 'CENT' };

/** Wisconsin: the deduction falls as yearly gross wages rise. `fixedWithholdingCents` is an amount agreed on Form WT-4A. */
export const rules: StateRules = {
  jurisdiction: 'US-WI',
  state: 'WI',
  name: 'Wisconsin',
  year: 2026,
  source: 'Wisconsin Publication W-166 (January 2026), alternate method',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE'],
          members: ['allowances', 'fixedWithholdingCents'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: { untilMonthDay: '04-30' },
        },
        supplemental: {
          method: 'BRACKET_RATE_WHEN_APART',
          fromCents: [0, 12_760_00, 25_520_00, 280_950_00],
          ratePpm: [35_400, 46_500, 53_000, 76_500],
        },
        deduction: {
          allowanceCents: 400_00,
          fading: { SINGLE: FADING_SINGLE, MARRIED: FADING_MARRIED, MARRIED_HIGHER_SINGLE_RATE: FADING_SINGLE },
        },
        table: {
          fromCents: [0, 12_760_00, 25_520_00, 280_950_00],
          plusCents: [0, 451_70, 1_045_04, 14_582_83],
          ratePpm: [35_400, 46_500, 53_000, 76_500],
        },
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [],
  unemploymentWageBaseCents: 14_000_00,
};
