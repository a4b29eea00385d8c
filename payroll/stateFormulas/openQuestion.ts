import type { Calculation } from '../Calculation.ts';
import { refuse, type Refusal } from '../errors.ts';
import type { TaxedWages } from '../jurisdictions/StateIncomeTax.ts';
import type { StateRules } from '../jurisdictions/StateRules.ts';
import { cents, formatMoney, times } from '../money.ts';
import type { StateTaxForm } from '../TaxForms.ts';

/** Refuses wages for which the state's own publication leaves open what is due. Nothing is guessed. */
export function openQuestion(
  c: Calculation,
  state: StateRules,
  tax: TaxedWages,
  form: StateTaxForm,
): Refusal | undefined {
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
