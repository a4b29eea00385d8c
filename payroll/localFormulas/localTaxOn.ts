import type { Calculation } from '../Calculation.ts';
import type { LocalTax } from '../EmployeePayFacts.ts';
import type { Refusal } from '../errors.ts';
import type { LocalTaxRules } from '../jurisdictions/LocalTaxRules.ts';
import type { StateRules } from '../jurisdictions/StateRules.ts';
import { mulRate, ZERO, type Cents } from '../money.ts';
import type { TaxableWages } from '../stateTaxableWages.ts';
import { countyTax } from './countyTax.ts';
import { marylandCountyTax } from './marylandCountyTax.ts';
import { newYorkCityTax } from './newYorkCityTax.ts';
import { rateMissing } from './rateMissing.ts';
import { yonkersTax } from './yonkersTax.ts';

/** A locality that taxes this pay: its state's rules, the employee's entry, and the wages that are taxed there. */
export type TaxedPlace = { readonly state: StateRules; readonly local: LocalTax; readonly wages: TaxableWages };

export type LocalTaxes = { readonly onRegularCents: Cents; readonly onSupplementalCents: Cents };

/** Local tax on regular and on supplemental wages, by the locality's formula. */
export function localTaxOn(c: Calculation, rules: LocalTaxRules, place: TaxedPlace): LocalTaxes | Refusal {
  switch (rules.formula) {
    case 'NEW_YORK_CITY':
      return newYorkCityTax(c, rules, place);
    case 'YONKERS':
      return yonkersTax(c, rules, place);
    case 'MARYLAND_COUNTY':
      return marylandCountyTax(c, rules, place);
    case 'COUNTY_RATE':
      return countyTax(c, place);
    case 'DATED_RATE': {
      const { payDate } = c.facts.period;
      const edition = rules.editions.findLast((candidate) => candidate.effectiveFrom <= payDate);
      if (edition === undefined) throw new Error(`${rules.jurisdiction} has no rate for ${payDate}`);
      const isResident = entriesOf(c, rules.jurisdiction).some(({ basis }) => basis === 'RESIDENT');
      return atRate(c, place, isResident ? edition.residentRatePpm : edition.workplaceRatePpm);
    }
    case 'HIGHER_RATE': {
      let highest = -1;
      for (const { ratePpm } of entriesOf(c, rules.jurisdiction)) {
        if (ratePpm === undefined) return rateMissing(rules.jurisdiction);
        if (ratePpm > highest) highest = ratePpm;
      }
      return atRate(c, place, highest);
    }
    case 'ANNUAL_AMOUNT':
      return { onRegularCents: ZERO, onSupplementalCents: ZERO };
  }
}

function entriesOf(c: Calculation, jurisdiction: string): readonly LocalTax[] {
  return c.facts.employee.localTaxes.filter((local) => local.jurisdiction === jurisdiction);
}

function atRate(c: Calculation, { wages }: TaxedPlace, ratePpm: number): LocalTaxes {
  c.trace.input('rate', ratePpm, 'PPM');
  return {
    onRegularCents: mulRate(wages.regularCents, ratePpm, 'HALF_UP'),
    onSupplementalCents: mulRate(wages.supplementalCents, ratePpm, 'HALF_UP'),
  };
}
