import type { Calculation } from '../Calculation.ts';
import type { NorthDakotaTax } from '../jurisdictions/StateIncomeTax.ts';
import type { Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import { annualisedTax } from './annualisedTax.ts';
import { printedTablesTax } from './printedTablesTax.ts';

/** North Dakota has no form of its own: the federal Form W-4 decides, a form of 2019 or earlier by printed tables and its allowances. */
export function northDakotaTax(
  tax: NorthDakotaTax,
  wages: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  c: Calculation,
): Cents {
  const w4 = c.facts.employee.lockInLetter ?? c.facts.employee.federalW4;
  if (w4?.form !== 'W4_BEFORE_2020') return annualisedTax(tax.since2020, wages, form, period, c.trace);
  return printedTablesTax(tax.before2020, wages, { ...form, allowances: w4.allowances }, period, c.trace);
}
