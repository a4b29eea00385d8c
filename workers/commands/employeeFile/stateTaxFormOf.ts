import type { StateTaxFormInput } from '../../../clients/generated/schema.ts';
import type { StateTaxForm } from '../../../payroll/TaxForms.ts';
import type { InputReader } from '../InputReader.ts';
import { withoutAbsent } from '../withoutAbsent.ts';

/** Which of the members a state uses is the state's rule; the engine refuses the others when it reads the form. */
export const stateTaxFormOf = (reader: InputReader, form: StateTaxFormInput, path: string): StateTaxForm =>
  withoutAbsent<StateTaxForm>({
    state: reader.state(form.state, `${path}.state`),
    filingStatus: form.filingStatus ? reader.id(form.filingStatus, `${path}.filingStatus`) : undefined,
    allowances: reader.count(form.allowances, `${path}.allowances`),
    additionalAllowances: reader.count(form.additionalAllowances, `${path}.additionalAllowances`),
    firstTimeDependents: reader.count(form.firstTimeDependents, `${path}.firstTimeDependents`),
    adoptedChildren: reader.count(form.adoptedChildren, `${path}.adoptedChildren`),
    blindness: reader.count(form.blindness, `${path}.blindness`),
    annualAmountCents: reader.money(form.annualAmount, `${path}.annualAmount`),
    electedRatePpm: reader.percent(form.electedRatePercent, `${path}.electedRatePercent`),
    extraWithholdingCents: reader.money(form.extraWithholding, `${path}.extraWithholding`),
    fixedWithholdingCents: reader.money(form.fixedWithholding, `${path}.fixedWithholding`),
    reducedWithholdingCents: reader.money(form.reducedWithholding, `${path}.reducedWithholding`),
    exemptForYear: reader.count(form.exemptForYear, `${path}.exemptForYear`, 9999),
    isMilitarySpouse: form.isMilitarySpouse,
    hasReciprocityCertificate: form.hasReciprocityCertificate,
  });
