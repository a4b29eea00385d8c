import { bracketOf } from '../bracketOf.ts';
import type { CaliforniaTables, CaliforniaTax } from '../jurisdictions/StateIncomeTax.ts';
import type { BracketTable } from '../jurisdictions/FederalRules.ts';
import { add, cents, maxCents, mulRate, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';

/**
 * EDD Method B. The tables of a period are printed on their own and are no scaled copies of the annual one. The exemption
 * is a credit against the tax; what leaves the wages is the estimated deduction.
 */
export function californiaTax(
  tax: CaliforniaTax,
  wages: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  trace: Trace,
): Cents {
  const tables = tax.byFrequency[period.frequency];
  if (tables === undefined) throw new Error(`no California tables for ${period.frequency}`);
  const regular = form.allowances ?? 0;
  const additional = form.additionalAllowances ?? 0;
  const isMarried = form.filingStatus === 'MARRIED_ONE_INCOME';
  // The instructions do not say which count decides the column; the agency's worked examples fit the total.
  const column = form.filingStatus === 'HEAD_OF_HOUSEHOLD' || (isMarried && regular + additional >= 2) ? 'b' : 'a';
  trace.input('wages', wages, 'CENTS');
  trace.input('regular allowances', regular, 'COUNT');
  trace.input('additional allowances', additional, 'COUNT');
  trace.step('Table 1 low income exemption', tables.lowIncomeCents[column], 'CENTS');
  if (wages <= tables.lowIncomeCents[column]) return ZERO;
  const estimated = byCount(tables.estimatedDeductionCents, additional);
  const standard = cents(tables.standardDeductionCents[column]);
  const taxable = maxCents(ZERO, subtract(wages, add(estimated, standard)));
  const table = tableOf(tables, form);
  const row = bracketOf(table, taxable);
  const over = subtract(taxable, cents(table.fromCents[row] ?? 0));
  const before = add(cents(table.plusCents[row] ?? 0), mulRate(over, table.ratePpm[row] ?? 0, 'HALF_UP'));
  const credit = byCount(tables.exemptionCreditCents, regular);
  trace.step('Table 2 estimated deduction', estimated, 'CENTS');
  trace.step('Table 3 standard deduction', standard, 'CENTS');
  trace.step('taxable income', taxable, 'CENTS');
  trace.step('rate', table.ratePpm[row] ?? 0, 'PPM');
  trace.step('tax before the credit', before, 'CENTS', 'half up to the cent');
  trace.step('Table 4 exemption credit', credit, 'CENTS');
  return maxCents(ZERO, subtract(before, credit));
}

/** Printed for 0 to 10; beyond that the figure for one times the count. */
function byCount(figures: readonly number[], count: number): Cents {
  const printed = figures[count];
  return printed === undefined ? times(cents(figures[1] ?? 0), count) : cents(printed);
}

function tableOf(tables: CaliforniaTables, form: StateTaxForm): BracketTable {
  if (form.filingStatus === 'MARRIED_ONE_INCOME') return tables.married;
  return form.filingStatus === 'HEAD_OF_HOUSEHOLD' ? tables.headOfHousehold : tables.single;
}
