import { bracketOf } from '../bracketOf.ts';
import type { Calculation } from '../Calculation.ts';
import { editionOf } from '../editionOf.ts';
import { isRefusal, type Refusal } from '../errors.ts';
import type { MarylandCountyTax } from '../jurisdictions/LocalTaxRules.ts';
import { add, cents, maxCents, mulRate, subtract, times, ZERO, type Cents } from '../money.ts';
import { isJoint, marylandPeriods, marylandTaxable, tableTax } from '../stateFormulas/marylandTax.ts';
import { isExemptFromState, stateFormOf } from '../stateForms.ts';
import type { LocalTaxes, TaxedPlace } from './localTaxOn.ts';

/** The county's part, on the income that Maryland taxes; on supplemental pay what the county's tax rises by. */
export function marylandCountyTax(
  c: Calculation,
  rules: MarylandCountyTax,
  { state, wages }: TaxedPlace,
): LocalTaxes | Refusal {
  const edition = editionOf(c, state);
  if (isRefusal(edition)) return edition;
  const tax = edition.incomeTax;
  if (tax.formula !== 'MARYLAND') throw new Error('a county of Maryland is outside Maryland');
  const form = stateFormOf(c, state, tax.form);
  if (isRefusal(form)) return form;
  const isExempt = isExemptFromState(c, state, tax.form, form);
  if (typeof isExempt !== 'boolean') return isExempt;
  if (isExempt) return { onRegularCents: ZERO, onSupplementalCents: ZERO };
  const { period } = c.facts;
  const table = isJoint(tax, form) ? rules.joint : rules.single;
  const on = (amount: Cents): Cents => {
    const taxable = marylandTaxable(tax, amount, form, period);
    const n = marylandPeriods(tax, period);
    if (!rules.isWholeAmountAtOneRate) return tableTax(table, taxable, n);
    const row = bracketOf(table, times(taxable, n));
    c.trace.input('rate of the county', table.ratePpm[row] ?? 0, 'PPM');
    return mulRate(taxable, table.ratePpm[row] ?? 0, 'HALF_UP');
  };
  const onRegularCents = on(wages.regularCents);
  if (wages.supplementalCents <= 0) return { onRegularCents, onSupplementalCents: ZERO };
  const last = cents(c.facts.yearToDate.lastRegularTaxableCents?.[rules.code] ?? 0);
  const base = wages.regularCents > 0 ? wages.regularCents : last;
  const together = on(add(base, wages.supplementalCents));
  return { onRegularCents, onSupplementalCents: maxCents(ZERO, subtract(together, on(base))) };
}
