import type { Calculation } from './Calculation.ts';
import { refuse, type Refusal } from './errors.ts';
import type { StateRules } from './jurisdictions/StateRules.ts';
import type { TaxedWages } from './jurisdictions/StateIncomeTax.ts';
import { add, cents, maxCents, minCents, mulDiv, mulRate, subtract, ZERO, type Cents } from './money.ts';
import { massachusettsSupplementalTax } from './stateFormulas/massachusettsTax.ts';
import { hasFiguresFor, stateTaxOn } from './stateFormulas/stateTaxOn.ts';
import { editionOf } from './editionOf.ts';
import { stateRulesOf } from './stateRulesOf.ts';
import { formOnFile, stateFormOf } from './stateForms.ts';
import { stateTaxableWages } from './stateTaxableWages.ts';
import type { StateTaxForm } from './TaxForms.ts';

/**
 * Work state against home state:
 *
 * 1. The work state withholds on all wages.
 * 2. Unless both states have a reciprocal agreement and the employee filed its certificate: then only the home state withholds.
 * 3. The home state withholds its own tax less what the work state took, never below zero.
 *
 * Unemployment tax and levies belong to the work state alone.
 */
export function withholdStateIncomeTaxes(c: Calculation): Refusal | undefined {
  const { workState, homeState } = c.facts.employee;
  const work = stateRulesOf(c, workState, 'employee.workState');
  if ('ok' in work) return work;
  if (workState === homeState) return withholdStateIncomeTax(c, work, false);
  const home = stateRulesOf(c, homeState, 'employee.homeState');
  if ('ok' in home) return home;
  const isReciprocal =
    (work.reciprocity?.includes(homeState) === true || home.reciprocity?.includes(workState) === true) &&
    formOnFile(c, workState)?.hasReciprocityCertificate === true;
  const refusal = isReciprocal ? undefined : withholdStateIncomeTax(c, work, false);
  return refusal ?? withholdStateIncomeTax(c, home, true);
}

function withholdStateIncomeTax(c: Calculation, state: StateRules, isHomeState: boolean): Refusal | undefined {
  const edition = editionOf(c, state);
  if ('ok' in edition) return edition;
  const tax = edition.incomeTax;
  if (tax.formula === 'NONE') return undefined;
  if (!hasFiguresFor(tax, c.facts.period)) {
    return refuse(
      'JURISDICTION_NOT_SUPPORTED',
      `${state.name} has no confirmed ${c.facts.period.frequency} figures.`,
      'Use another pay frequency, or add the figures to the jurisdiction.',
      'period.frequency',
    );
  }
  const form = stateFormOf(c, state, tax.form);
  if ('ok' in form) return form;
  if (tax.formula === 'ELECTED_RATE' && !tax.ratesPpm.includes(form.electedRatePpm ?? tax.defaultRatePpm)) {
    return refuse(
      'STATE_TAX_FORM_INVALID',
      `${state.name} has no rate of ${form.electedRatePpm} ppm.`,
      `Use one of ${tax.ratesPpm.join(', ')}.`,
      'employee.stateTaxForms.electedRatePpm',
    );
  }
  const wages = stateTaxableWages(c, state.incomeTaxExcludes, state.state, 'incomeTax');
  if ('ok' in wages) return wages;
  const { regularCents, supplementalCents } = wages;
  const code = `${state.state}_SIT`;
  const rule = { id: `${state.jurisdiction}.incomeTax`, citation: state.source };

  const onRegular = stateTaxOn(tax, regularCents, form, c);
  const regularCredit = isHomeState ? minCents(onRegular, c.workTaxRegularCents) : ZERO;
  c.trace.part('tax on regular wages', onRegular, 'as the state rounds');
  if (regularCredit !== 0) c.trace.part('less tax of the work state', subtract(ZERO, regularCredit));
  const extra = regularCents > 0 ? c.extraWithholding(form.extraWithholdingCents ?? 0) : ZERO;
  c.trace.part('extra withholding', extra);
  c.addTax(rule, code, 'TAX', add(subtract(onRegular, regularCredit), extra), regularCents);

  const onSupplemental =
    supplementalCents > 0 ? supplementalTax(c, state, tax, form, regularCents, supplementalCents) : ZERO;
  const supplementalCredit = isHomeState ? minCents(onSupplemental, c.workTaxSupplementalCents) : ZERO;
  c.trace.part('tax on supplemental wages', onSupplemental, 'half up to the cent');
  if (supplementalCredit !== 0) c.trace.part('less tax of the work state', subtract(ZERO, supplementalCredit));
  const supplementalDue = subtract(onSupplemental, supplementalCredit);
  c.addTax(rule, `${code}_SUPPLEMENTAL`, 'TAX', supplementalDue, maxCents(ZERO, supplementalCents));
  c.workTaxRegularCents = onRegular;
  c.workTaxSupplementalCents = onSupplemental;
  return undefined;
}

function supplementalTax(
  c: Calculation,
  state: StateRules,
  tax: TaxedWages,
  form: StateTaxForm,
  regular: Cents,
  supplemental: Cents,
): Cents {
  const how = tax.supplemental;
  const { yearToDate, payInputs } = c.facts;
  const code = `${state.state}_SIT`;
  const base = regular > 0 ? regular : cents(yearToDate.lastRegularTaxableCents?.[code] ?? 0);
  c.trace.input('supplemental wages', supplemental, 'CENTS');
  if (how.method === 'WITHOUT_EXEMPTIONS') return mulRate(supplemental, how.ratePpm, 'HALF_UP');
  if (how.method === 'FLAT' && payInputs.supplementalMethod !== 'AGGREGATE') {
    c.trace.input('supplemental rate', how.ratePpm, 'PPM');
    return mulRate(supplemental, how.ratePpm, 'HALF_UP');
  }
  if (how.method === 'RATES_WHEN_APART' && regular <= 0) {
    const bonus = mulDiv(supplemental, c.bonusCents, c.supplementalCents, 'HALF_UP');
    c.trace.step('of it bonus', bonus, 'CENTS');
    const onBonus = mulRate(bonus, how.bonusRatePpm, 'HALF_UP');
    return add(onBonus, mulRate(subtract(supplemental, bonus), how.otherRatePpm, 'HALF_UP'));
  }
  if (tax.formula === 'MASSACHUSETTS_CIRCULAR_M') {
    const earlier = cents(yearToDate.taxableCents[`${code}_SUPPLEMENTAL`] ?? 0);
    return massachusettsSupplementalTax(tax, supplemental, base, earlier, form, c);
  }
  const together = stateTaxOn(tax, add(base, supplemental), form, c);
  const apart = stateTaxOn(tax, base, form, c);
  c.trace.step('tax on regular and supplemental wages together', together, 'CENTS');
  c.trace.step('tax on the regular wages', apart, 'CENTS');
  return maxCents(ZERO, subtract(together, apart));
}
