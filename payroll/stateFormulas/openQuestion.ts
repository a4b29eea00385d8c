import type { Calculation } from '../Calculation.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { OregonTax, TaxedWages } from '../jurisdictions/StateIncomeTax.ts';
import type { StateRules } from '../jurisdictions/StateRules.ts';
import { cents, formatMoney, times } from '../money.ts';
import type { StateTaxForm } from '../TaxForms.ts';
import { NO_FORM, oregonBase } from './oregonTax.ts';

/** Refuses wages for which the state's own publication leaves open what is due. Nothing is guessed. */
export function openQuestion(
  c: Calculation,
  state: StateRules,
  tax: TaxedWages,
  form: StateTaxForm,
): Refusal | undefined {
  if (tax.formula === 'OREGON') return openInOregon(c, tax, form);
  if (tax.formula !== 'ANNUALISED' || tax.notConfirmedAboveCents === undefined) return undefined;
  const most = tax.notConfirmedAboveCents[form.filingStatus ?? ''];
  const annual = times(cents(c.regularCents + c.supplementalCents), c.facts.period.periodsPerYear);
  if (most === undefined || annual <= most) return undefined;
  return refuse(
    'JURISDICTION_NOT_SUPPORTED',
    `What ${state.name} withholds from yearly wages above ${formatMoney(cents(most))} is not confirmed; these are ${formatMoney(annual)} a year.`,
    'Pay this employee outside this service until the rule is confirmed.',
    'employee.compensation',
  );
}

/** Transcriptions of Oregon's tables disagree on a base of zero without an allowance: 263 a year in one, nothing in another. */
function openInOregon(c: Calculation, tax: OregonTax, form: StateTaxForm): Refusal | undefined {
  if (form.filingStatus === NO_FORM || form.fixedWithholdingCents !== undefined || c.regularCents <= 0)
    return undefined;
  const { base, allowances } = oregonBase(tax, c.regularCents, c.federalTaxRegularCents, form, c.facts.period);
  if (base > 0 || allowances > 0) return undefined;
  return refuse(
    'JURISDICTION_NOT_SUPPORTED',
    `What Oregon withholds from ${formatMoney(c.regularCents)} for this period without an allowance is not confirmed: nothing is left of a year of it after federal tax and the standard deduction.`,
    'Pay this employee outside this service until the rule is confirmed, or record the allowances of Form OR-W-4 if there are any.',
    'employee.compensation',
  );
}
