import type { Calculation } from './Calculation.ts';
import { yearOf } from './dates.ts';
import { isRefusal, type Refusal, refuse } from './errors.ts';
import { FEDERAL_INCOME_TAX_SUPPLEMENTAL, federalTaxOnRegular, isExemptFromFederal } from './federalIncomeTax.ts';
import type { ReciprocityRules } from './jurisdictions/ReciprocityRules.ts';
import type { StateRules } from './jurisdictions/StateRules.ts';
import type { TaxedWages } from './jurisdictions/StateIncomeTax.ts';
import {
  add,
  cents,
  maxCents,
  minCents,
  mulDiv,
  mulRate,
  roundToDollar,
  roundUpToDollar,
  subtract,
  times,
  ZERO,
  type Cents,
} from './money.ts';
import type { PayPeriod } from './payPeriods.ts';
import { openQuestion } from './stateFormulas/openQuestion.ts';
import { massachusettsSupplementalTax } from './stateFormulas/massachusettsTax.ts';
import { hasFiguresFor, stateTaxOn } from './stateFormulas/stateTaxOn.ts';
import { editionOf } from './editionOf.ts';
import { ONE_SOURCE } from './jurisdictions/StateRules.ts';
import { stateRulesOf } from './stateRulesOf.ts';
import { formOnFile, isExemptFromState, stateFormOf } from './stateForms.ts';
import { stateTaxableWages } from './stateTaxableWages.ts';
import type { StateTaxForm } from './TaxForms.ts';

/**
 * Work state against home state:
 *
 * 1. The work state withholds on all wages.
 * 2. Unless both states have a reciprocal agreement and the employee filed its certificate: then only the home state withholds.
 *    So it is for the spouse of a servicemember who keeps the home state.
 * 3. The home state withholds its own tax less what the work state took, never below zero, where its law says nothing else.
 *
 * Unemployment tax and levies belong to the work state alone.
 */
export function withholdStateIncomeTaxes(c: Calculation): Refusal | undefined {
  const { workState, homeState } = c.facts.employee;
  const work = stateRulesOf(c, workState, 'employee.workState');
  if (isRefusal(work)) return work;
  const unread = c.rules.reciprocity === undefined ? undefined : certificateWithoutAgreement(c, c.rules.reciprocity);
  if (unread !== undefined) return unread;
  if (workState === homeState) return withholdStateIncomeTax(c, work);
  const home = stateRulesOf(c, homeState, 'employee.homeState');
  if (isRefusal(home)) return home;
  if (isTaxedAtHomeAlone(c, work, home)) return withholdStateIncomeTax(c, home);
  const refusal = withholdStateIncomeTax(c, work);
  if (refusal !== undefined) return refusal;
  const isTaxedAtWork = hasIncomeTax(c, work);
  if (home.residentsElsewhere === 'NOT_WHERE_TAXED' && isTaxedAtWork) return undefined;
  if (home.residentsElsewhere === 'NOT_CONFIRMED' && isTaxedAtWork) {
    return refuse(
      'JURISDICTION_NOT_SUPPORTED',
      `What ${home.name} withholds from a resident who works in ${work.name} is not confirmed.`,
      `Pay this employee outside this service, or record the certificate if ${work.name} has an agreement with ${home.name}.`,
      'employee.homeState',
    );
  }
  return withholdStateIncomeTax(c, home, home.residentsElsewhere === 'IN_FULL' ? undefined : work);
}

function isTaxedAtHomeAlone(c: Calculation, work: StateRules, home: StateRules): boolean {
  const form = formOnFile(c, work.state);
  if (c.rules.reciprocity === undefined) {
    const isAgreed = work.reciprocity?.includes(home.state) === true || home.reciprocity?.includes(work.state) === true;
    return isAgreed && form?.hasReciprocityCertificate === true;
  }
  return form?.hasReciprocityCertificate === true || form?.isMilitarySpouse === true;
}

/** A certificate that no agreement stands behind would be a recorded fact that nothing reads: it is refused. */
function certificateWithoutAgreement(c: Calculation, agreements: ReciprocityRules): Refusal | undefined {
  const { workState, homeState, stateTaxForms } = c.facts.employee;
  for (const { state, hasReciprocityCertificate, isMilitarySpouse } of stateTaxForms) {
    const agreement = Object.hasOwn(agreements, state) ? agreements[state] : undefined;
    if (hasReciprocityCertificate === true) {
      if (state === workState && agreement?.residentsOf.includes(homeState) === true) continue;
      const known =
        agreement === undefined ? 'none' : `those of ${agreement.residentsOf.join(', ')} (${agreement.certificate})`;
      return refuse(
        'STATE_TAX_FORM_INVALID',
        `A reciprocity certificate for ${state} is on file, but the employee works in ${workState} and lives in ${homeState}. Residents whom ${state} does not tax: ${known}.`,
        `Correct the states, or remove hasReciprocityCertificate from the form for ${state}.`,
        'employee.stateTaxForms.hasReciprocityCertificate',
      );
    }
    if (isMilitarySpouse === true && (state !== workState || workState === homeState)) {
      return refuse(
        'STATE_TAX_FORM_INVALID',
        `The form for ${state} claims a servicemember's spouse, which lifts the tax of a work state other than the home state; work state ${workState}, home state ${homeState}.`,
        `Correct the states, or remove isMilitarySpouse from the form for ${state}.`,
        'employee.stateTaxForms.isMilitarySpouse',
      );
    }
  }
  return undefined;
}

function hasIncomeTax(c: Calculation, state: StateRules): boolean {
  const edition = editionOf(c, state);
  return !isRefusal(edition) && edition.incomeTax.formula !== 'NONE';
}

/** @param creditedState the work state whose tax this home state credits */
function withholdStateIncomeTax(c: Calculation, state: StateRules, creditedState?: StateRules): Refusal | undefined {
  const edition = editionOf(c, state);
  if (isRefusal(edition)) return edition;
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
  if (isRefusal(form)) return form;
  if (tax.formula === 'ELECTED_RATE' && !tax.ratesPpm.includes(form.electedRatePpm ?? tax.defaultRatePpm)) {
    return refuse(
      'STATE_TAX_FORM_INVALID',
      `${state.name} has no rate of ${form.electedRatePpm} ppm.`,
      `Use one of ${tax.ratesPpm.join(', ')}.`,
      'employee.stateTaxForms.electedRatePpm',
    );
  }
  const open = openQuestion(c, state, tax, form);
  if (open !== undefined) return open;
  const isExempt = isExemptFromState(c, state, tax.form, form);
  if (typeof isExempt !== 'boolean') return isExempt;
  const wages = stateTaxableWages(c, state.incomeTaxExcludes, state.state, 'incomeTax');
  if (isRefusal(wages)) return wages;
  const { regularCents, supplementalCents } = wages;
  const code = `${state.state}_SIT`;
  // Rule set 2026.1 did not name the mark, and its traces stay as they were recorded.
  const isNamed = c.rules.reciprocity !== undefined && (edition.confidence ?? state.confidence) === 'B';
  const citation = isNamed ? `${state.source} (${ONE_SOURCE})` : state.source;
  const rule = { id: `${state.jurisdiction}.incomeTax`, citation };

  if (isExempt || (tax.form.followsFederalExemption === true && isExemptFromFederal(c))) {
    c.trace.input('claims to be exempt for', form.exemptForYear ?? yearOf(c.facts.period.payDate), 'COUNT');
    c.addTax(rule, code, 'TAX', ZERO, regularCents);
    c.addTax(rule, `${code}_SUPPLEMENTAL`, 'TAX', ZERO, maxCents(ZERO, supplementalCents));
    return undefined;
  }
  const onRegular = regularTax(c, tax, form, regularCents);
  const regularCredit = creditedState === undefined ? ZERO : minCents(onRegular, c.workTaxRegularCents);
  c.trace.part('tax on regular wages', onRegular, 'as the state rounds');
  if (regularCredit !== 0) c.trace.part('less tax of the work state', subtract(ZERO, regularCredit));
  const extra = regularCents > 0 ? c.extraWithholding(form.extraWithholdingCents ?? 0) : ZERO;
  c.trace.part('extra withholding', extra);
  let dueOnRegular = add(subtract(onRegular, regularCredit), extra);
  if (tax.roundsWithExtra !== undefined && extra !== 0) {
    const rounded = tax.roundsWithExtra === 'DOLLAR' ? roundToDollar(dueOnRegular) : roundUpToDollar(dueOnRegular);
    c.trace.part('to the whole dollar', subtract(rounded, dueOnRegular));
    dueOnRegular = rounded;
  }
  c.addTax(rule, code, 'TAX', dueOnRegular, regularCents);

  const onSupplemental =
    supplementalCents > 0 ? supplementalTax(c, state, tax, form, regularCents, onRegular, supplementalCents) : ZERO;
  const supplementalCredit = creditedState === undefined ? ZERO : minCents(onSupplemental, c.workTaxSupplementalCents);
  c.trace.part('tax on supplemental wages', onSupplemental, 'half up to the cent');
  if (supplementalCredit !== 0) c.trace.part('less tax of the work state', subtract(ZERO, supplementalCredit));
  const supplementalDue = subtract(onSupplemental, supplementalCredit);
  c.addTax(rule, `${code}_SUPPLEMENTAL`, 'TAX', supplementalDue, maxCents(ZERO, supplementalCents));
  c.workTaxRegularCents = onRegular;
  c.workTaxSupplementalCents = onSupplemental;
  return undefined;
}

/** The formula's tax on regular wages, or the amount of the certificate that stands instead of it. */
function regularTax(c: Calculation, tax: TaxedWages, form: StateTaxForm, regular: Cents): Cents {
  if (form.fixedWithholdingCents === undefined) {
    const computed = stateTaxOn(tax, regular, form, c);
    if (form.reducedWithholdingCents === undefined) return computed;
    c.trace.input('reduction asked for on the certificate', form.reducedWithholdingCents, 'CENTS');
    return maxCents(ZERO, subtract(computed, cents(form.reducedWithholdingCents)));
  }
  c.trace.input('amount of the certificate instead of the computed tax', form.fixedWithholdingCents, 'CENTS');
  return c.isPeriodRun && regular > 0 ? cents(form.fixedWithholdingCents) : ZERO;
}

function supplementalTax(
  c: Calculation,
  state: StateRules,
  tax: TaxedWages,
  form: StateTaxForm,
  regular: Cents,
  onRegular: Cents,
  supplemental: Cents,
): Cents {
  const how = tax.supplemental;
  const { yearToDate, payInputs, period } = c.facts;
  const code = `${state.state}_SIT`;
  const base = regular > 0 ? regular : cents(yearToDate.lastRegularTaxableCents?.[code] ?? 0);
  const isApart = regular <= 0;
  c.trace.input('supplemental wages', supplemental, 'CENTS');
  switch (how.method) {
    case 'WITHOUT_EXEMPTIONS':
      return mulRate(supplemental, how.ratePpm, 'HALF_UP');
    case 'FLAT': {
      const isChosen = payInputs.supplementalMethod !== 'AGGREGATE' && (isApart || how.isForPaidApart !== true);
      const isOpen = how.needsRegularTax !== true || onRegular > 0 || wasTaxedBefore(c, code);
      if (isChosen && !isOpen) c.trace.input('tax withheld from regular wages, this year or the last', 'none', 'TEXT');
      if (!isChosen || !isOpen) {
        const combined = combinedTax(c, tax, form, base, supplemental);
        return how.isFloor === true ? maxCents(combined, mulRate(supplemental, how.ratePpm, 'HALF_UP')) : combined;
      }
      c.trace.input('supplemental rate', how.ratePpm, 'PPM');
      return mulRate(supplemental, how.ratePpm, 'HALF_UP');
    }
    case 'RATES_WHEN_APART': {
      if (!isApart) break;
      const bonus = mulDiv(supplemental, c.bonusCents, c.supplementalCents, 'HALF_UP');
      c.trace.step('of it bonus', bonus, 'CENTS');
      const onBonus = mulRate(bonus, how.bonusRatePpm, 'HALF_UP');
      return add(onBonus, mulRate(subtract(supplemental, bonus), how.otherRatePpm, 'HALF_UP'));
    }
    case 'BRACKET_RATE_WHEN_APART': {
      if (!isApart || payInputs.supplementalMethod === 'AGGREGATE') break;
      const annual = times(base, period.periodsPerYear);
      const row = how.fromCents.findLastIndex((from) => from <= annual);
      c.trace.step('regular wages of a year', annual, 'CENTS');
      c.trace.step('supplemental rate', how.ratePpm[row] ?? 0, 'PPM');
      return mulRate(supplemental, how.ratePpm[row] ?? 0, 'HALF_UP');
    }
    case 'NO_ALLOWANCES_WHEN_APART':
      if (!isApart) break;
      return stateTaxOn(tax, supplemental, { ...form, allowances: 0 }, c);
    case 'ANNUAL_MARGIN': {
      const annual = times(base, period.periodsPerYear);
      const year: PayPeriod = { ...period, frequency: 'ANNUAL', periodsPerYear: 1 };
      const withIt = stateTaxOn(tax, add(annual, supplemental), form, c, year);
      const without = stateTaxOn(tax, annual, form, c, year);
      c.trace.step('tax of a year of regular wages with it', withIt, 'CENTS');
      c.trace.step('tax of a year of regular wages', without, 'CENTS');
      return maxCents(ZERO, subtract(withIt, without));
    }
    case 'SHARE_OF_FEDERAL': {
      if (!isApart || payInputs.supplementalMethod === 'AGGREGATE') break;
      const federal = c.amountOnPayslip(FEDERAL_INCOME_TAX_SUPPLEMENTAL);
      c.trace.step('federal income tax on supplemental wages', federal, 'CENTS');
      c.trace.input('share of it', how.sharePpm, 'PPM');
      return mulRate(federal, how.sharePpm, 'HALF_UP');
    }
    case 'MASSACHUSETTS':
      if (tax.formula !== 'MASSACHUSETTS_CIRCULAR_M') throw new Error(`${state.state} has no method of Massachusetts`);
      return massachusettsSupplementalTax(
        tax,
        supplemental,
        base,
        cents(yearToDate.taxableCents[`${code}_SUPPLEMENTAL`] ?? 0),
        form,
        c,
      );
    case 'COMBINED':
  }
  return combinedTax(c, tax, form, base, supplemental);
}

function wasTaxedBefore(c: Calculation, code: string): boolean {
  return (c.facts.yearToDate.amountsCents[code] ?? 0) > 0 || c.facts.employee.wasTaxWithheldLastYear === true;
}

/** What the tax of the period rises by when the supplemental wages are added to the regular ones. */
function combinedTax(c: Calculation, tax: TaxedWages, form: StateTaxForm, base: Cents, supplemental: Cents): Cents {
  const { period } = c.facts;
  const federal = tax.formula === 'ALABAMA' || tax.formula === 'OREGON' ? federalTaxOnRegular(c) : ZERO;
  const federalTogether = add(federal, c.amountOnPayslip(FEDERAL_INCOME_TAX_SUPPLEMENTAL));
  const together = stateTaxOn(tax, add(base, supplemental), form, c, period, federalTogether);
  const apart = stateTaxOn(tax, base, form, c, period, federal);
  c.trace.step('tax on regular and supplemental wages together', together, 'CENTS');
  c.trace.step('tax on the regular wages', apart, 'CENTS');
  return maxCents(ZERO, subtract(together, apart));
}
