import type { PerPeriodTax } from '../jurisdictions/StateIncomeTax.ts';
import { bracketTax, cents, maxCents, mulDiv, mulRate, PPM, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';
import { annualDeductionOf } from './annualDeductionOf.ts';

/** (wages - yearly deduction / periods, to the cent) x rate - yearly credit / periods, rounded once at the end. */
export function perPeriodTax(
  tax: PerPeriodTax,
  wages: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  trace: Trace,
): Cents {
  const deduction = perPeriodDeduction(tax, form, period);
  const taxable = maxCents(ZERO, subtract(wages, deduction));
  trace.input('wages', wages, 'CENTS');
  trace.step('deduction of the period', deduction, 'CENTS', 'half up to the cent');
  trace.step('taxable wages', taxable, 'CENTS');
  trace.input('rate', tax.ratePpm, 'PPM');
  if (tax.credit !== undefined) {
    const n = period.periodsPerYear;
    const credit = cents((form.annualAmountCents ?? 0) + tax.credit.allowanceCents * (form.allowances ?? 0));
    trace.input('yearly credit', credit, 'CENTS');
    return bracketTax(ZERO, times(taxable, n), tax.ratePpm, credit, n, 'HALF_UP');
  }
  if (tax.roundTo === 'CENT') return mulRate(taxable, tax.ratePpm, 'HALF_UP');
  return times(mulDiv(taxable, tax.ratePpm, PPM * 100, 'HALF_UP'), 100);
}

function perPeriodDeduction(tax: PerPeriodTax, form: StateTaxForm, period: PayPeriod): Cents {
  if (tax.printedDeductionCents === undefined) {
    return mulDiv(annualDeductionOf(tax.deduction, form), 1, period.periodsPerYear, 'HALF_UP');
  }
  return cents(tax.printedDeductionCents[period.frequency]?.[form.filingStatus ?? ''] ?? 0);
}
