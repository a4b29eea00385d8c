import { bracketOf } from '../bracketOf.ts';
import type { ConnecticutFigures, ConnecticutSteps, ConnecticutTax } from '../jurisdictions/StateIncomeTax.ts';
import { bracketTax, cents, maxCents, mulRate, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';

/** TPG-211: (tax of the year + phase-out + recapture) x (1 - personal credit) / periods, rounded once. */
export function connecticutTax(
  tax: ConnecticutTax,
  wages: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  trace: Trace,
): Cents {
  trace.input('wages', wages, 'CENTS');
  const figures = tax.byCode[form.filingStatus ?? ''];
  if (figures === undefined) {
    trace.input('rate without Form CT-W4', tax.noFormRatePpm, 'PPM');
    return mulRate(wages, tax.noFormRatePpm, 'HALF_UP');
  }
  const n = period.periodsPerYear;
  const salary = times(wages, n);
  const exemption = exemptionOf(figures, salary);
  const taxable = maxCents(ZERO, subtract(salary, exemption));
  const row = bracketOf(figures.table, taxable);
  const over = subtract(taxable, cents(figures.table.fromCents[row] ?? 0));
  let added = 0;
  for (const steps of figures.steps) added += amountOf(steps, salary);
  const percent = creditOf(figures, salary);
  trace.step('salary a year', salary, 'CENTS');
  trace.step('exemption', exemption, 'CENTS');
  trace.step('phase-out and recapture', added, 'CENTS');
  trace.step('personal credit', percent * 10_000, 'PPM');
  // What is left of the credit multiplies both parts of the bracket, so that it is rounded once.
  const left = 100 - percent;
  const plus = times(cents((figures.table.plusCents[row] ?? 0) + added), left);
  return bracketTax(plus, over, (figures.table.ratePpm[row] ?? 0) * left, ZERO, n * 100, 'HALF_UP');
}

/** Less 1,000.00 for each 1,000.00 of salary, or part of it, above the figure. */
function exemptionOf({ exemption }: ConnecticutFigures, salary: Cents): Cents {
  const steps = Math.ceil(Math.max(0, salary - exemption.fullToCents) / 1_000_00);
  return maxCents(ZERO, cents(exemption.fullCents - steps * 1_000_00));
}

function amountOf({ fromCents, stepCents, amountCents, most }: ConnecticutSteps, salary: Cents): number {
  return amountCents * Math.min(most, Math.ceil(Math.max(0, salary - fromCents) / stepCents));
}

function creditOf({ credit }: ConnecticutFigures, salary: Cents): number {
  const row = credit.toCents.findIndex((to) => salary <= to);
  return row < 0 ? 0 : (credit.percent[row] ?? 0);
}
