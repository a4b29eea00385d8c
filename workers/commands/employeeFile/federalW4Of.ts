import type { EmployeeInput, TaxProfileInput } from '../../../clients/generated/schema.ts';
import type { FederalW4, W4Before2020, W4Since2020 } from '../../../payroll/TaxForms.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

const FORMS = ['taxProfile', 'taxProfileBefore2020', 'noTaxProfile'] as const;

/** The federal certificate on file: of either generation, or that there is none; absent when nothing was recorded. */
export function federalW4Of(reader: InputReader, input: EmployeeInput): FederalW4 | undefined {
  const { taxProfile, taxProfileBefore2020, noTaxProfile } = input;
  const [first, second] = FORMS.filter((form) => input[form]);
  if (second) reader.refuse(`${second} is given beside ${first}.`, 'Give the one that is in force.', second);
  if (taxProfile) return w4Since2020Of(reader, taxProfile, 'taxProfile');
  if (taxProfileBefore2020) {
    const { maritalStatus, allowances, additionalWithholding, exemptForYear } = taxProfileBefore2020;
    const path = 'taxProfileBefore2020';
    return withoutAbsent<W4Before2020>({
      form: 'W4_BEFORE_2020',
      maritalStatus,
      allowances: reader.count(allowances, `${path}.allowances`) ?? 0,
      additionalWithholdingCents: reader.money(additionalWithholding, `${path}.additionalWithholding`) ?? 0,
      exemptForYear: reader.count(exemptForYear, `${path}.exemptForYear`, 9999),
    });
  }
  return noTaxProfile ? { form: 'NONE_ON_FILE', isFirstPaidBefore2020: noTaxProfile.isFirstPaidBefore2020 } : undefined;
}

/** Form W-4 of 2020 or later, which a lock-in letter copies. */
export const w4Since2020Of = (reader: InputReader, profile: TaxProfileInput, path: string): W4Since2020 =>
  withoutAbsent<W4Since2020>({
    form: 'W4_2020',
    filingStatus: profile.filingStatus,
    isStep2Checked: profile.multipleJobs ?? false,
    step3CreditsCents: reader.money(profile.dependentsCredit, `${path}.dependentsCredit`) ?? 0,
    step4aOtherIncomeCents: reader.money(profile.otherIncome, `${path}.otherIncome`) ?? 0,
    step4bDeductionsCents: reader.money(profile.deductions, `${path}.deductions`) ?? 0,
    step4cExtraWithholdingCents: reader.money(profile.extraWithholding, `${path}.extraWithholding`) ?? 0,
    exemptForYear: reader.count(profile.exemptForYear, `${path}.exemptForYear`, 9999),
  });
