import type { Calculation } from '../Calculation.ts';
import { isRefusal, type Refusal, refuse } from '../errors.ts';
import type { NewYorkCityTables, NewYorkCityTax } from '../jurisdictions/LocalTaxRules.ts';
import { add, cents, maxCents, mulRate, subtract, times, ZERO, type Cents } from '../money.ts';
import { newYorkStatus } from '../stateFormulas/newYorkTax.ts';
import { printedTax } from '../stateFormulas/printedTax.ts';
import { stateFormOf } from '../stateForms.ts';
import { editionOf } from '../editionOf.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import type { LocalTaxes, TaxedPlace } from './localTaxOn.ts';

/** NYS-50-T-NYC Method II: residents only, wherever they work; exemptions from line 2 of IT-2104. */
export function newYorkCityTax(c: Calculation, rules: NewYorkCityTax, place: TaxedPlace): LocalTaxes | Refusal {
  if (place.local.basis !== 'RESIDENT') {
    return refuse(
      'INVALID_INPUT',
      'New York City taxes its residents only.',
      'Remove the entry, or set its basis to RESIDENT.',
      'employee.localTaxes',
    );
  }
  const tables = rules.byFrequency[c.facts.period.frequency];
  const edition = editionOf(c, place.state);
  if (isRefusal(edition)) return edition;
  if (tables === undefined || edition.incomeTax.formula === 'NONE') {
    return refuse(
      'JURISDICTION_NOT_SUPPORTED',
      `New York City has no confirmed ${c.facts.period.frequency} table.`,
      'Use another pay frequency.',
      'period.frequency',
    );
  }
  const form = stateFormOf(c, place.state, edition.incomeTax.form);
  if (isRefusal(form)) return form;
  const { regularCents, supplementalCents } = place.wages;
  const onRegularCents = cityTax(c, tables, form, regularCents);
  if (supplementalCents === 0) return { onRegularCents, onSupplementalCents: ZERO };
  if (c.facts.payInputs.supplementalMethod !== 'AGGREGATE') {
    return { onRegularCents, onSupplementalCents: mulRate(supplementalCents, rules.supplementalRatePpm, 'HALF_UP') };
  }
  const lastRegular = cents(c.facts.yearToDate.lastRegularTaxableCents?.[rules.code] ?? 0);
  const base = regularCents > 0 ? regularCents : lastRegular;
  const together = cityTax(c, tables, form, add(base, supplementalCents));
  return { onRegularCents, onSupplementalCents: maxCents(ZERO, subtract(together, cityTax(c, tables, form, base))) };
}

function cityTax(c: Calculation, tables: NewYorkCityTables, form: StateTaxForm, wages: Cents): Cents {
  const exemptions = times(cents(tables.exemptionCents), form.additionalAllowances ?? 0);
  const deduction = cents(tables.deductionCents[newYorkStatus(form)]);
  const net = maxCents(ZERO, subtract(wages, add(deduction, exemptions)));
  c.trace.input('wages', wages, 'CENTS');
  c.trace.step('net wages', net, 'CENTS');
  return printedTax(tables.table, net, c.trace);
}
