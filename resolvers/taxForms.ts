import type { NoTaxProfile, StateTaxForm, TaxProfile, TaxProfileBefore2020 } from '../clients/generated/schema.ts';
import type { FederalW4, StateTaxForm as StateTaxFormOnFile } from '../payroll/TaxForms.ts';
import { maybeMoneyOf, moneyOf } from './money.ts';
import { percentOf } from './percent.ts';

/** A Form W-4 of 2020 or later as the API shows it; null when another form, or none, is on file. */
export function taxProfileOf(form: FederalW4 | undefined): TaxProfile | null {
  if (form?.form !== 'W4_2020') return null;
  return {
    filingStatus: form.filingStatus,
    multipleJobs: form.isStep2Checked,
    dependentsCredit: moneyOf(form.step3CreditsCents),
    otherIncome: moneyOf(form.step4aOtherIncomeCents),
    deductions: moneyOf(form.step4bDeductionsCents),
    extraWithholding: moneyOf(form.step4cExtraWithholdingCents),
    exemptForYear: form.exemptForYear ?? null,
  };
}

/** A Form W-4 of 2019 or earlier as the API shows it; null when another form, or none, is on file. */
export function taxProfileBefore2020Of(form: FederalW4 | undefined): TaxProfileBefore2020 | null {
  if (form?.form !== 'W4_BEFORE_2020') return null;
  return {
    maritalStatus: form.maritalStatus,
    allowances: form.allowances,
    additionalWithholding: moneyOf(form.additionalWithholdingCents),
    exemptForYear: form.exemptForYear ?? null,
  };
}

/** That no Form W-4 is on file, as the API shows it; null when one is, or when nothing is recorded. */
export function noTaxProfileOf(form: FederalW4 | undefined): NoTaxProfile | null {
  return form?.form === 'NONE_ON_FILE' ? { isFirstPaidBefore2020: form.isFirstPaidBefore2020 } : null;
}

/** A state's certificate as the API shows it. */
export function stateTaxFormOf(form: StateTaxFormOnFile): StateTaxForm {
  return {
    state: form.state,
    filingStatus: form.filingStatus ?? null,
    allowances: form.allowances ?? null,
    additionalAllowances: form.additionalAllowances ?? null,
    firstTimeDependents: form.firstTimeDependents ?? null,
    adoptedChildren: form.adoptedChildren ?? null,
    blindness: form.blindness ?? null,
    annualAmount: maybeMoneyOf(form.annualAmountCents),
    electedRatePercent: percentOf(form.electedRatePpm),
    extraWithholding: maybeMoneyOf(form.extraWithholdingCents),
    fixedWithholding: maybeMoneyOf(form.fixedWithholdingCents),
    reducedWithholding: maybeMoneyOf(form.reducedWithholdingCents),
    exemptForYear: form.exemptForYear ?? null,
    isMilitarySpouse: form.isMilitarySpouse ?? null,
    hasReciprocityCertificate: form.hasReciprocityCertificate ?? null,
  };
}
