import type { AnnualDeduction } from '../jurisdictions/StateIncomeTax.ts';
import { cents, type Cents } from '../money.ts';
import type { StateTaxForm } from '../TaxForms.ts';

/** What the certificate takes out of a year's wages. */
export function annualDeductionOf(deduction: AnnualDeduction, form: StateTaxForm): Cents {
  let total = deduction.fixedCents ?? 0;
  if (deduction.byFilingStatusCents !== undefined) total += deduction.byFilingStatusCents[form.filingStatus ?? ''] ?? 0;
  if (deduction.allowanceCents !== undefined) total += deduction.allowanceCents * (form.allowances ?? 0);
  if (deduction.additionalAllowanceCents !== undefined) {
    total += deduction.additionalAllowanceCents * (form.additionalAllowances ?? 0);
  }
  if (deduction.firstTimeDependentCents !== undefined) {
    total += deduction.firstTimeDependentCents * (form.firstTimeDependents ?? 0);
  }
  if (deduction.adoptedChildCents !== undefined) total += deduction.adoptedChildCents * (form.adoptedChildren ?? 0);
  if (deduction.isFormAmountDeducted === true) total += form.annualAmountCents ?? 0;
  return cents(total);
}
