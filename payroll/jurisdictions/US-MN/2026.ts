import { FOLLOWS_FEDERAL_TAXABLE_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** Minnesota: allowances only; the table takes the place of a deduction. */
export const rules: StateRules = {
  jurisdiction: 'US-MN',
  state: 'MN',
  name: 'Minnesota',
  year: 2026,
  source: '2026 Minnesota Income Tax Withholding, computer formula',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: {
          filingStatuses: ['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE'],
          members: ['allowances'],
          whenAbsent: { filingStatus: 'SINGLE' },
          exemption: { untilMonthDay: '02-15' },
        },
        supplemental: { method: 'FLAT', ratePpm: 62_500, needsRegularTax: true },
        deduction: { allowanceCents: 5_300_00 },
        table: {
          fromCents: [0, 4_700_00, 38_010_00, 114_130_00, 207_850_00],
          plusCents: [0, 0, 1_782_09, 6_958_25, 14_315_27],
          ratePpm: [0, 53_500, 68_000, 78_500, 98_500],
        },
        tableByFilingStatus: {
          MARRIED: {
            fromCents: [0, 14_700_00, 63_400_00, 208_180_00, 352_630_00],
            plusCents: [0, 0, 2_605_45, 12_450_49, 23_789_82],
            ratePpm: [0, 53_500, 68_000, 78_500, 98_500],
          },
        },
        daysPerYear: 360,
        roundTo: 'CENT',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: {
    SECTION_125_HEALTH: 'TAXED',
    HEALTH_FSA: 'TAXED',
    HSA: 'TAXED',
    DEPENDENT_CARE_FSA: 'TAXED',
    TRADITIONAL_401K: 'TAXED',
    ROTH_401K: 'TAXED',
    POST_TAX: 'TAXED',
  },
  levies: [
    {
      code: 'MN_PFML',
      paidBy: 'EMPLOYEE',
      ratePpm: 4_400,
      wageBaseCents: 185_000_00,
      confidence: 'A',
      source: 'Minnesota Paid Leave 2026: premium 0.88 %, at most half of it from the employee, to 185,000.00',
    },
    {
      code: 'MN_PFML_EMPLOYER',
      paidBy: 'EMPLOYER',
      ratePpm: 4_400,
      wageBaseCents: 185_000_00,
      confidence: 'A',
      source:
        'Minnesota Paid Leave 2026: at least half of 0.88 % from the employer; the lower rate of small employers with low wages is not applied',
    },
    {
      code: 'MN_WORKFORCE',
      paidBy: 'EMPLOYER',
      ratePpm: 1_000,
      isOnUnemploymentWages: true,
      wageBaseCents: 44_000_00,
      confidence: 'B',
      source: 'Minn. Stat. 116L.20, workforce development fee 0.10 % (the notice of 2026 was not seen)',
    },
  ],
  unemploymentWageBaseCents: 44_000_00,
};
