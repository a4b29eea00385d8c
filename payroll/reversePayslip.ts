import { cents, type Cents } from './money.ts';
import type { Payslip, PayslipLine } from './Payslip.ts';
import { payslipTotalsOf } from './payslipTotals.ts';

/**
 * Reverses a payslip: the original amounts, negated, in the original's tax year and rule set. Never
 * recomputed at today's rates. Adding it to the year to date reopens caps and limits.
 */
export function reversePayslip(payslip: Payslip): Payslip {
  const lines = payslip.lines.map((line): PayslipLine => ({
    ...line,
    amountCents: negated(line.amountCents),
    taxableCents: line.taxableCents === undefined ? undefined : negated(line.taxableCents),
    hoursHundredths: line.hoursHundredths === undefined ? undefined : 0 - line.hoursHundredths,
    shortfallCents: undefined,
  }));
  return { ...payslip, runType: 'REVERSAL', lines, ...payslipTotalsOf(lines) };
}

function negated(amount: Cents): Cents {
  return cents(0 - amount);
}
