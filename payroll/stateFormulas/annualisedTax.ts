import { bracketOf } from '../bracketOf.ts';
import type { AnnualisedTax } from '../jurisdictions/StateIncomeTax.ts';
import { bracketTax, cents, maxCents, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';
import { annualDeductionOf } from './annualDeductionOf.ts';

/** Wages x periods - yearly deduction, through the yearly table, / periods: exact until the one rounding at the end. */
export function annualisedTax(
  tax: AnnualisedTax,
  wages: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  trace: Trace,
): Cents {
  const n = period.periodsPerYear;
  const deduction = annualDeductionOf(tax.deduction, form);
  const taxable = maxCents(ZERO, subtract(times(wages, n), deduction));
  const row = bracketOf(tax.table, taxable);
  const from = cents(tax.table.fromCents[row] ?? 0);
  const plus = cents(tax.table.plusCents[row] ?? 0);
  const ratePpm = tax.table.ratePpm[row] ?? 0;
  trace.input('wages', wages, 'CENTS');
  trace.input('pay periods a year', n, 'COUNT');
  trace.step('yearly deduction', deduction, 'CENTS');
  trace.step('taxable wages a year', taxable, 'CENTS');
  trace.step('bracket from', from, 'CENTS');
  trace.step('tax at its foot', plus, 'CENTS');
  trace.step('rate', ratePpm, 'PPM');
  const over = subtract(taxable, from);
  if (tax.roundTo === 'CENT') return bracketTax(plus, over, ratePpm, ZERO, n, 'HALF_UP');
  return times(bracketTax(plus, over, ratePpm, ZERO, n * 100, 'HALF_UP'), 100);
}
