import { bracketOf } from '../bracketOf.ts';
import type { Calculation } from '../Calculation.ts';
import type { BracketTable } from '../jurisdictions/FederalRules.ts';
import type { MarylandTax } from '../jurisdictions/StateIncomeTax.ts';
import { bracketTax, cents, maxCents, mulRate, add, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';

/** Maryland, the state's part; for those who live elsewhere with the special nonresident tax that stands instead of a county's. */
export function marylandTax(
  tax: MarylandTax,
  wages: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  c: Calculation,
): Cents {
  const taxable = marylandTaxable(tax, wages, form, period);
  const n = marylandPeriods(tax, period);
  c.trace.input('wages', wages, 'CENTS');
  c.trace.step('taxable wages of the period', taxable, 'CENTS');
  const state = tableTax(isJoint(tax, form) ? tax.joint : tax.single, taxable, n);
  if (c.facts.employee.homeState === 'MD') return state;
  c.trace.input('special nonresident rate', tax.nonresidentRatePpm, 'PPM');
  return add(state, mulRate(taxable, tax.nonresidentRatePpm, 'HALF_UP'));
}

/** Wages of the period less standard deduction and exemptions; nothing below the figure under which nothing is withheld. */
export function marylandTaxable(tax: MarylandTax, wages: Cents, form: StateTaxForm, period: PayPeriod): Cents {
  const figures = tax.byFrequency[period.frequency];
  if (figures === undefined) throw new Error(`no Maryland figures for ${period.frequency}`);
  if (wages < figures.noTaxBelowCents) return ZERO;
  const exemptions = times(cents(figures.exemptionCents), form.allowances ?? 0);
  return maxCents(ZERO, subtract(wages, add(cents(figures.standardCents), exemptions)));
}

export function marylandPeriods(tax: MarylandTax, period: PayPeriod): number {
  return period.frequency === 'DAILY' ? tax.daysPerYear : period.periodsPerYear;
}

export function isJoint(tax: MarylandTax, form: StateTaxForm): boolean {
  return tax.jointStatuses.includes(form.filingStatus ?? '');
}

/** A yearly table on the income of a period. */
export function tableTax(table: BracketTable, taxable: Cents, n: number): Cents {
  const annual = times(taxable, n);
  const row = bracketOf(table, annual);
  const over = subtract(annual, cents(table.fromCents[row] ?? 0));
  return bracketTax(cents(table.plusCents[row] ?? 0), over, table.ratePpm[row] ?? 0, ZERO, n, 'HALF_UP');
}
