import type { Calculation } from './Calculation.ts';
import type { LocalTax } from './EmployeePayFacts.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import type { LocalTaxRules } from './jurisdictions/LocalTaxRules.ts';
import type { StateRules } from './jurisdictions/StateRules.ts';
import { cents, mulDiv, withinCap, ZERO } from './money.ts';
import { localTaxOn, type TaxedPlace } from './localFormulas/localTaxOn.ts';
import { stateTaxableWages } from './stateTaxableWages.ts';

/** Local taxes that the employee's file lists, each once. Reciprocity between states does not lift them. */
export function withholdLocalTaxes(c: Calculation): Refusal | undefined {
  const { localTaxes, workState, homeState } = c.facts.employee;
  for (let i = 0; i < localTaxes.length; i++) {
    const local = localTaxes[i];
    // Resident and workplace entries of one tax are settled together, at the first of them; residence prevails.
    if (local === undefined || localTaxes.findIndex((other) => other.jurisdiction === local.jurisdiction) < i) continue;
    const resident = localTaxes.find(
      ({ jurisdiction, basis }) => jurisdiction === local.jurisdiction && basis === 'RESIDENT',
    );
    const refusal = withholdLocalTax(c, resident ?? local);
    if (refusal !== undefined) return refusal;
  }
  const county = c.rules.states[workState]?.localTaxes?.find(({ formula }) => formula === 'COUNTY_RATE');
  const isMarylander = homeState === 'MD' && !localTaxes.some(({ jurisdiction }) => jurisdiction.startsWith('US-MD-'));
  if (isMarylander) {
    return refuse(
      'LOCAL_TAX_RATE_MISSING',
      'Every resident of Maryland has the tax of a county or of Baltimore City, and none is recorded.',
      'Add the county of residence, such as US-MD-MONTGOMERY or US-MD-BALTIMORE-CITY.',
      'employee.localTaxes',
    );
  }
  if (county === undefined || localTaxes.some(({ jurisdiction }) => jurisdiction === county.jurisdiction))
    return undefined;
  return refuse(
    'LOCAL_TAX_RATE_MISSING',
    `Every employee in ${workState} has a county tax, and none is recorded.`,
    `Add ${county.jurisdiction} with the rate of the county of residence on 1 January.`,
    'employee.localTaxes',
  );
}

function withholdLocalTax(c: Calculation, local: LocalTax): Refusal | undefined {
  const [state, rules] = findLocality(c, local.jurisdiction);
  if (state === undefined || rules === undefined) {
    return refuse(
      'JURISDICTION_NOT_SUPPORTED',
      `The locality ${local.jurisdiction} has no confirmed rules for ${c.rules.year}.`,
      'Correct the locality; if it is right, pay this employee outside this service until its tax is added to the rules.',
      'employee.localTaxes',
    );
  }
  if (rules.formula === 'ANNUAL_AMOUNT') return withholdAnnualAmount(c, local, rules);
  const place = rules.excludes === undefined ? state.state : rules.jurisdiction;
  const wages = stateTaxableWages(c, rules.excludes ?? state.incomeTaxExcludes, place, 'incomeTax');
  if (isRefusal(wages)) return wages;
  const taxed: TaxedPlace = { state, local, wages };
  const taxes = localTaxOn(c, rules, taxed);
  if (isRefusal(taxes)) return taxes;
  const rule = { id: rules.jurisdiction, citation: rules.source };
  c.trace.part('tax on regular wages', taxes.onRegularCents, 'half up to the cent');
  c.addTax(rule, rules.code, 'TAX', taxes.onRegularCents, wages.regularCents);
  c.trace.part('tax on supplemental wages', taxes.onSupplementalCents, 'half up to the cent');
  c.addTax(rule, `${rules.code}_SUPPLEMENTAL`, 'TAX', taxes.onSupplementalCents, wages.supplementalCents);
  return undefined;
}

function findLocality(c: Calculation, jurisdiction: string): [StateRules, LocalTaxRules] | [undefined, undefined] {
  const state = c.rules.states[jurisdiction.slice(3, 5)];
  const rules = state?.localTaxes?.find((locality) => locality.jurisdiction === jurisdiction);
  return state === undefined || rules === undefined ? [undefined, undefined] : [state, rules];
}

/** A yearly amount over the pay periods, rounded down, once a period, never beyond the year's amount. */
function withholdAnnualAmount(c: Calculation, local: LocalTax, rules: LocalTaxRules): Refusal | undefined {
  if (local.annualCents === undefined) {
    return refuse(
      'LOCAL_TAX_RATE_MISSING',
      `${local.jurisdiction} needs a yearly amount.`,
      'Set annualCents from the notice of the municipality.',
      'employee.localTaxes',
    );
  }
  if (!c.isPeriodRun || c.grossCents === 0) return undefined;
  const annual = cents(local.annualCents);
  const share = mulDiv(annual, 1, c.facts.period.periodsPerYear, 'DOWN');
  const amount = withinCap(share, cents(c.facts.yearToDate.amountsCents[rules.code] ?? 0), annual);
  c.trace.input('yearly amount', annual, 'CENTS');
  c.trace.part('share of this period', amount, 'down to the cent');
  c.addTax({ id: rules.jurisdiction, citation: rules.source }, rules.code, 'TAX', amount, ZERO);
  return undefined;
}
