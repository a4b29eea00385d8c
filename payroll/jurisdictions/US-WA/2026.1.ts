import { noIncomeTax } from '../noIncomeTax.ts';

const FAMILY_LEAVE_SOURCE = 'Washington Paid Family and Medical Leave premium 2026 (secondary source)';

/** As rule set 2026.1 has it. Washington, pay dates in 2026. The family leave premium is 1.13 %, of which the employee bears 71.43 %. */
export const rules = noIncomeTax('WA', 'Washington', 2026, [
  {
    code: 'WA_PFML',
    paidBy: 'EMPLOYEE',
    ratePpm: 11_300,
    sharePpm: 714_300,
    wageBaseCents: 184_500_00,
    source: FAMILY_LEAVE_SOURCE,
  },
  {
    code: 'WA_PFML_EMPLOYER',
    paidBy: 'EMPLOYER',
    ratePpm: 11_300,
    sharePpm: 285_700,
    wageBaseCents: 184_500_00,
    fromHeadcount: 50,
    source: FAMILY_LEAVE_SOURCE,
  },
  {
    code: 'WA_CARES',
    paidBy: 'EMPLOYEE',
    ratePpm: 5_800,
    source: 'WA Cares premium 2026 (secondary source)',
  },
]);
