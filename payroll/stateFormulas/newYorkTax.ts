import type { NewYorkTax } from '../jurisdictions/StateIncomeTax.ts';
import { add, cents, maxCents, mulRate, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';
import { printedTax } from './printedTax.ts';

/**
 * NYS-50-T-NYS Method II, and Method III on the largest pay. Each period has its own table; nothing is annualised. Rates
 * fall and rise again on purpose (they recapture the lower brackets), so rows are found by their figure alone.
 */
export function newYorkTax(tax: NewYorkTax, wages: Cents, form: StateTaxForm, period: PayPeriod, trace: Trace): Cents {
  const tables = tax.byFrequency[period.frequency];
  if (tables === undefined) throw new Error(`no New York tables for ${period.frequency}`);
  const status = newYorkStatus(form);
  const exemptions = times(cents(tables.exemptionCents), form.allowances ?? 0);
  const net = maxCents(ZERO, subtract(wages, add(cents(tables.deductionCents[status]), exemptions)));
  trace.input('wages', wages, 'CENTS');
  trace.step('deduction', tables.deductionCents[status], 'CENTS');
  trace.step('exemptions', exemptions, 'CENTS');
  trace.step('net wages', net, 'CENTS');
  if (net >= tables.methodThreeFromCents[status]) {
    const ratePpm = methodThreeRate(tax, times(net, period.periodsPerYear));
    trace.step('Method III rate on all net wages', ratePpm, 'PPM');
    return mulRate(net, ratePpm, 'HALF_UP');
  }
  return printedTax(tables[status], net, trace);
}

/** Head of household, and married at the higher single rate, use the single tables. */
export function newYorkStatus(form: StateTaxForm): 'single' | 'married' {
  return form.filingStatus === 'MARRIED' ? 'married' : 'single';
}

function methodThreeRate(tax: NewYorkTax, annualNet: Cents): number {
  const { fromCents, ratePpm } = tax.methodThree;
  let row = fromCents.length - 1;
  while (row > 0 && annualNet < (fromCents[row] ?? 0)) row -= 1;
  return ratePpm[row] ?? 0;
}
