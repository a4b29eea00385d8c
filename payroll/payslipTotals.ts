import { add, subtract, ZERO } from './money.ts';
import type { Payslip, PayslipLine } from './Payslip.ts';

/** Gross, totals and net of the lines. */
export function payslipTotalsOf(lines: readonly PayslipLine[]): Pick<Payslip, 'grossCents' | 'totals' | 'netPayCents'> {
  const sum = {
    EARNING: ZERO,
    PRE_TAX_DEDUCTION: ZERO,
    TAX: ZERO,
    GARNISHMENT: ZERO,
    POST_TAX_DEDUCTION: ZERO,
    REIMBURSEMENT: ZERO,
    EMPLOYER_TAX: ZERO,
  };
  for (const line of lines) sum[line.kind] = add(sum[line.kind], line.amountCents);
  const taken = add(add(sum.PRE_TAX_DEDUCTION, sum.TAX), add(sum.GARNISHMENT, sum.POST_TAX_DEDUCTION));
  return {
    grossCents: sum.EARNING,
    totals: {
      preTaxDeductionsCents: sum.PRE_TAX_DEDUCTION,
      taxesCents: sum.TAX,
      garnishmentsCents: sum.GARNISHMENT,
      postTaxDeductionsCents: sum.POST_TAX_DEDUCTION,
      reimbursementsCents: sum.REIMBURSEMENT,
      employerTaxesCents: sum.EMPLOYER_TAX,
    },
    netPayCents: add(subtract(sum.EARNING, taken), sum.REIMBURSEMENT),
  };
}
