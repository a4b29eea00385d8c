import { bracketOf } from '../bracketOf.ts';
import type { OregonTax } from '../jurisdictions/StateIncomeTax.ts';
import { add, bracketTax, cents, maxCents, minCents, mulRate, subtract, times, ZERO, type Cents } from '../money.ts';
import type { PayPeriod } from '../payPeriods.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { Trace } from '../Trace.ts';

/** What Oregon's tables are asked with. */
type Base = { readonly annual: Cents; readonly base: Cents; readonly isWide: boolean; readonly allowances: number };

/** Oregon 150-206-436: a year's wages less federal tax up to a cap and the standard deduction, by tables for small and large wages. */
export function oregonTax(
  tax: OregonTax,
  wages: Cents,
  federalTax: Cents,
  form: StateTaxForm,
  period: PayPeriod,
  trace: Trace,
): Cents {
  trace.input('wages', wages, 'CENTS');
  if (form.filingStatus === NO_FORM) {
    trace.input('rate without Form OR-W-4', tax.noFormRatePpm, 'PPM');
    return mulRate(wages, tax.noFormRatePpm, 'HALF_UP');
  }
  const n = period.periodsPerYear;
  const { annual, base, isWide, allowances } = oregonBase(tax, wages, federalTax, form, period);
  const tables = annual < tax.tablesFromCents ? tax.below : tax.above;
  const table = isWide ? tables.wide : tables.single;
  const row = bracketOf(table, base);
  const over = maxCents(ZERO, subtract(base, cents(table.fromCents[row] ?? 0)));
  const credit = times(cents(tax.creditPerAllowanceCents), allowances);
  trace.step('wages a year', annual, 'CENTS');
  trace.step('base', base, 'CENTS');
  trace.step('credit of the allowances', credit, 'CENTS');
  if (base === 0) return ZERO;
  return bracketTax(cents(table.plusCents[row] ?? 0), over, table.ratePpm[row] ?? 0, credit, n, 'HALF_UP');
}

/** The filing status that stands for a missing certificate. */
export const NO_FORM = 'NO_FORM';

/** The base of the year, and the columns that apply: married, or single with three allowances or more. */
export function oregonBase(
  tax: OregonTax,
  wages: Cents,
  federalTax: Cents,
  form: StateTaxForm,
  period: PayPeriod,
): Base {
  const n = period.periodsPerYear;
  const annual = times(wages, n);
  const isMarried = form.filingStatus === 'MARRIED';
  const limit = isMarried ? tax.allowancesToCents.married : tax.allowancesToCents.single;
  const allowances = annual > limit ? 0 : (form.allowances ?? 0);
  const isWide = isMarried || allowances >= 3;
  const federal = minCents(times(federalTax, n), capOf(tax, annual, isMarried));
  const standard = cents(isWide ? tax.standardCents.wide : tax.standardCents.single);
  return { annual, base: maxCents(ZERO, subtract(annual, add(federal, standard))), isWide, allowances };
}

function capOf({ cap }: OregonTax, annual: Cents, isMarried: boolean): Cents {
  const below = isMarried ? cap.belowMarriedCents : cap.belowSingleCents;
  const row = below.findIndex((figure) => annual < figure);
  return row < 0 ? ZERO : cents(cap.capCents[row] ?? 0);
}
