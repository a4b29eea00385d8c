import type { CalendarDate } from './dates.ts';
import type { Change } from './datedFacts.ts';
import type { Deduction, DeductionTreatments } from './Deduction.ts';
import type { EmployedDays } from './employment.ts';
import type { FederalW4, StateTaxForm } from './TaxForms.ts';
import type { GarnishmentOrder } from './GarnishmentOrder.ts';
import type { PayPeriod } from './payPeriods.ts';
import type { YearToDate } from './yearToDate.ts';

/**
 * Everything that decides one payslip, as plain JSON. Amounts are integer cents, rates integer parts per million, hours
 * integer hundredths. The payslip is a pure function of this value: the same facts give the same bytes.
 */
export type EmployeePayFacts = {
  readonly employee: EmployeeProfile;
  readonly employer: EmployerTaxProfile;
  readonly payInputs: PayInputs;
  readonly yearToDate: YearToDate;
  readonly period: PayPeriod;
  readonly runType: RunType;
  /** A version from `payroll/ruleSets.ts`, for example `2026.1`. */
  readonly ruleSetVersion: string;
};

/** Salary and hours are paid in REGULAR and TERMINATION runs; the others pay only the earnings that are entered. REVERSAL is never calculated. */
export type RunType = 'REGULAR' | 'OFF_CYCLE' | 'BONUS' | 'CORRECTION' | 'TERMINATION' | 'REVERSAL';

/** A two-letter postal code; the jurisdiction of `CA` is `US-CA`. */
export type StateCode = string;

/** One version of an employee's file, frozen when a run starts. */
export type EmployeeProfile = {
  readonly employeeId: string;
  readonly hireDate: CalendarDate;
  readonly terminationDate?: CalendarDate;
  /** Of somebody who was hired again: the employments before `hireDate`, oldest first, each with its last day. */
  readonly earlierEmployments?: readonly EmployedDays[];
  /** Needed once a limit depends on age: 401(k) and HSA catch-up. */
  readonly birthDate?: CalendarDate;
  /** Until the first of `compensationChanges`, where there are any. */
  readonly compensation: Compensation;
  /** In the order of their days: a period in which pay changes is paid by the workdays at each pay. */
  readonly compensationChanges?: readonly Change<{ readonly compensation: Compensation }>[];
  /** Where the work is done: it withholds first, and takes the unemployment tax and the state levies. */
  readonly workState: StateCode;
  /** Where the employee lives. */
  readonly homeState: StateCode;
  /** Local taxes that apply. An empty list states that none does. */
  readonly localTaxes: readonly LocalTax[];
  /** Absent means nobody recorded anything, and is refused; `NONE_ON_FILE` is the recorded absence. */
  readonly federalW4?: FederalW4;
  /** An IRS lock-in letter; it overrides the employee's form. */
  readonly lockInLetter?: FederalW4;
  readonly nonresidentAlien?: 'STANDARD' | 'STUDENT_OR_APPRENTICE_FROM_INDIA';
  /** One per state that withholds. */
  readonly stateTaxForms: readonly StateTaxForm[];
  /** Employment that the law takes out of FICA or FUTA. */
  readonly ficaExemption?: FicaExemption;
  /** Levies that a letter forbids to withhold from this employee: `WA_CARES`. */
  readonly exemptLevies?: readonly string[];
  readonly deductions: readonly Deduction[];
  readonly garnishments: readonly GarnishmentOrder[];
  /** How several support orders share pay that does not reach for all, by the rule of the state that issued them. */
  readonly supportAllocation?: 'PRORATE' | 'EQUAL';
  /** Income tax was withheld from regular wages last year; opens the flat rate for supplemental wages. */
  readonly wasTaxWithheldLastYear?: boolean;
  /** Social Security wages that this employer paid last year; above 150,000.00 catch-up must be Roth. */
  readonly priorYearSocialSecurityWagesCents?: number;
};

export type Compensation = Salary | HourlyPay;

export type Salary = {
  readonly type: 'SALARY';
  readonly annualSalaryCents: number;
  readonly isOvertimeExempt: boolean;
  /** Hours a week that the salary pays for, in hundredths; needed for overtime. */
  readonly coveredHoursHundredths?: number;
  /** Divide the year by 52, 26, 24 or 12 (the default), or by the pay dates that the year really has. */
  readonly divisor?: 'PERIODS_PER_YEAR' | 'PAY_DATES_IN_YEAR';
};

export type HourlyPay = {
  readonly type: 'HOURLY';
  readonly hourlyRateCents: number;
  readonly isOvertimeExempt?: boolean;
};

export type FicaExemption =
  | 'STUDENT_OF_EMPLOYER'
  | 'NONRESIDENT_ALIEN_VISA'
  | 'CHILD_UNDER_18_OF_PROPRIETOR'
  | 'CHILD_18_TO_20_OF_PROPRIETOR'
  | 'SPOUSE_OR_PARENT_OF_PROPRIETOR'
  | 'MINISTER'
  | 'PUBLIC_PLAN_MEDICARE_TAXED'
  | 'PUBLIC_PLAN_MEDICARE_EXEMPT';

export type LocalTax = {
  /** `US-NY-NYC`, `US-NY-YONKERS`, `US-PA-PHILADELPHIA`, `US-PA-EIT`, `US-PA-LST` or `US-IN-COUNTY`. */
  readonly jurisdiction: string;
  readonly basis: 'RESIDENT' | 'WORKPLACE';
  /** The locality's own rate, where the rule set has none: Indiana counties, Pennsylvania earned income tax. */
  readonly ratePpm?: number;
  /** The locality's own yearly amount: Pennsylvania local services tax. */
  readonly annualCents?: number;
};

/** What taxes depend on the employer. */
export type EmployerTaxProfile = {
  /** By state, from the rate notice. `wageBaseCents` may be left out where the rule set knows it (CA, NY). */
  readonly unemployment: Readonly<Record<StateCode, { readonly ratePpm: number; readonly wageBaseCents?: number }>>;
  /** Some employer shares start at a size (Washington: 50). */
  readonly headcount: number;
  /** A 501(c)(3) organisation pays no FUTA. */
  readonly isFutaExempt?: boolean;
  /**
   * What the employer decided where the law leaves a choice or is silent, once for everybody: `AR_REVISED_FORMULA_FROM`, a date.
   * `docs/jurisdictions.md` lists the questions.
   */
  readonly taxDecisions?: Readonly<Record<string, string>>;
  /**
   * How places treat a deduction where their law does not say, decided once for everybody; a deduction's own `stateTreatment`
   * comes first. By type, then by place as in `stateTreatment`.
   */
  readonly deductionTreatments?: DeductionTreatments;
  /** Codes of levies that the law lets the employer choose to withhold: `NY_SDI`, `NY_PFL`. */
  readonly electedLevies?: readonly string[];
};

/** What is entered for one employee and one run. */
export type PayInputs = {
  /** Hours by FLSA workweek. Hourly employees need at least one in a regular run. */
  readonly workweeks: readonly Workweek[];
  readonly earnings: readonly EarningInput[];
  /** The employer's choice for supplemental wages; the law overrides it where flat is not open. Default `FLAT`. */
  readonly supplementalMethod?: 'FLAT' | 'AGGREGATE';
  /** Whole workdays of unpaid absence that the law lets a salary lose (29 CFR 541.602). */
  readonly unpaidAbsenceDays?: number;
};

/** A fixed 168 hours; each stands alone for overtime. */
export type Workweek = {
  readonly startDate: CalendarDate;
  readonly work: readonly WorkedHours[];
  /** Overtime premium already paid for this week by an earlier run; only the difference is paid now. */
  readonly premiumPaidEarlierCents?: number;
  /**
   * What state overtime law adds to the federal premium, from timekeeping. Required where a state has daily overtime
   * (California); 0 is an answer.
   */
  readonly stateOvertimeCents?: number;
};

export type WorkedHours = {
  readonly hoursHundredths: number;
  /** The day of the work, where it is known: it decides which hourly rate holds. */
  readonly date?: CalendarDate;
  /** Default: the employee's hourly rate on `date`, or else on the first day of the workweek. */
  readonly hourlyRateCents?: number;
  /** True when an earlier run paid the straight time: the hours count for overtime alone. */
  readonly isPaidEarlier?: boolean;
};

export type EarningInput = {
  readonly type: EarningType;
  /** The gross amount; for `GROSS_UP` the net that the employee is to receive. */
  readonly amountCents: number;
  /** Hours that the amount stands for (leave, holiday); shown, not used. */
  readonly hoursHundredths?: number;
  /** A discretionary bonus stays out of the regular rate (29 CFR 778.211). */
  readonly isDiscretionary?: boolean;
  /** Start dates of the workweeks in which it was earned. Default: the workweeks of this run. */
  readonly workweekStartDates?: readonly CalendarDate[];
};

export type EarningType =
  | 'BONUS'
  | 'COMMISSION'
  | 'SHIFT_PREMIUM'
  | 'HOLIDAY'
  | 'PAID_LEAVE'
  | 'SEVERANCE'
  | 'BACK_PAY'
  | 'REIMBURSEMENT'
  | 'GROSS_UP';
