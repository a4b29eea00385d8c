import { FOLLOWS_FEDERAL_WAGES, LEVIED_ON_GROSS_WAGES } from '../deductionTreatments.ts';
import type { StateRules } from '../StateRules.ts';

/** As rule set 2026.1 has it. Massachusetts: `allowances` are the exemptions of Form M-4. Daily and annual figures are not complete, so those frequencies are refused. */
export const rules: StateRules = {
  jurisdiction: 'US-MA',
  state: 'MA',
  name: 'Massachusetts',
  year: 2026,
  source: 'Massachusetts Circular M (rev. 12/25)',
  confidence: 'A',
  keyedBy: 'PAY_DATE',
  editions: [
    {
      effectiveFrom: '2026-01-01',
      incomeTax: {
        formula: 'MASSACHUSETTS_CIRCULAR_M',
        form: {
          filingStatuses: ['HEAD_OF_HOUSEHOLD', 'OTHER'],
          members: ['allowances', 'blindness'],
        },
        supplemental: { method: 'MASSACHUSETTS' },
        table: { fromCents: [0, 1_107_750_00], plusCents: [0, 55_387_50], ratePpm: [50_000, 90_000] },
        ficaLimitCents: 2_000_00,
        byFrequency: {
          WEEKLY: {
            perExemptionCents: 19_00,
            firstExemptionCents: 66_00,
            headOfHouseholdCents: 2_31,
            blindnessCents: 2_12,
            noTaxBelowCents: 154_00,
          },
          BIWEEKLY: {
            perExemptionCents: 38_00,
            firstExemptionCents: 131_00,
            headOfHouseholdCents: 4_62,
            blindnessCents: 4_23,
            noTaxBelowCents: 308_00,
          },
          SEMIMONTHLY: {
            perExemptionCents: 42_00,
            firstExemptionCents: 141_00,
            headOfHouseholdCents: 5_00,
            blindnessCents: 4_58,
            noTaxBelowCents: 333_00,
          },
          MONTHLY: {
            perExemptionCents: 83_00,
            firstExemptionCents: 284_00,
            headOfHouseholdCents: 10_00,
            blindnessCents: 9_17,
            noTaxBelowCents: 667_00,
          },
        },
      },
    },
  ],
  incomeTaxExcludes: FOLLOWS_FEDERAL_WAGES,
  leviesExclude: LEVIED_ON_GROSS_WAGES,
  levies: [
    {
      code: 'MA_PFML',
      paidBy: 'EMPLOYEE',
      ratePpm: 4_600,
      wageBaseCents: 184_500_00,
      source: 'Massachusetts PFML employee share 2026 (secondary source)',
    },
  ],
};
