import { noIncomeTax } from '../noIncomeTax.ts';

/** Alaska, pay dates in 2026. */
export const rules = noIncomeTax('AK', 'Alaska', 2026, [
  {
    code: 'AK_UI',
    paidBy: 'EMPLOYEE',
    ratePpm: 5_000,
    isOfInsuredEmployment: true,
    wageBaseCents: 54_200_00,
    source: 'Alaska unemployment insurance tax rates 2026 (secondary source)',
  },
]);
