import type { Calculation } from './Calculation.ts';
import { yearOf } from './dates.ts';
import { refuse, type Refusal } from './errors.ts';
import type { StateRules } from './jurisdictions/StateRules.ts';
import type { FormRules, StateFormMember } from './jurisdictions/StateIncomeTax.ts';
import type { StateTaxForm } from './TaxForms.ts';

/** Members that every state takes. */
const ALWAYS_ALLOWED = new Set<string>(['state', 'filingStatus', 'extraWithholdingCents', 'hasReciprocityCertificate']);

/** Members that say nothing about the tax itself: without others, the state's default holds. */
const BESIDE_THE_TAX = new Set<string>([
  'state',
  'extraWithholdingCents',
  'hasReciprocityCertificate',
  'exemptForYear',
  'isMilitarySpouse',
]);

/**
 * The employee's certificate for a state, or what that state assumes without one.
 * @returns `STATE_TAX_FORM_MISSING` where the state assumes nothing, `STATE_TAX_FORM_INVALID` for a member the state has not
 */
export function stateFormOf(c: Calculation, state: StateRules, form: FormRules): StateTaxForm | Refusal {
  const onFile = formOnFile(c, state.state);
  if (onFile === undefined || hasNothingOfTheTax(onFile)) {
    const refusal = onFile === undefined ? undefined : unknownMember(c, state, form, onFile);
    if (refusal !== undefined) return refusal;
    if (form.whenAbsent !== undefined || claimsToOweNothing(onFile)) {
      const status = form.goesByFederalStatus === true ? { filingStatus: federalStatus(c) } : undefined;
      return { ...form.whenAbsent, ...status, ...onFile, state: state.state };
    }
    return refuse(
      'STATE_TAX_FORM_MISSING',
      `No ${state.name} withholding certificate is recorded, and ${state.name} assumes nothing without one.`,
      `Add a form for ${state.state} with ${[...statusNames(form), ...form.members].join(', ')}.`,
      'employee.stateTaxForms',
    );
  }
  if (form.filingStatuses !== undefined && !form.filingStatuses.includes(onFile.filingStatus ?? '')) {
    return refuse(
      'STATE_TAX_FORM_INVALID',
      `${state.name} has no filing status "${onFile.filingStatus ?? ''}".`,
      `Use one of ${form.filingStatuses.join(', ')}.`,
      'employee.stateTaxForms.filingStatus',
    );
  }
  const refusal = unknownMember(c, state, form, onFile);
  if (refusal !== undefined) return refusal;
  return form.goesByFederalStatus === true ? { ...onFile, filingStatus: federalStatus(c) } : onFile;
}

function unknownMember(c: Calculation, state: StateRules, form: FormRules, onFile: StateTaxForm): Refusal | undefined {
  for (const member in onFile) {
    if (isMemberOf(c, form, member)) continue;
    return refuse(
      'STATE_TAX_FORM_INVALID',
      `The ${state.name} certificate has no ${member}.`,
      `Leave it out; ${state.name} uses ${[...statusNames(form), ...form.members].join(', ') || 'no certificate'}.`,
      `employee.stateTaxForms.${member}`,
    );
  }
  return undefined;
}

function isMemberOf(c: Calculation, form: FormRules, member: string): boolean {
  if (member === 'filingStatus') return form.filingStatuses !== undefined;
  if (member === 'exemptForYear') return form.exemption !== undefined;
  if (member === 'isMilitarySpouse') return c.rules.reciprocity !== undefined;
  return ALWAYS_ALLOWED.has(member) || form.members.includes(member as StateFormMember);
}

/**
 * Whether the employee's claim to be exempt from this state's withholding holds on the pay date.
 * @returns `STATE_TAX_FORM_INVALID` for a claim that has run out or has not begun
 */
export function isExemptFromState(
  c: Calculation,
  state: StateRules,
  rules: FormRules,
  form: StateTaxForm,
): boolean | Refusal {
  if (form.exemptForYear === undefined) return false;
  const { payDate } = c.facts.period;
  const year = yearOf(payDate);
  const until = rules.exemption?.untilMonthDay;
  if (year === form.exemptForYear) return true;
  if (until !== undefined && year === form.exemptForYear + 1 && payDate.slice(5) <= until) return true;
  return refuse(
    'STATE_TAX_FORM_INVALID',
    `The exemption from ${state.name} withholding claimed for ${form.exemptForYear} does not cover the pay date ${payDate}${until === undefined ? '' : `; it holds to ${until} of the next year`}.`,
    `Ask for a new ${state.name} certificate, or remove exemptForYear.`,
    'employee.stateTaxForms.exemptForYear',
  );
}

export function formOnFile(c: Calculation, state: string): StateTaxForm | undefined {
  for (const form of c.facts.employee.stateTaxForms) if (form.state === state) return form;
  return undefined;
}

/** A form that records only a reciprocity certificate, extra withholding or a claim leaves the rest to the state's default. */
function hasNothingOfTheTax(form: StateTaxForm): boolean {
  for (const member in form) if (!BESIDE_THE_TAX.has(member)) return false;
  return true;
}

function claimsToOweNothing(form: StateTaxForm | undefined): boolean {
  return form?.exemptForYear !== undefined || form?.isMilitarySpouse === true;
}

/** The filing status of the federal form that binds; single where there is none. */
function federalStatus(c: Calculation): string {
  const w4 = c.facts.employee.lockInLetter ?? c.facts.employee.federalW4;
  if (w4?.form === 'W4_2020') return w4.filingStatus;
  return w4?.form === 'W4_BEFORE_2020' && w4.maritalStatus === 'MARRIED' ? 'MARRIED_FILING_JOINTLY' : 'SINGLE';
}

function statusNames(form: FormRules): string[] {
  return form.filingStatuses === undefined ? [] : [`filingStatus (${form.filingStatuses.join(', ')})`];
}
