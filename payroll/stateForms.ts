import type { Calculation } from './Calculation.ts';
import { refuse, type Refusal } from './errors.ts';
import type { StateRules } from './jurisdictions/StateRules.ts';
import type { FormRules, StateFormMember } from './jurisdictions/StateIncomeTax.ts';
import type { StateTaxForm } from './TaxForms.ts';

/** Members that every state takes. */
const ALWAYS_ALLOWED = new Set<string>(['state', 'filingStatus', 'extraWithholdingCents', 'hasReciprocityCertificate']);

/**
 * The employee's certificate for a state, or what that state assumes without one.
 * @returns `STATE_TAX_FORM_MISSING` where the state assumes nothing, `STATE_TAX_FORM_INVALID` for a member the state has not
 */
export function stateFormOf(c: Calculation, state: StateRules, form: FormRules): StateTaxForm | Refusal {
  const onFile = formOnFile(c, state.state);
  if (onFile === undefined || isCertificateOnly(onFile)) {
    if (form.whenAbsent !== undefined) return { ...form.whenAbsent, ...onFile, state: state.state };
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
  for (const member in onFile) {
    const isUsed =
      ALWAYS_ALLOWED.has(member) && (member !== 'filingStatus' || form.filingStatuses !== undefined)
        ? true
        : form.members.includes(member as StateFormMember);
    if (isUsed) continue;
    return refuse(
      'STATE_TAX_FORM_INVALID',
      `The ${state.name} certificate has no ${member}.`,
      `Leave it out; ${state.name} uses ${[...statusNames(form), ...form.members].join(', ') || 'no certificate'}.`,
      `employee.stateTaxForms.${member}`,
    );
  }
  return onFile;
}

export function formOnFile(c: Calculation, state: string): StateTaxForm | undefined {
  for (const form of c.facts.employee.stateTaxForms) if (form.state === state) return form;
  return undefined;
}

/** A form that records only a reciprocity certificate or extra withholding leaves the rest to the state's default. */
function isCertificateOnly(form: StateTaxForm): boolean {
  for (const member in form) {
    if (member !== 'state' && member !== 'extraWithholdingCents' && member !== 'hasReciprocityCertificate')
      return false;
  }
  return true;
}

function statusNames(form: FormRules): string[] {
  return form.filingStatuses === undefined ? [] : [`filingStatus (${form.filingStatuses.join(', ')})`];
}
