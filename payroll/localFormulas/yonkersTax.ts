import type { Calculation } from '../Calculation.ts';
import { isRefusal, type Refusal, refuse } from '../errors.ts';
import type { YonkersTax } from '../jurisdictions/LocalTaxRules.ts';
import { add, cents, mulDiv, mulRate, maxCents, PPM, subtract, ZERO } from '../money.ts';
import { stateTaxOn } from '../stateFormulas/stateTaxOn.ts';
import { stateFormOf } from '../stateForms.ts';
import { editionOf } from '../editionOf.ts';
import type { LocalTaxes, TaxedPlace } from './localTaxOn.ts';

/** NYS-50-T-Y: residents pay a part of the state tax; those who only work there pay on gross pay less an exclusion. */
export function yonkersTax(c: Calculation, rules: YonkersTax, place: TaxedPlace): LocalTaxes | Refusal {
  return place.local.basis === 'RESIDENT' ? residentTax(c, rules, place) : nonresidentTax(c, rules);
}

function residentTax(c: Calculation, rules: YonkersTax, { state, wages }: TaxedPlace): LocalTaxes | Refusal {
  const edition = editionOf(c, state);
  if (isRefusal(edition)) return edition;
  const tax = edition.incomeTax;
  if (tax.formula === 'NONE' || tax.supplemental.method !== 'FLAT') throw new Error('Yonkers follows a state tax');
  const form = stateFormOf(c, state, tax.form);
  if (isRefusal(form)) return form;
  const stateTax = stateTaxOn(tax, wages.regularCents, form, c);
  const onRegularCents = mulRate(stateTax, rules.residentSharePpm, 'HALF_UP');
  c.trace.step('state tax', stateTax, 'CENTS');
  c.trace.input('share of the state tax', rules.residentSharePpm, 'PPM');
  if (wages.supplementalCents === 0) return { onRegularCents, onSupplementalCents: ZERO };
  if (c.facts.payInputs.supplementalMethod === 'AGGREGATE') {
    const base = wages.regularCents > 0 ? wages.regularCents : lastRegularWages(c, rules);
    const together = stateTaxOn(tax, add(base, wages.supplementalCents), form, c);
    const more = maxCents(ZERO, subtract(together, stateTaxOn(tax, base, form, c)));
    return { onRegularCents, onSupplementalCents: mulRate(more, rules.residentSharePpm, 'HALF_UP') };
  }
  // The share of the state's supplemental rate, kept exact: 16.75 % of 11.70 % is 1.95975 %.
  const sharedRate = rules.residentSharePpm * tax.supplemental.ratePpm;
  return { onRegularCents, onSupplementalCents: mulDiv(wages.supplementalCents, sharedRate, PPM * PPM, 'HALF_UP') };
}

function lastRegularWages(c: Calculation, rules: YonkersTax) {
  return cents(c.facts.yearToDate.lastRegularTaxableCents?.[rules.code] ?? 0);
}

function nonresidentTax(c: Calculation, rules: YonkersTax): LocalTaxes | Refusal {
  const figures = rules.byFrequency[c.facts.period.frequency];
  if (figures === undefined) {
    return refuse(
      'JURISDICTION_NOT_SUPPORTED',
      `Yonkers has no confirmed ${c.facts.period.frequency} exclusions.`,
      'Use another pay frequency.',
      'period.frequency',
    );
  }
  const gross = c.grossCents;
  c.trace.input('gross pay', gross, 'CENTS');
  if (gross < figures.noTaxBelowCents) return { onRegularCents: ZERO, onSupplementalCents: ZERO };
  const exclusion = figures.below.find(({ grossCents }) => gross < grossCents)?.exclusionCents ?? 0;
  c.trace.step('exclusion', exclusion, 'CENTS');
  const tax = mulRate(subtract(gross, cents(exclusion)), rules.nonresidentRatePpm, 'HALF_UP');
  return { onRegularCents: tax, onSupplementalCents: ZERO };
}
