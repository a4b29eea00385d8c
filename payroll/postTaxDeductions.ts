import type { Calculation } from './Calculation.ts';
import type { Refusal } from './errors.ts';
import { maxCents, ZERO } from './money.ts';
import { isPreTax, takeDeduction } from './preTaxDeductions.ts';

/** Roth deferrals and after-tax amounts, in the order of the file, each from the pay that is still left: never below zero. */
export function takePostTaxDeductions(c: Calculation): Refusal | undefined {
  for (const deduction of c.facts.employee.deductions) {
    if (isPreTax(deduction.type)) continue;
    const taken = takeDeduction(c, deduction, maxCents(ZERO, c.remainingCents), 'POST_TAX_DEDUCTION');
    if (typeof taken !== 'number') return taken;
  }
  return undefined;
}
