import type { Deduction, DeductionTreatments, StateTreatment } from './Deduction.ts';
import type {
  Compensation,
  EarningInput,
  EmployeePayFacts,
  EmployeeProfile,
  EmployerTaxProfile,
  HourlyPay,
  LocalTax,
  PayInputs,
  Salary,
  WorkedHours,
  Workweek,
} from './EmployeePayFacts.ts';
import type { EmployedDays } from './employment.ts';
import type { GarnishmentOrder } from './GarnishmentOrder.ts';
import type { PayPeriod } from './payPeriods.ts';
import {
  amount,
  date,
  flag,
  id,
  list,
  object,
  oneOf,
  optional,
  ppm,
  record,
  sum,
  text,
  variants,
  whole,
  wordOr,
} from './Shape.ts';
import type { FederalW4, StateTaxForm, W4Before2020, W4NoneOnFile, W4Since2020 } from './TaxForms.ts';
import type { YearToDate } from './yearToDate.ts';

/* The shape of the facts, once: what the calculation checks, what a line of `payslips calculate` may hold, and what
 * docs/payslip-input.md lists. What members mean is in the comments of their types. */

const HOURS_OF_A_WEEK = 168_00;
const hoursOfAWeek = (least: number) => whole(least, HOURS_OF_A_WEEK, ' (hundredths of an hour)');
const year = whole(1900, 9999);
const count = whole(0, 999);
const pay = whole(1, 366);

const STATES =
  'AK AL AR AZ CA CO CT DC DE FL GA HI IA ID IL IN KS KY LA MA MD ME MI MN MO MS MT NC ND NE NH NJ NM NV NY OH OK OR PA RI SC SD TN TX UT VA VT WA WI WV WY AS GU MP PR VI';
const anyState = STATES.replaceAll(' ', '|');
/** USPS Publication 28, appendix B: the states, the District of Columbia and the territories with a tax of their own. */
const state = text(new RegExp(`^(${anyState})$`), 'the postal code of a state, such as NY');
const place = text(
  new RegExp(`^(${anyState})$|^US-(${anyState})-[A-Z0-9-]+$`),
  'the postal code of a state, or a locality such as US-PA-EIT',
);
/** Whether a state has rules is for the rule set to say. */
const anyText = text(/^/, 'a text');
const lineCode = text(/^[A-Z][A-Z0-9_]*$/, 'the code of a line of a payslip, such as US_FIT');
const month = text(/^\d{4}-(0[1-9]|1[0-2])$/, 'a month, YYYY-MM');
const treatment = oneOf<'EXCLUDED' | 'TAXED'>({ EXCLUDED: true, TAXED: true });

const compensation = variants<Compensation>('type', {
  SALARY: object<Salary>({
    type: oneOf<'SALARY'>({ SALARY: true }),
    annualSalaryCents: amount,
    isOvertimeExempt: flag,
    coveredHoursHundredths: optional(hoursOfAWeek(1)),
    divisor: optional(oneOf<NonNullable<Salary['divisor']>>({ PERIODS_PER_YEAR: true, PAY_DATES_IN_YEAR: true })),
  }),
  HOURLY: object<HourlyPay>({
    type: oneOf<'HOURLY'>({ HOURLY: true }),
    hourlyRateCents: amount,
    isOvertimeExempt: optional(flag),
  }),
});

const w4 = variants<FederalW4>('form', {
  W4_2020: object<W4Since2020>({
    form: oneOf<'W4_2020'>({ W4_2020: true }),
    filingStatus: oneOf<W4Since2020['filingStatus']>({
      SINGLE: true,
      MARRIED_FILING_SEPARATELY: true,
      MARRIED_FILING_JOINTLY: true,
      HEAD_OF_HOUSEHOLD: true,
    }),
    isStep2Checked: flag,
    step3CreditsCents: amount,
    step4aOtherIncomeCents: amount,
    step4bDeductionsCents: amount,
    step4cExtraWithholdingCents: amount,
    exemptForYear: optional(year),
  }),
  W4_BEFORE_2020: object<W4Before2020>({
    form: oneOf<'W4_BEFORE_2020'>({ W4_BEFORE_2020: true }),
    maritalStatus: oneOf<W4Before2020['maritalStatus']>({
      SINGLE: true,
      MARRIED: true,
      MARRIED_HIGHER_SINGLE_RATE: true,
    }),
    allowances: count,
    additionalWithholdingCents: amount,
    exemptForYear: optional(year),
  }),
  NONE_ON_FILE: object<W4NoneOnFile>({
    form: oneOf<'NONE_ON_FILE'>({ NONE_ON_FILE: true }),
    isFirstPaidBefore2020: flag,
  }),
});

const stateTaxForm = object<StateTaxForm>({
  state,
  filingStatus: optional(id),
  allowances: optional(count),
  additionalAllowances: optional(count),
  firstTimeDependents: optional(count),
  adoptedChildren: optional(count),
  blindness: optional(count),
  annualAmountCents: optional(amount),
  electedRatePpm: optional(ppm),
  fixedWithholdingCents: optional(amount),
  reducedWithholdingCents: optional(amount),
  exemptForYear: optional(year),
  isMilitarySpouse: optional(flag),
  extraWithholdingCents: optional(amount),
  hasReciprocityCertificate: optional(flag),
});

const treatmentByPlace = record(
  place,
  object<StateTreatment>({ incomeTax: optional(treatment), levies: optional(treatment) }),
);

const deduction = object<Deduction>({
  deductionId: id,
  type: oneOf<Deduction['type']>({
    SECTION_125_HEALTH: true,
    HEALTH_FSA: true,
    DEPENDENT_CARE_FSA: true,
    HSA: true,
    COMMUTER: true,
    PARKING: true,
    TRADITIONAL_401K: true,
    ROTH_401K: true,
    POST_TAX: true,
  }),
  amountCents: optional(amount),
  ratePpm: optional(ppm),
  balanceCents: optional(amount),
  takenIn: optional(oneOf<NonNullable<Deduction['takenIn']>>({ REGULAR_RUNS: true, EVERY_RUN: true })),
  whenPayIsShort: optional(oneOf<NonNullable<Deduction['whenPayIsShort']>>({ REDUCE: true, SKIP: true })),
  hsaCoverage: optional(oneOf<NonNullable<Deduction['hsaCoverage']>>({ SELF_ONLY: true, FAMILY: true })),
  isFilingSeparately: optional(flag),
  stateTreatment: optional(treatmentByPlace),
});

const order = object<GarnishmentOrder>({
  orderId: id,
  type: oneOf<GarnishmentOrder['type']>({
    CHILD_SUPPORT: true,
    FEDERAL_TAX_LEVY: true,
    CHAPTER_13: true,
    STUDENT_LOAN: true,
    FEDERAL_AGENCY_DEBT: true,
    STATE_TAX_LEVY: true,
    CREDITOR: true,
  }),
  receivedDate: date,
  amountCents: optional(amount),
  balanceCents: optional(amount),
  isSupportingOtherFamily: optional(flag),
  hasArrearsOver12Weeks: optional(flag),
  stateLimit: optional(
    wordOr(
      'FEDERAL_ONLY',
      object<{ readonly ratePpm: number; readonly protectedCents: number }>({ ratePpm: ppm, protectedCents: amount }),
    ),
  ),
  exemptCents: optional(amount),
  isBeforeSupport: optional(flag),
});

const employee = object<EmployeeProfile>({
  employeeId: id,
  hireDate: date,
  terminationDate: optional(date),
  earlierEmployments: optional(list(object<EmployedDays>({ hireDate: date, terminationDate: optional(date) }))),
  birthDate: optional(date),
  compensation,
  compensationChanges: optional(
    list(object<NonNullable<EmployeeProfile['compensationChanges']>[number]>({ effectiveFrom: date, compensation })),
  ),
  workState: anyText,
  homeState: anyText,
  localTaxes: list(
    object<LocalTax>({
      jurisdiction: id,
      basis: oneOf<LocalTax['basis']>({ RESIDENT: true, WORKPLACE: true }),
      ratePpm: optional(ppm),
      annualCents: optional(amount),
    }),
  ),
  federalW4: optional(w4),
  lockInLetter: optional(w4),
  nonresidentAlien: optional(
    oneOf<NonNullable<EmployeeProfile['nonresidentAlien']>>({
      STANDARD: true,
      STUDENT_OR_APPRENTICE_FROM_INDIA: true,
    }),
  ),
  stateTaxForms: list(stateTaxForm),
  ficaExemption: optional(
    oneOf<NonNullable<EmployeeProfile['ficaExemption']>>({
      STUDENT_OF_EMPLOYER: true,
      NONRESIDENT_ALIEN_VISA: true,
      CHILD_UNDER_18_OF_PROPRIETOR: true,
      CHILD_18_TO_20_OF_PROPRIETOR: true,
      SPOUSE_OR_PARENT_OF_PROPRIETOR: true,
      MINISTER: true,
      PUBLIC_PLAN_MEDICARE_TAXED: true,
      PUBLIC_PLAN_MEDICARE_EXEMPT: true,
    }),
  ),
  exemptLevies: optional(list(id)),
  deductions: list(deduction),
  garnishments: list(order),
  supportAllocation: optional(oneOf<NonNullable<EmployeeProfile['supportAllocation']>>({ PRORATE: true, EQUAL: true })),
  wasTaxWithheldLastYear: optional(flag),
  priorYearSocialSecurityWagesCents: optional(amount),
});

const employer = object<EmployerTaxProfile>({
  unemployment: record(
    state,
    object<EmployerTaxProfile['unemployment'][string]>({ ratePpm: ppm, wageBaseCents: optional(amount) }),
  ),
  headcount: whole(0, 100_000_000),
  isFutaExempt: optional(flag),
  electedLevies: optional(list(id)),
  taxDecisions: optional(record(lineCode, anyText)),
  deductionTreatments: optional(
    object<DeductionTreatments>({
      SECTION_125_HEALTH: optional(treatmentByPlace),
      HEALTH_FSA: optional(treatmentByPlace),
      DEPENDENT_CARE_FSA: optional(treatmentByPlace),
      HSA: optional(treatmentByPlace),
      COMMUTER: optional(treatmentByPlace),
      PARKING: optional(treatmentByPlace),
      TRADITIONAL_401K: optional(treatmentByPlace),
      ROTH_401K: optional(treatmentByPlace),
      POST_TAX: optional(treatmentByPlace),
    }),
  ),
});

const payInputs = object<PayInputs>({
  workweeks: list(
    object<Workweek>({
      startDate: date,
      work: list(
        object<WorkedHours>({
          hoursHundredths: hoursOfAWeek(0),
          date: optional(date),
          hourlyRateCents: optional(amount),
          isPaidEarlier: optional(flag),
        }),
      ),
      premiumPaidEarlierCents: optional(amount),
      stateOvertimeCents: optional(amount),
    }),
  ),
  earnings: list(
    object<EarningInput>({
      type: oneOf<EarningInput['type']>({
        BONUS: true,
        COMMISSION: true,
        SHIFT_PREMIUM: true,
        HOLIDAY: true,
        PAID_LEAVE: true,
        SEVERANCE: true,
        BACK_PAY: true,
        REIMBURSEMENT: true,
        GROSS_UP: true,
      }),
      amountCents: amount,
      hoursHundredths: optional(whole(0, 1_000_000, ' (hundredths of an hour)')),
      isDiscretionary: optional(flag),
      workweekStartDates: optional(list(date)),
    }),
  ),
  supplementalMethod: optional(oneOf<NonNullable<PayInputs['supplementalMethod']>>({ FLAT: true, AGGREGATE: true })),
  unpaidAbsenceDays: optional(whole(0, 366)),
});

const byCode = record(lineCode, sum);
const byId = record(id, sum);

const yearToDate = object<YearToDate>({
  year,
  grossCents: sum,
  netPayCents: sum,
  amountsCents: byCode,
  taxableCents: byCode,
  byDeductionCents: byId,
  byOrderCents: byId,
  commuterByMonthCents: record(month, sum),
  parkingByMonthCents: optional(record(month, sum)),
  planCompensationCents: sum,
  lastRegularTaxableCents: optional(byCode),
  lastRegularPayDate: optional(date),
});

const period = object<PayPeriod>({
  startDate: date,
  endDate: date,
  payDate: date,
  frequency: oneOf<PayPeriod['frequency']>({
    WEEKLY: true,
    BIWEEKLY: true,
    SEMIMONTHLY: true,
    MONTHLY: true,
    QUARTERLY: true,
    SEMIANNUAL: true,
    ANNUAL: true,
    DAILY: true,
  }),
  periodsPerYear: pay,
  indexInYear: pay,
  payDatesInYear: pay,
});

export const factsShape = object<EmployeePayFacts>({
  employee,
  employer,
  payInputs,
  yearToDate,
  period,
  runType: oneOf<EmployeePayFacts['runType']>({
    REGULAR: true,
    OFF_CYCLE: true,
    BONUS: true,
    CORRECTION: true,
    TERMINATION: true,
    REVERSAL: true,
  }),
  ruleSetVersion: id,
});
