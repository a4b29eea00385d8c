import type { AnnualDeduction, FadingAmount } from '../jurisdictions/StateIncomeTax.ts';
import { cents, minCents, mulDiv, mulRate, roundToDollar, subtract, ZERO, type Cents } from '../money.ts';
import type { StateTaxForm } from '../TaxForms.ts';

/**
 * What the certificate takes out of a year's wages.
 * @param annualWages wages a year; only deductions that depend on them ask
 */
export function annualDeductionOf(deduction: AnnualDeduction, form: StateTaxForm, annualWages: Cents = ZERO): Cents {
  let total = (deduction.fixedCents ?? 0) + statusAmount(deduction, form);
  if (deduction.allowanceCents !== undefined) total += deduction.allowanceCents * (form.allowances ?? 0);
  if (deduction.additionalAllowanceCents !== undefined) {
    total += deduction.additionalAllowanceCents * (form.additionalAllowances ?? 0);
  }
  if (deduction.firstTimeDependentCents !== undefined) {
    total += deduction.firstTimeDependentCents * (form.firstTimeDependents ?? 0);
  }
  if (deduction.adoptedChildCents !== undefined) total += deduction.adoptedChildCents * (form.adoptedChildren ?? 0);
  if (deduction.isFormAmountDeducted === true) total += form.annualAmountCents ?? 0;
  const fading = deduction.fading?.[form.filingStatus ?? ''];
  if (fading !== undefined) total += fadingAmount(fading, annualWages);
  if (deduction.wageShare !== undefined && (form.allowances ?? 0) > 0) {
    const { ratePpm, mostCents } = deduction.wageShare;
    total += minCents(mulRate(annualWages, ratePpm, 'HALF_UP'), cents(mostCents));
  }
  return cents(total);
}

function statusAmount(deduction: AnnualDeduction, form: StateTaxForm): number {
  if (deduction.isFormAmountInstead === true && form.annualAmountCents !== undefined) return form.annualAmountCents;
  return deduction.byFilingStatusCents?.[form.filingStatus ?? ''] ?? 0;
}

/** Full up to `from`, nothing from `to` on, and on a straight line between them. */
function fadingAmount({ fullCents, fromCents, toCents, roundTo }: FadingAmount, annualWages: Cents): Cents {
  if (annualWages <= fromCents) return cents(fullCents);
  if (annualWages >= toCents) return ZERO;
  const left = mulDiv(cents(fullCents), subtract(cents(toCents), annualWages), toCents - fromCents, 'HALF_UP');
  return roundTo === 'DOLLAR' ? roundToDollar(left) : left;
}
