import { bracketOf } from '../bracketOf.ts';
import type { AlabamaFigures, AlabamaTax } from '../jurisdictions/StateIncomeTax.ts';
import { add, bracketTax, cents, maxCents, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';

/** Alabama: a year's wages less standard deduction, federal tax, personal exemption and dependents. `allowances` are dependents. */
export function alabamaTax(
  tax: AlabamaTax,
  wages: Cents,
  federalTax: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  trace: Trace,
): Cents {
  const n = period.periodsPerYear;
  const figures = tax.byCode[form.filingStatus ?? ''];
  if (figures === undefined) throw new Error(`no Alabama figures for ${form.filingStatus}`);
  const gross = times(wages, n);
  const standard = standardDeduction(figures, gross);
  const federal = times(federalTax, n);
  const each = tax.dependents.find(({ toCents }) => gross <= toCents)?.amountCents ?? 0;
  const dependents = times(cents(each), form.allowances ?? 0);
  const deductions = add(add(standard, federal), add(cents(figures.personalCents), dependents));
  const taxable = maxCents(ZERO, subtract(gross, deductions));
  const row = bracketOf(figures.table, taxable);
  const over = subtract(taxable, cents(figures.table.fromCents[row] ?? 0));
  trace.input('wages', wages, 'CENTS');
  trace.step('gross wages a year', gross, 'CENTS');
  trace.step('standard deduction', standard, 'CENTS');
  trace.step('federal income tax a year', federal, 'CENTS');
  trace.step('personal exemption', figures.personalCents, 'CENTS');
  trace.step('dependents', dependents, 'CENTS');
  trace.step('taxable wages a year', taxable, 'CENTS');
  return bracketTax(
    cents(figures.table.plusCents[row] ?? 0),
    over,
    figures.table.ratePpm[row] ?? 0,
    ZERO,
    n,
    'HALF_UP',
  );
}

function standardDeduction(figures: AlabamaFigures, gross: Cents): Cents {
  if (gross <= figures.fullToCents) return cents(figures.standardCents);
  if (gross >= figures.floorFromCents) return cents(figures.floorCents);
  const steps = Math.ceil((gross - figures.fullToCents) / figures.stepCents);
  return maxCents(cents(figures.floorCents), cents(figures.standardCents - steps * figures.lessCents));
}
