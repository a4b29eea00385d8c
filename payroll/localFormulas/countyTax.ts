import type { Calculation } from '../Calculation.ts';
import { isRefusal, type Refusal } from '../errors.ts';
import { cents, maxCents, mulDiv, mulRate, subtract, ZERO } from '../money.ts';
import { annualDeductionOf } from '../stateFormulas/annualDeductionOf.ts';
import { stateFormOf } from '../stateForms.ts';
import { editionOf } from '../editionOf.ts';
import type { LocalTaxes, TaxedPlace } from './localTaxOn.ts';
import { rateMissing } from './rateMissing.ts';

/** The county's rate on what the state taxes: the same exemptions, and none of them on supplemental pay. */
export function countyTax(c: Calculation, { state, local, wages }: TaxedPlace): LocalTaxes | Refusal {
  if (local.ratePpm === undefined) return rateMissing(local.jurisdiction);
  const edition = editionOf(c, state);
  if (isRefusal(edition)) return edition;
  const tax = edition.incomeTax;
  if (tax.formula !== 'PER_PERIOD') throw new Error(`${state.state} has no exemptions per period`);
  const form = stateFormOf(c, state, tax.form);
  if (isRefusal(form)) return form;
  const exemption = mulDiv(annualDeductionOf(tax.deduction, form), 1, c.facts.period.periodsPerYear, 'HALF_UP');
  const taxable = maxCents(ZERO, subtract(wages.regularCents, exemption));
  c.trace.input('rate of the county', local.ratePpm, 'PPM');
  c.trace.step('exemptions of the period', exemption, 'CENTS', 'half up to the cent');
  return {
    onRegularCents: mulRate(taxable, local.ratePpm, 'HALF_UP'),
    onSupplementalCents: mulRate(cents(wages.supplementalCents), local.ratePpm, 'HALF_UP'),
  };
}
