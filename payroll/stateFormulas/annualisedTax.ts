import { bracketOf } from '../bracketOf.ts';
import type { AnnualisedTax } from '../jurisdictions/StateIncomeTax.ts';
import { bracketTax, cents, maxCents, mulDiv, subtract, times, ZERO, type Cents } from '../money.ts';
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
  const n = (period.frequency === 'DAILY' ? tax.daysPerYear : undefined) ?? period.periodsPerYear;
  const annualWages = times(wages, n);
  const deduction = annualDeductionOf(tax.deduction, form, annualWages);
  const taxable = maxCents(ZERO, subtract(annualWages, deduction));
  const table = tax.tableByFilingStatus?.[form.filingStatus ?? ''] ?? tax.table;
  const row = bracketOf(table, taxable);
  const from = cents(table.fromCents[row] ?? 0);
  const plus = cents(table.plusCents[row] ?? 0);
  const ratePpm = table.ratePpm[row] ?? 0;
  trace.input('wages', wages, 'CENTS');
  trace.input('pay periods a year', n, 'COUNT');
  trace.step('yearly deduction', deduction, 'CENTS');
  trace.step('taxable wages a year', taxable, 'CENTS');
  trace.step('bracket from', from, 'CENTS');
  trace.step('tax at its foot', plus, 'CENTS');
  trace.step('rate', ratePpm, 'PPM');
  const over = subtract(taxable, from);
  let credit = ZERO;
  if (tax.creditPerAllowanceCents !== undefined) {
    credit = times(cents(tax.creditPerAllowanceCents), form.allowances ?? 0);
    trace.step('yearly credit', credit, 'CENTS');
  }
  switch (tax.roundTo) {
    case 'CENT': {
      const due = bracketTax(plus, over, ratePpm, credit, n, 'HALF_UP');
      return due < (tax.nothingUnderCents ?? 0) ? ZERO : due;
    }
    case 'DOLLAR':
      return times(bracketTax(plus, over, ratePpm, credit, n * 100, 'HALF_UP'), 100);
    case 'DOLLAR_TWICE': {
      const annual = bracketTax(plus, over, ratePpm, credit, 100, 'HALF_UP');
      trace.step('tax of the year', times(annual, 100), 'CENTS', 'half up to the dollar');
      return times(mulDiv(annual, 1, n, 'HALF_UP'), 100);
    }
  }
}
