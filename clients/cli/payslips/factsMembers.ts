import type { EmployeePayFacts } from '../../../payroll/EmployeePayFacts.ts';

type NameIn<Value> = Value extends Value ? keyof Value & string : never;
type MemberOf<Value, Name> = Value extends Value ? (Name extends keyof Value ? Value[Name] : never) : never;
type ObjectIn<Value> = Extract<Value, object>;

/**
 * The members of a JSON value by name: `null` where there are none below, those of the elements for a list, and `*` for
 * every name of a record. Written out for a type, it does not compile with a member too many or too few.
 */
export type Members<Value> = [ObjectIn<Value>] extends [never]
  ? null
  : ObjectIn<Value> extends readonly (infer Element)[]
    ? Members<Element>
    : string extends keyof ObjectIn<Value>
      ? { readonly '*': Members<ObjectIn<Value>[keyof ObjectIn<Value>]> }
      : { readonly [Name in NameIn<ObjectIn<Value>>]: Members<MemberOf<ObjectIn<Value>, Name>> };

const W4 = {
  form: null,
  filingStatus: null,
  isStep2Checked: null,
  step3CreditsCents: null,
  step4aOtherIncomeCents: null,
  step4bDeductionsCents: null,
  step4cExtraWithholdingCents: null,
  exemptForYear: null,
  maritalStatus: null,
  allowances: null,
  additionalWithholdingCents: null,
  isFirstPaidBefore2020: null,
};
const BY_NAME = { '*': null };

/** Every member that a line of `payslips calculate` may have; docs/payslip-input.md says what each means. */
export const factsMembers: Members<EmployeePayFacts> = {
  employee: {
    employeeId: null,
    hireDate: null,
    terminationDate: null,
    birthDate: null,
    compensation: {
      type: null,
      annualSalaryCents: null,
      isOvertimeExempt: null,
      coveredHoursHundredths: null,
      divisor: null,
      hourlyRateCents: null,
    },
    workState: null,
    homeState: null,
    localTaxes: { jurisdiction: null, basis: null, ratePpm: null, annualCents: null },
    federalW4: W4,
    lockInLetter: W4,
    nonresidentAlien: null,
    stateTaxForms: {
      state: null,
      filingStatus: null,
      allowances: null,
      additionalAllowances: null,
      firstTimeDependents: null,
      adoptedChildren: null,
      blindness: null,
      annualAmountCents: null,
      electedRatePpm: null,
      extraWithholdingCents: null,
      hasReciprocityCertificate: null,
    },
    ficaExemption: null,
    deductions: {
      deductionId: null,
      type: null,
      amountCents: null,
      ratePpm: null,
      takenIn: null,
      whenPayIsShort: null,
      hsaCoverage: null,
      isFilingSeparately: null,
      stateTreatment: { '*': { incomeTax: null, levies: null } },
    },
    garnishments: {
      orderId: null,
      type: null,
      receivedDate: null,
      amountCents: null,
      balanceCents: null,
      isSupportingOtherFamily: null,
      hasArrearsOver12Weeks: null,
      stateLimit: { ratePpm: null, protectedCents: null },
      exemptCents: null,
      isBeforeSupport: null,
    },
    supportAllocation: null,
    wasTaxWithheldLastYear: null,
    priorYearSocialSecurityWagesCents: null,
  },
  employer: {
    unemployment: { '*': { ratePpm: null, wageBaseCents: null } },
    headcount: null,
    isFutaExempt: null,
    electedLevies: null,
  },
  payInputs: {
    workweeks: {
      startDate: null,
      work: { hoursHundredths: null, hourlyRateCents: null, isPaidEarlier: null },
      premiumPaidEarlierCents: null,
      stateOvertimeCents: null,
    },
    earnings: {
      type: null,
      amountCents: null,
      hoursHundredths: null,
      isDiscretionary: null,
      workweekStartDates: null,
    },
    supplementalMethod: null,
    unpaidAbsenceDays: null,
  },
  yearToDate: {
    year: null,
    grossCents: null,
    netPayCents: null,
    amountsCents: BY_NAME,
    taxableCents: BY_NAME,
    byDeductionCents: BY_NAME,
    byOrderCents: BY_NAME,
    commuterByMonthCents: BY_NAME,
    planCompensationCents: null,
    lastRegularTaxableCents: BY_NAME,
    lastRegularPayDate: null,
  },
  period: {
    startDate: null,
    endDate: null,
    payDate: null,
    frequency: null,
    periodsPerYear: null,
    indexInYear: null,
    payDatesInYear: null,
  },
  runType: null,
  ruleSetVersion: null,
};
