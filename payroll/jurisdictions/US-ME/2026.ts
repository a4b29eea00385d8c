import { FOLLOWS_FEDERAL_TAXABLE_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { FormRules } from '../StateIncomeTax.ts';
import type { StateRules } from '../StateRules.ts';

const FORM: FormRules = {
  filingStatuses: ['SINGLE', 'HEAD_OF_HOUSEHOLD', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE'],
  members: ['allowances'],
  whenAbsent: { filingStatus: 'SINGLE' },
  exemption: {},
};

/** Maine: whole dollars twice. The day in August 2026 from which the revised tables hold is not confirmed, so in August the employer says; then yearly wages that meet the surcharge are refused. */
export const rules: StateRules = {
  jurisdiction: 'US-ME',
  state: 'ME',
  name: 'Maine',
  year: 2026,
  source: 'Maine Withholding Tables (rev. December 2025); booklet of August 2026 (one source)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'ANNUALISED',
        form: FORM,
        supplemental: { method: 'FLAT', ratePpm: 50_000, isForPaidApart: true, needsRegularTax: true },
        deduction: {
          allowanceCents: 5_300_00,
          fading: {
            SINGLE: { fullCents: 12_450_00, fromCents: 102_250_00, toCents: 177_250_00, roundTo: 'DOLLAR' },
            HEAD_OF_HOUSEHOLD: { fullCents: 12_450_00, fromCents: 102_250_00, toCents: 177_250_00, roundTo: 'DOLLAR' },
            MARRIED_HIGHER_SINGLE_RATE: {
              fullCents: 12_450_00,
              fromCents: 102_250_00,
              toCents: 177_250_00,
              roundTo: 'DOLLAR',
            },
            MARRIED: { fullCents: 27_750_00, fromCents: 204_550_00, toCents: 354_550_00, roundTo: 'DOLLAR' },
          },
        },
        table: {
          fromCents: [0, 27_400_00, 64_850_00],
          plusCents: [0, 1_589_00, 4_117_00],
          ratePpm: [58_000, 67_500, 71_500],
        },
        tableByFilingStatus: {
          MARRIED: {
            fromCents: [0, 54_850_00, 129_750_00],
            plusCents: [0, 3_181_00, 8_237_00],
            ratePpm: [58_000, 67_500, 71_500],
          },
        },
        roundsWithExtra: 'DOLLAR',
        roundTo: 'DOLLAR_TWICE',
      },
    },
    {
      effectiveFrom: '2026-09-01',
      open: { fromDate: '2026-08-01', decision: 'ME_REVISED_TABLES_FROM' },
      confidence: 'B',
      incomeTax: {
        formula: 'ANNUALISED',
        form: FORM,
        supplemental: { method: 'FLAT', ratePpm: 50_000, isForPaidApart: true, needsRegularTax: true },
        deduction: {
          allowanceCents: 5_300_00,
          fading: {
            SINGLE: { fullCents: 12_850_00, fromCents: 102_250_00, toCents: 177_250_00, roundTo: 'DOLLAR' },
            HEAD_OF_HOUSEHOLD: { fullCents: 12_850_00, fromCents: 102_250_00, toCents: 177_250_00, roundTo: 'DOLLAR' },
            MARRIED_HIGHER_SINGLE_RATE: {
              fullCents: 12_850_00,
              fromCents: 102_250_00,
              toCents: 177_250_00,
              roundTo: 'DOLLAR',
            },
            MARRIED: { fullCents: 28_550_00, fromCents: 204_550_00, toCents: 354_550_00, roundTo: 'DOLLAR' },
          },
        },
        table: {
          fromCents: [0, 27_400_00, 64_850_00],
          plusCents: [0, 1_589_00, 4_117_00],
          ratePpm: [58_000, 67_500, 71_500],
        },
        tableByFilingStatus: {
          MARRIED: {
            fromCents: [0, 54_850_00, 129_750_00],
            plusCents: [0, 3_181_00, 8_237_00],
            ratePpm: [58_000, 67_500, 71_500],
          },
        },
        notConfirmedAboveCents: {
          SINGLE: 1_000_000_00,
          HEAD_OF_HOUSEHOLD: 1_000_000_00,
          MARRIED_HIGHER_SINGLE_RATE: 1_000_000_00,
          MARRIED: 1_500_000_00,
        },
        roundsWithExtra: 'DOLLAR',
        roundTo: 'DOLLAR_TWICE',
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_TAXABLE_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [
    {
      code: 'ME_PFML',
      paidBy: 'EMPLOYEE',
      ratePpm: 5_000,
      wageBaseCents: 184_500_00,
      confidence: 'A',
      source: 'Maine paid family and medical leave 2026: the employee never above 0.5 %, to 184,500.00',
    },
    {
      code: 'ME_PFML_EMPLOYER',
      paidBy: 'EMPLOYER',
      ratePpm: 5_000,
      wageBaseCents: 184_500_00,
      fromHeadcount: 15,
      confidence: 'A',
      source: 'Maine paid family and medical leave 2026: total 1.0 % from employers of 15 or more',
    },
  ],
  unemploymentWageBaseCents: 12_000_00,
  residentsElsewhere: 'IN_FULL',
};
