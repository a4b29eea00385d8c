/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';
/** What a partner application may do with its key. */
export type ApiKeyScope =
  | 'READ'
  | 'WRITE';

/** What happens to a run once its totals are reconciled. */
export type ApprovalPolicy =
  /** Approved at once when the control totals match. */
  | 'AUTOMATIC'
  /** A person with the group PayrollApprover decides. */
  | 'REQUIRED';

export type ApprovePayrollRunInput = {
  /** `PayrollRun.calculationHash` as the approver saw it. */
  calculationHash: string;
  idempotencyKey: string;
  runId: string;
};

/** Where a step's value comes from. */
export type CalculationStepRole =
  /** It was handed in, or is a figure of the rule. */
  | 'INPUT'
  /** It is a part of the line: the parts of a line sum to its amount. */
  | 'PART'
  /** It was computed on the way. */
  | 'STEP';

export type CalculationUnit =
  | 'COUNT'
  | 'HOURS'
  /** An amount in the payslip's currency, such as `1234.50`. */
  | 'MONEY'
  /** Percent: `6.2` is 6.2 %. */
  | 'PERCENT'
  | 'TEXT';

export type CancelPayrollRunInput = {
  idempotencyKey: string;
  /** Why, in 1 to 500 characters. */
  reason: string;
  runId: string;
};

export type CompensationInput = {
  /** Decimal string, for `SALARY`. */
  annualSalary?: string | null | undefined;
  /** For a salary with overtime: the hours a week that it pays for, such as `"40"`. */
  coveredHours?: string | null | undefined;
  /** For a salary: what a year is divided by. */
  divisor?: SalaryDivisor | null | undefined;
  /** Decimal string, for `HOURLY`. */
  hourlyRate?: string | null | undefined;
  /** When left out, a salary is exempt from overtime and an hourly rate is not. */
  isOvertimeExempt?: boolean | null | undefined;
  type: CompensationType;
};

export type CompensationType =
  | 'HOURLY'
  | 'SALARY';

export type CreateApiKeyInput = {
  idempotencyKey: string;
  name: string;
  scopes: Array<ApiKeyScope>;
};

export type CurrencyCode =
  | 'USD';

export type DeductionInput = {
  /** Decimal string: a fixed amount for each run. Either this or `percent`. */
  amount?: string | null | undefined;
  /** 1 to 40 letters, digits, `.`, `-` or `_`; the same id is the same deduction for yearly limits and balances. */
  deductionId: string;
  /** For an HSA: decides the yearly limit. */
  hsaCoverage?: HsaCoverage | null | undefined;
  /** For dependent care of somebody married who files separately: half the limit. */
  isFilingSeparately?: boolean | null | undefined;
  /** Percent of plan compensation with at most four decimals. */
  percent?: string | null | undefined;
  /** Answers for places where the treatment is not established. */
  stateTreatments?: Array<StateTreatmentInput> | null | undefined;
  takenIn?: DeductionTakenIn | null | undefined;
  type: DeductionType;
  whenPayIsShort?: WhenPayIsShort | null | undefined;
};

export type DeductionTakenIn =
  | 'EVERY_RUN'
  | 'REGULAR_RUNS';

export type DeductionType =
  | 'COMMUTER'
  | 'DEPENDENT_CARE_FSA'
  | 'HEALTH_FSA'
  | 'HSA'
  | 'POST_TAX'
  | 'ROTH_401K'
  | 'SECTION_125_HEALTH'
  | 'TRADITIONAL_401K';

export type EarningInput = {
  /** Decimal string: the gross; for `GROSS_UP` the net that the employee is to receive. */
  amount: string;
  /** Decimal string: hours that the amount stands for (leave, holiday); shown, not used. */
  hours?: string | null | undefined;
  /** A discretionary bonus stays out of the rate that overtime is figured on. */
  isDiscretionary?: boolean | null | undefined;
  /** The off-cycle run of the period that pays it, by its sequence (1 to 99); left out, the regular run does, and no other. */
  offCycleSequence?: number | null | undefined;
  type: EarningType;
  /** First days of the workweeks in which it was earned; left out, those of this period. */
  workweekStartDates?: Array<string> | null | undefined;
};

export type EarningType =
  | 'BACK_PAY'
  | 'BONUS'
  | 'COMMISSION'
  /** A bonus that is to leave a given net. */
  | 'GROSS_UP'
  | 'HOLIDAY'
  | 'PAID_LEAVE'
  | 'REIMBURSEMENT'
  | 'SEVERANCE'
  | 'SHIFT_PREMIUM';

export type ElectableLevy =
  /** New York paid family leave. */
  | 'NY_PFL'
  /** New York disability benefits. */
  | 'NY_SDI';

export type EmployeeInput = {
  /** Limits of some deductions depend on age. */
  birthDate?: string | null | undefined;
  compensation?: CompensationInput | null | undefined;
  /** In the order in which they are taken. */
  deductions?: Array<DeductionInput> | null | undefined;
  /** When given, the change is refused unless it is the employee's current version. */
  expectedVersion?: number | null | undefined;
  /** The company's own number for the employee, 1 to 64 characters: the same number is the same employee. */
  externalId: string;
  familyName: string;
  ficaExemption?: FicaExemption | null | undefined;
  garnishments?: Array<GarnishmentInput> | null | undefined;
  givenName: string;
  hireDate: string;
  /** Two-letter code of the state where the employee lives; left out, it is `workState`. */
  homeState?: string | null | undefined;
  /** Left out, it is stated that there are none. */
  localTaxes?: Array<LocalTaxInput> | null | undefined;
  /** A lock-in letter of the IRS; it overrides the employee's form. */
  lockInLetter?: TaxProfileInput | null | undefined;
  /** The recorded fact that there is no form. */
  noTaxProfile?: NoTaxProfileInput | null | undefined;
  nonresidentAlien?: NonresidentAlien | null | undefined;
  payGroupId: string;
  /** Decimal string: Social Security wages that this employer paid last year; they decide about catch-up. */
  priorYearSocialSecurityWages?: string | null | undefined;
  /** One for each state that withholds. */
  stateTaxForms?: Array<StateTaxFormInput> | null | undefined;
  /** Needed when there are several support orders and pay does not reach for all. */
  supportAllocation?: SupportAllocation | null | undefined;
  /**
   * Form W-4 of 2020 or later. One of `taxProfile`, `taxProfileBefore2020` and `noTaxProfile` may be given; without any, the
   * employee fails in a run, alone and with the fix, until one is handed in.
   */
  taxProfile?: TaxProfileInput | null | undefined;
  /** Form W-4 of 2019 or earlier. */
  taxProfileBefore2020?: TaxProfileBefore2020Input | null | undefined;
  terminationDate?: string | null | undefined;
  /** Income tax was withheld last year: opens the flat rate for supplemental wages. */
  wasTaxWithheldLastYear?: boolean | null | undefined;
  /** Two-letter code of the state where the work is done. */
  workState: string;
};

export type EmployeeStatus =
  | 'ACTIVE'
  | 'TERMINATED';

export type ErrorCode =
  | 'API_KEY_NOT_FOUND'
  | 'COMPANY_NOT_FOUND'
  | 'EMPLOYEE_NOT_FOUND'
  /** The key was used before with other input; the message names the first field that differs. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** An amount that is not a decimal with at most two decimals, or that is out of range. */
  | 'INVALID_AMOUNT'
  /** A value outside what the field allows. */
  | 'INVALID_INPUT'
  /** The run's status does not allow this any more; the message names the status. */
  | 'INVALID_STATE'
  /** The period's pay date lies outside the tax year or the banking calendar that the service knows. */
  | 'PAY_DATE_NOT_SUPPORTED'
  | 'PAY_GROUP_NOT_FOUND'
  /** No pay period of the group starts on the given date; the message names the nearest ones. */
  | 'PERIOD_NOT_FOUND'
  | 'RUN_NOT_FOUND'
  /** Who started a run may not approve it, by the company's policy. */
  | 'SELF_APPROVAL_NOT_ALLOWED'
  /** The calculation changed after it was seen. */
  | 'STALE_CALCULATION'
  /** Somebody changed it meanwhile; read it again. */
  | 'VERSION_CONFLICT';

/** Which federal certificate is on file. */
export type FederalW4Form =
  /** It is recorded that there is none. */
  | 'NONE_ON_FILE'
  /** Form W-4 of 2020 or later. */
  | 'W4_2020'
  /** Form W-4 of 2019 or earlier, with allowances. */
  | 'W4_BEFORE_2020';

/** Employment that the law takes out of Social Security and Medicare, or out of federal unemployment tax. */
export type FicaExemption =
  | 'CHILD_18_TO_20_OF_PROPRIETOR'
  | 'CHILD_UNDER_18_OF_PROPRIETOR'
  | 'MINISTER'
  | 'NONRESIDENT_ALIEN_VISA'
  | 'PUBLIC_PLAN_MEDICARE_EXEMPT'
  | 'PUBLIC_PLAN_MEDICARE_TAXED'
  | 'SPOUSE_OR_PARENT_OF_PROPRIETOR'
  | 'STUDENT_OF_EMPLOYER';

export type FilingStatus =
  | 'HEAD_OF_HOUSEHOLD'
  | 'MARRIED_FILING_JOINTLY'
  | 'MARRIED_FILING_SEPARATELY'
  | 'SINGLE';

export type GarnishmentInput = {
  /** Decimal string: what the order asks for each pay period. Left out: as much as its ceiling allows. */
  amount?: string | null | undefined;
  /** Decimal string: what is still owed; collection stops there. */
  balance?: string | null | undefined;
  /** Levies: decimal string, the amount for each pay period that the notice leaves to the employee. */
  exemptAmount?: string | null | undefined;
  /** Support: the order covers arrears of more than 12 weeks. */
  hasArrearsOver12Weeks?: boolean | null | undefined;
  /** Creditors: states that the state has no ceiling of its own. Either this or `stateLimit`. */
  hasFederalLimitOnly?: boolean | null | undefined;
  /** A federal levy that came before a support order is served before it. */
  isBeforeSupport?: boolean | null | undefined;
  /** Support: the employee supports another spouse or child. */
  isSupportingOtherFamily?: boolean | null | undefined;
  /** 1 to 40 letters, digits, `.`, `-` or `_`: the company's name of the order. */
  orderId: string;
  /** Creditors of one rank are served by this date. */
  receivedDate: string;
  /** Creditors: the state's own ceiling. */
  stateLimit?: GarnishmentStateLimitInput | null | undefined;
  type: GarnishmentType;
};

/** The state's own ceiling on what a creditor may take. */
export type GarnishmentStateLimitInput = {
  /** Percent of disposable earnings. */
  percent: string;
  /** Decimal string: what stays with the employee in any case. */
  protectedAmount: string;
};

export type GarnishmentType =
  | 'CHAPTER_13'
  | 'CHILD_SUPPORT'
  | 'CREDITOR'
  | 'FEDERAL_AGENCY_DEBT'
  | 'FEDERAL_TAX_LEVY'
  | 'STATE_TAX_LEVY'
  | 'STUDENT_LOAN';

/** Hours of one workweek at a rate of their own. */
export type HoursAtRateInput = {
  /** Decimal string. */
  hourlyRate: string;
  /** Decimal string with at most two decimals. */
  hours: string;
};

export type HsaCoverage =
  | 'FAMILY'
  | 'SELF_ONLY';

export type LocalTaxBasis =
  | 'RESIDENT'
  | 'WORKPLACE';

export type LocalTaxInput = {
  /** Decimal string, where the locality sets its own yearly amount. */
  annualAmount?: string | null | undefined;
  basis: LocalTaxBasis;
  /** `US-NY-NYC`, `US-NY-YONKERS`, `US-PA-PHILADELPHIA`, `US-PA-EIT`, `US-PA-LST` or `US-IN-COUNTY`. */
  jurisdiction: string;
  /** Percent with at most four decimals, where the locality sets its own rate. */
  ratePercent?: string | null | undefined;
};

/** Records that no valid Form W-4 is there: withholding is that of a single person. */
export type NoTaxProfileInput = {
  isFirstPaidBefore2020: boolean;
};

/** A nonresident alien's wages are raised before withholding (IRS Publication 15-T), except those of some from India. */
export type NonresidentAlien =
  | 'STANDARD'
  | 'STUDENT_OR_APPRENTICE_FROM_INDIA';

export type PayFrequency =
  | 'BIWEEKLY'
  | 'MONTHLY'
  | 'SEMIMONTHLY'
  | 'WEEKLY';

/** All that is entered for one employee and one period; what was entered before is replaced. */
export type PayrollInputInput = {
  earnings?: Array<EarningInput> | null | undefined;
  externalId: string;
  hoursWorked?: Array<WorkweekHoursInput> | null | undefined;
  supplementalMethod?: SupplementalMethod | null | undefined;
  /** Whole workdays of unpaid absence that the law lets a salary lose (29 CFR 541.602). */
  unpaidAbsenceDays?: number | null | undefined;
};

export type PayrollRunItemStatus =
  | 'CALCULATED'
  | 'FAILED';

export type PayrollRunStatus =
  | 'APPROVED'
  /** Calculated and reconciled; waits for a person. */
  | 'AWAITING_APPROVAL'
  | 'CALCULATING'
  | 'CANCELLED'
  /** Stopped by a fault; nothing was paid. */
  | 'FAILED'
  /** Inputs are being frozen. */
  | 'PREPARING'
  /** Accepted; waits for its turn in the start queue. */
  | 'QUEUED'
  | 'REJECTED';

export type PayrollRunType =
  | 'OFF_CYCLE'
  | 'REGULAR';

export type PayslipLineKind =
  | 'EARNING'
  | 'EMPLOYER_TAX'
  | 'GARNISHMENT'
  | 'POST_TAX_DEDUCTION'
  | 'PRE_TAX_DEDUCTION'
  | 'REIMBURSEMENT'
  | 'TAX';

export type RejectPayrollRunInput = {
  idempotencyKey: string;
  /** Why, in 1 to 500 characters. */
  reason: string;
  runId: string;
};

export type RevokeApiKeyInput = {
  apiKeyId: string;
  idempotencyKey: string;
};

export type RunItemChangeInput = {
  employeeId: string;
  errorCode?: string | null | undefined;
  status: PayrollRunItemStatus;
};

export type RunProgressInput = {
  calculatedCount: number;
  changed: Array<RunItemChangeInput>;
  closedSegmentCount: number;
  companyId: string;
  employeeCount: number;
  failedCount: number;
  runId: string;
  segmentCount: number;
  sequence: number;
};

export type RunStatusChangeInput = {
  at: string;
  companyId: string;
  runId: string;
  status: PayrollRunStatus;
  version: number;
};

export type SalaryDivisor =
  /** The pay dates that the year really has. */
  | 'PAY_DATES_IN_YEAR'
  /** 52, 26, 24 or 12: the default. */
  | 'PERIODS_PER_YEAR';

export type StartPayrollRunInput = {
  idempotencyKey: string;
  payGroupId: string;
  /** First day of the pay period. */
  periodStartDate: string;
  /**
   * Give 2 or more to run the same period again. A regular period is paid once: the sequence before must have been
   * cancelled or rejected, or have failed.
   */
  sequence?: number | null | undefined;
  type?: PayrollRunType | null | undefined;
};

export type StateTaxFormInput = {
  additionalAllowances?: number | null | undefined;
  adoptedChildren?: number | null | undefined;
  allowances?: number | null | undefined;
  /** Decimal string: a yearly amount on the form. */
  annualAmount?: string | null | undefined;
  blindness?: number | null | undefined;
  /** Percent: the rate that the employee elected (Arizona). */
  electedRatePercent?: string | null | undefined;
  /** Decimal string, for each pay period. */
  extraWithholding?: string | null | undefined;
  /** In the state's own words, such as `SINGLE`; docs/payslip-input.md lists them by state. */
  filingStatus?: string | null | undefined;
  firstTimeDependents?: number | null | undefined;
  /** The certificate that keeps the work state from withholding on a resident of another. */
  hasReciprocityCertificate?: boolean | null | undefined;
  /** Two-letter code of the state. */
  state: string;
};

export type StateTreatmentInput = {
  incomeTax?: WageTreatment | null | undefined;
  levies?: WageTreatment | null | undefined;
  /** Two-letter code of the state, or the jurisdiction of the locality. */
  place: string;
};

/** How taxes are withheld from bonuses and the like, where the law leaves a choice. */
export type SupplementalMethod =
  | 'AGGREGATE'
  | 'FLAT';

/** How several support orders share pay that does not reach for all. */
export type SupportAllocation =
  | 'EQUAL'
  | 'PRORATE';

export type TaxProfileBefore2020Input = {
  /** Decimal string, for each pay period. */
  additionalWithholding?: string | null | undefined;
  /** 0 to 999. */
  allowances: number;
  exemptForYear?: number | null | undefined;
  maritalStatus: W4MaritalStatus;
};

export type TaxProfileInput = {
  deductions?: string | null | undefined;
  dependentsCredit?: string | null | undefined;
  /** The year for which the employee claims to be exempt; it holds to 15 February of the next. */
  exemptForYear?: number | null | undefined;
  extraWithholding?: string | null | undefined;
  filingStatus: FilingStatus;
  multipleJobs?: boolean | null | undefined;
  otherIncome?: string | null | undefined;
};

export type UnemploymentRateInput = {
  /** Percent with at most four decimals, such as `"2.7"`. */
  ratePercent: string;
  /** Two-letter code of the state. */
  state: string;
  /** Decimal string: the yearly wages of one employee on which the tax is due. May be left out for CA and NY. */
  wageBase?: string | null | undefined;
};

export type UpsertCompanyInput = {
  electedLevies?: Array<ElectableLevy> | null | undefined;
  /** Chosen by the client, 1 to 128 characters; the same key with other input is refused. */
  idempotencyKey: string;
  isFutaExempt?: boolean | null | undefined;
  name: string;
  selfApprovalAllowed?: boolean | null | undefined;
  /** One for each state where somebody works, from the state's yearly rate notice. */
  unemploymentRates?: Array<UnemploymentRateInput> | null | undefined;
};

export type UpsertEmployeesInput = {
  /** 1 to 25 employees. */
  employees: Array<EmployeeInput>;
  idempotencyKey: string;
};

export type UpsertOutcome =
  | 'CREATED'
  | 'REFUSED'
  /** The same facts were there already. */
  | 'UNCHANGED'
  | 'UPDATED';

export type UpsertPayGroupInput = {
  anchorDate: string;
  approvalPolicy?: ApprovalPolicy | null | undefined;
  frequency: PayFrequency;
  idempotencyKey: string;
  name: string;
  payDateOffsetDays?: number | null | undefined;
  /** 1 to 40 letters, digits, `-` or `_`, chosen by the company. */
  payGroupId: string;
  startsAutomatically?: boolean | null | undefined;
};

export type UpsertPayrollInputsInput = {
  idempotencyKey: string;
  /** 1 to 25 employees. */
  inputs: Array<PayrollInputInput>;
  payGroupId: string;
  /** First day of the pay period. */
  periodStartDate: string;
};

export type W4MaritalStatus =
  | 'MARRIED'
  | 'MARRIED_HIGHER_SINGLE_RATE'
  | 'SINGLE';

export type WageTreatment =
  /** It leaves the wages that are taxed. */
  | 'EXCLUDED'
  /** It stays in the wages that are taxed. */
  | 'TAXED';

/** What becomes of a deduction when pay does not reach for it. */
export type WhenPayIsShort =
  /** What there is, is taken. */
  | 'REDUCE'
  /** Nothing is taken. */
  | 'SKIP';

/** Hours worked in one workweek of the period (weeks count from the period's start). */
export type WorkweekHoursInput = {
  /** Decimal string with at most two decimals, 0 to 168: hours at the employee's own rate. */
  hours: string;
  /** Hours beside those, each at another rate. */
  otherRates?: Array<HoursAtRateInput> | null | undefined;
  /** Decimal string: overtime premium of this week that an earlier run paid. */
  premiumPaidEarlier?: string | null | undefined;
  /**
   * Decimal string: what state overtime law adds to the federal premium, from timekeeping. Must be there in a state with
   * daily overtime (California); `"0"` is an answer.
   */
  stateOvertime?: string | null | undefined;
  /** 1 for the first workweek of the period. */
  week: number;
};

export type CompanyQueryVariables = Exact<{ [key: string]: never; }>;


export type CompanyQuery = { company: { companyId: string, name: string, selfApprovalAllowed: boolean, employeeCount: number, version: number } | null };

export type PayGroupsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PayGroupsQuery = { payGroups: { nodes: Array<{ payGroupId: string, name: string, frequency: PayFrequency, anchorDate: string, payDateOffsetDays: number, approvalPolicy: ApprovalPolicy, startsAutomatically: boolean, version: number }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PayPeriodsQueryVariables = Exact<{
  payGroupId: string;
  fromDate: string;
  toDate: string;
}>;


export type PayPeriodsQuery = { payPeriods: { periods: Array<{ startDate: string, endDate: string, payDate: string }>, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type UpsertCompanyMutationVariables = Exact<{
  input: UpsertCompanyInput;
}>;


export type UpsertCompanyMutation = { upsertCompany: { replayed: boolean, company: { companyId: string, name: string, version: number } | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type UpsertPayGroupMutationVariables = Exact<{
  input: UpsertPayGroupInput;
}>;


export type UpsertPayGroupMutation = { upsertPayGroup: { replayed: boolean, payGroup: { payGroupId: string, version: number } | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type CreateApiKeyMutationVariables = Exact<{
  input: CreateApiKeyInput;
}>;


export type CreateApiKeyMutation = { createApiKey: { apiKeyId: string | null, secret: string | null, replayed: boolean, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type RevokeApiKeyMutationVariables = Exact<{
  input: RevokeApiKeyInput;
}>;


export type RevokeApiKeyMutation = { revokeApiKey: { apiKeyId: string | null, replayed: boolean, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type EmployeeQueryVariables = Exact<{
  employeeId: string;
}>;


export type EmployeeQuery = { employee: { employeeId: string, externalId: string, payGroupId: string, givenName: string, familyName: string, status: EmployeeStatus, hireDate: string, terminationDate: string | null, workState: string, homeState: string, birthYear: number | null, federalW4Form: FederalW4Form | null, hasLockInLetter: boolean, nonresidentAlien: NonresidentAlien | null, ficaExemption: FicaExemption | null, supportAllocation: SupportAllocation | null, version: number, compensation: { type: CompensationType, isOvertimeExempt: boolean, annualSalary: { amount: string, currency: CurrencyCode } | null, hourlyRate: { amount: string, currency: CurrencyCode } | null } | null, taxProfile: { filingStatus: FilingStatus, multipleJobs: boolean, exemptForYear: number | null, dependentsCredit: { amount: string, currency: CurrencyCode } | null, otherIncome: { amount: string, currency: CurrencyCode } | null, deductions: { amount: string, currency: CurrencyCode } | null, extraWithholding: { amount: string, currency: CurrencyCode } | null } | null, taxProfileBefore2020: { maritalStatus: W4MaritalStatus, allowances: number, exemptForYear: number | null, additionalWithholding: { amount: string, currency: CurrencyCode } } | null, stateTaxForms: Array<{ state: string, filingStatus: string | null, allowances: number | null, additionalAllowances: number | null, firstTimeDependents: number | null, adoptedChildren: number | null, blindness: number | null, electedRatePercent: string | null, hasReciprocityCertificate: boolean | null, annualAmount: { amount: string, currency: CurrencyCode } | null, extraWithholding: { amount: string, currency: CurrencyCode } | null }>, localTaxes: Array<{ jurisdiction: string, basis: LocalTaxBasis, ratePercent: string | null, annualAmount: { amount: string, currency: CurrencyCode } | null }>, deductions: Array<{ deductionId: string, type: DeductionType, percent: string | null, takenIn: DeductionTakenIn, whenPayIsShort: WhenPayIsShort, hsaCoverage: HsaCoverage | null, amount: { amount: string, currency: CurrencyCode } | null, stateTreatments: Array<{ place: string, incomeTax: WageTreatment | null, levies: WageTreatment | null }> }>, garnishments: Array<{ maskedOrderId: string, type: GarnishmentType, receivedDate: string, amount: { amount: string, currency: CurrencyCode } | null, balance: { amount: string, currency: CurrencyCode } | null }> } | null };

export type EmployeesQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type EmployeesQuery = { employees: { nodes: Array<{ employeeId: string, externalId: string, payGroupId: string, givenName: string, familyName: string, status: EmployeeStatus, hireDate: string, terminationDate: string | null, workState: string, version: number, compensation: { type: CompensationType, annualSalary: { amount: string, currency: CurrencyCode } | null, hourlyRate: { amount: string, currency: CurrencyCode } | null } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type UpsertEmployeesMutationVariables = Exact<{
  input: UpsertEmployeesInput;
}>;


export type UpsertEmployeesMutation = { upsertEmployees: { replayed: boolean, results: Array<{ externalId: string, outcome: UpsertOutcome, employeeId: string | null, version: number | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> }>, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type UpsertPayrollInputsMutationVariables = Exact<{
  input: UpsertPayrollInputsInput;
}>;


export type UpsertPayrollInputsMutation = { upsertPayrollInputs: { replayed: boolean, results: Array<{ externalId: string, outcome: UpsertOutcome, employeeId: string | null, version: number | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> }>, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type MoneyPartsFragment = { amount: string, currency: CurrencyCode };

export type UserErrorPartsFragment = { code: ErrorCode, message: string, field: Array<string> | null, resolution: string };

export type RunPartsFragment = { runId: string, payGroupId: string, type: PayrollRunType, sequence: number, status: PayrollRunStatus, statusReason: string | null, employeeCount: number | null, calculatedCount: number | null, failedCount: number | null, calculationHash: string | null, startedBy: string, startedAt: string, decidedBy: string | null, decidedAt: string | null, approvalDeadline: string | null, version: number, period: { startDate: string, endDate: string, payDate: string }, controlTotals: { grossPay: { amount: string, currency: CurrencyCode }, employeeTaxes: { amount: string, currency: CurrencyCode }, deductions: { amount: string, currency: CurrencyCode }, reimbursements: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, employerTaxes: { amount: string, currency: CurrencyCode } } | null };

export type ProgressPartsFragment = { companyId: string, runId: string, sequence: number, employeeCount: number, calculatedCount: number, failedCount: number, segmentCount: number, closedSegmentCount: number, changed: Array<{ employeeId: string, status: PayrollRunItemStatus, errorCode: string | null }> | null };

export type StatusPartsFragment = { companyId: string, runId: string, status: PayrollRunStatus, version: number, at: string };

export type RunItemPartsFragment = { runId: string, employeeId: string, employeeName: string, status: PayrollRunItemStatus, payslipId: string | null, grossPay: { amount: string, currency: CurrencyCode } | null, netPay: { amount: string, currency: CurrencyCode } | null, error: { code: string, message: string, resolution: string } | null };

export type PayslipPartsFragment = { payslipId: string, runId: string, employeeId: string, employeeName: string, payDate: string, ruleSetVersion: string, grossPay: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, lines: Array<{ kind: PayslipLineKind, code: string, amount: { amount: string, currency: CurrencyCode } }> };

export type RowPartsFragment = { externalId: string, outcome: UpsertOutcome, employeeId: string | null, version: number | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> };

export type PublishRunProgressMutationVariables = Exact<{
  input: RunProgressInput;
}>;


export type PublishRunProgressMutation = { publishRunProgress: { companyId: string, runId: string, sequence: number, employeeCount: number, calculatedCount: number, failedCount: number, segmentCount: number, closedSegmentCount: number, changed: Array<{ employeeId: string, status: PayrollRunItemStatus, errorCode: string | null }> | null } | null };

export type PublishRunStatusMutationVariables = Exact<{
  input: RunStatusChangeInput;
}>;


export type PublishRunStatusMutation = { publishRunStatus: { companyId: string, runId: string, status: PayrollRunStatus, version: number, at: string } | null };

export type StartPayrollRunMutationVariables = Exact<{
  input: StartPayrollRunInput;
}>;


export type StartPayrollRunMutation = { startPayrollRun: { replayed: boolean, run: { runId: string, payGroupId: string, type: PayrollRunType, sequence: number, status: PayrollRunStatus, statusReason: string | null, employeeCount: number | null, calculatedCount: number | null, failedCount: number | null, calculationHash: string | null, startedBy: string, startedAt: string, decidedBy: string | null, decidedAt: string | null, approvalDeadline: string | null, version: number, period: { startDate: string, endDate: string, payDate: string }, controlTotals: { grossPay: { amount: string, currency: CurrencyCode }, employeeTaxes: { amount: string, currency: CurrencyCode }, deductions: { amount: string, currency: CurrencyCode }, reimbursements: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, employerTaxes: { amount: string, currency: CurrencyCode } } | null } | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type ApprovePayrollRunMutationVariables = Exact<{
  input: ApprovePayrollRunInput;
}>;


export type ApprovePayrollRunMutation = { approvePayrollRun: { replayed: boolean, run: { runId: string, payGroupId: string, type: PayrollRunType, sequence: number, status: PayrollRunStatus, statusReason: string | null, employeeCount: number | null, calculatedCount: number | null, failedCount: number | null, calculationHash: string | null, startedBy: string, startedAt: string, decidedBy: string | null, decidedAt: string | null, approvalDeadline: string | null, version: number, period: { startDate: string, endDate: string, payDate: string }, controlTotals: { grossPay: { amount: string, currency: CurrencyCode }, employeeTaxes: { amount: string, currency: CurrencyCode }, deductions: { amount: string, currency: CurrencyCode }, reimbursements: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, employerTaxes: { amount: string, currency: CurrencyCode } } | null } | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type RejectPayrollRunMutationVariables = Exact<{
  input: RejectPayrollRunInput;
}>;


export type RejectPayrollRunMutation = { rejectPayrollRun: { replayed: boolean, run: { runId: string, payGroupId: string, type: PayrollRunType, sequence: number, status: PayrollRunStatus, statusReason: string | null, employeeCount: number | null, calculatedCount: number | null, failedCount: number | null, calculationHash: string | null, startedBy: string, startedAt: string, decidedBy: string | null, decidedAt: string | null, approvalDeadline: string | null, version: number, period: { startDate: string, endDate: string, payDate: string }, controlTotals: { grossPay: { amount: string, currency: CurrencyCode }, employeeTaxes: { amount: string, currency: CurrencyCode }, deductions: { amount: string, currency: CurrencyCode }, reimbursements: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, employerTaxes: { amount: string, currency: CurrencyCode } } | null } | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type CancelPayrollRunMutationVariables = Exact<{
  input: CancelPayrollRunInput;
}>;


export type CancelPayrollRunMutation = { cancelPayrollRun: { replayed: boolean, run: { runId: string, payGroupId: string, type: PayrollRunType, sequence: number, status: PayrollRunStatus, statusReason: string | null, employeeCount: number | null, calculatedCount: number | null, failedCount: number | null, calculationHash: string | null, startedBy: string, startedAt: string, decidedBy: string | null, decidedAt: string | null, approvalDeadline: string | null, version: number, period: { startDate: string, endDate: string, payDate: string }, controlTotals: { grossPay: { amount: string, currency: CurrencyCode }, employeeTaxes: { amount: string, currency: CurrencyCode }, deductions: { amount: string, currency: CurrencyCode }, reimbursements: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, employerTaxes: { amount: string, currency: CurrencyCode } } | null } | null, userErrors: Array<{ code: ErrorCode, message: string, field: Array<string> | null, resolution: string }> } | null };

export type PayrollRunQueryVariables = Exact<{
  runId: string;
}>;


export type PayrollRunQuery = { payrollRun: { runId: string, payGroupId: string, type: PayrollRunType, sequence: number, status: PayrollRunStatus, statusReason: string | null, employeeCount: number | null, calculatedCount: number | null, failedCount: number | null, calculationHash: string | null, startedBy: string, startedAt: string, decidedBy: string | null, decidedAt: string | null, approvalDeadline: string | null, version: number, period: { startDate: string, endDate: string, payDate: string }, controlTotals: { grossPay: { amount: string, currency: CurrencyCode }, employeeTaxes: { amount: string, currency: CurrencyCode }, deductions: { amount: string, currency: CurrencyCode }, reimbursements: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, employerTaxes: { amount: string, currency: CurrencyCode } } | null } | null };

export type PayrollRunsQueryVariables = Exact<{
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PayrollRunsQuery = { payrollRuns: { nodes: Array<{ runId: string, payGroupId: string, type: PayrollRunType, sequence: number, status: PayrollRunStatus, statusReason: string | null, employeeCount: number | null, calculatedCount: number | null, failedCount: number | null, calculationHash: string | null, startedBy: string, startedAt: string, decidedBy: string | null, decidedAt: string | null, approvalDeadline: string | null, version: number, period: { startDate: string, endDate: string, payDate: string }, controlTotals: { grossPay: { amount: string, currency: CurrencyCode }, employeeTaxes: { amount: string, currency: CurrencyCode }, deductions: { amount: string, currency: CurrencyCode }, reimbursements: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, employerTaxes: { amount: string, currency: CurrencyCode } } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PayrollRunItemsQueryVariables = Exact<{
  runId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type PayrollRunItemsQuery = { payrollRunItems: { nodes: Array<{ runId: string, employeeId: string, employeeName: string, status: PayrollRunItemStatus, payslipId: string | null, grossPay: { amount: string, currency: CurrencyCode } | null, netPay: { amount: string, currency: CurrencyCode } | null, error: { code: string, message: string, resolution: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type FailedPayrollRunItemsQueryVariables = Exact<{
  runId: string;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type FailedPayrollRunItemsQuery = { failedPayrollRunItems: { nodes: Array<{ runId: string, employeeId: string, employeeName: string, status: PayrollRunItemStatus, payslipId: string | null, grossPay: { amount: string, currency: CurrencyCode } | null, netPay: { amount: string, currency: CurrencyCode } | null, error: { code: string, message: string, resolution: string } | null }>, pageInfo: { hasNextPage: boolean, endCursor: string | null } } | null };

export type PayrollRunEventsQueryVariables = Exact<{
  runId: string;
  afterSequence?: number | null | undefined;
}>;


export type PayrollRunEventsQuery = { payrollRunEvents: Array<{ sequence: number, status: PayrollRunStatus, actor: string, reason: string | null, at: string, hash: string, previousHash: string }> | null };

export type RunProgressQueryVariables = Exact<{
  runId: string;
}>;


export type RunProgressQuery = { runProgress: { companyId: string, runId: string, sequence: number, employeeCount: number, calculatedCount: number, failedCount: number, segmentCount: number, closedSegmentCount: number, changed: Array<{ employeeId: string, status: PayrollRunItemStatus, errorCode: string | null }> | null } | null };

export type PayslipQueryVariables = Exact<{
  payslipId: string;
}>;


export type PayslipQuery = { payslip: { payslipId: string, runId: string, employeeId: string, employeeName: string, payDate: string, ruleSetVersion: string, grossPay: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, lines: Array<{ kind: PayslipLineKind, code: string, amount: { amount: string, currency: CurrencyCode } }> } | null };

export type PayslipOfEmployeeQueryVariables = Exact<{
  runId: string;
  employeeId: string;
}>;


export type PayslipOfEmployeeQuery = { payslipOfEmployee: { payslipId: string, runId: string, employeeId: string, employeeName: string, payDate: string, ruleSetVersion: string, grossPay: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, lines: Array<{ kind: PayslipLineKind, code: string, amount: { amount: string, currency: CurrencyCode } }> } | null };

export type ExplainPayslipQueryVariables = Exact<{
  payslipId: string;
}>;


export type ExplainPayslipQuery = { explainPayslip: { payslipId: string, runId: string, employeeId: string, employeeName: string, summary: string, ruleSetVersion: string, ruleSetHash: string, grossPay: { amount: string, currency: CurrencyCode }, netPay: { amount: string, currency: CurrencyCode }, lines: Array<{ kind: PayslipLineKind, code: string, words: string, ruleId: string, ruleSetVersion: string, citation: string, amount: { amount: string, currency: CurrencyCode }, steps: Array<{ role: CalculationStepRole, label: string, unit: CalculationUnit, value: string, rounding: string | null, words: string }> }> } | null };

export type VerifyPayslipQueryVariables = Exact<{
  payslipId: string;
}>;


export type VerifyPayslipQuery = { verifyPayslip: { matches: boolean, hash: string, firstDifference: string | null } | null };

export type OnRunProgressSubscriptionVariables = Exact<{
  runId: string;
}>;


export type OnRunProgressSubscription = { onRunProgress: { companyId: string, runId: string, sequence: number, employeeCount: number, calculatedCount: number, failedCount: number, segmentCount: number, closedSegmentCount: number, changed: Array<{ employeeId: string, status: PayrollRunItemStatus, errorCode: string | null }> | null } | null };

export type OnRunStatusChangedSubscriptionVariables = Exact<{
  companyId: string;
}>;


export type OnRunStatusChangedSubscription = { onRunStatusChanged: { companyId: string, runId: string, status: PayrollRunStatus, version: number, at: string } | null };

export const MoneyPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<MoneyPartsFragment, unknown>;
export const RunPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"controlTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reimbursements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employerTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"calculationHash"}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvalDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<RunPartsFragment, unknown>;
export const ProgressPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProgressParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"segmentCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedSegmentCount"}},{"kind":"Field","name":{"kind":"Name","value":"changed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}}]}}]}}]} as unknown as DocumentNode<ProgressPartsFragment, unknown>;
export const StatusPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunStatusChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]} as unknown as DocumentNode<StatusPartsFragment, unknown>;
export const RunItemPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunItemParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRunItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"payslipId"}},{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<RunItemPartsFragment, unknown>;
export const PayslipPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PayslipParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payslip"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payslipId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeName"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}},{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ruleSetVersion"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<PayslipPartsFragment, unknown>;
export const UserErrorPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<UserErrorPartsFragment, unknown>;
export const RowPartsFragmentDoc = {"kind":"Document","definitions":[{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RowParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertEmployeeResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<RowPartsFragment, unknown>;
export const CompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"selfApprovalAllowed"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}}]} as unknown as DocumentNode<CompanyQuery, CompanyQueryVariables>;
export const PayGroupsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PayGroups"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payGroups"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"frequency"}},{"kind":"Field","name":{"kind":"Name","value":"anchorDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDateOffsetDays"}},{"kind":"Field","name":{"kind":"Name","value":"approvalPolicy"}},{"kind":"Field","name":{"kind":"Name","value":"startsAutomatically"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}}]} as unknown as DocumentNode<PayGroupsQuery, PayGroupsQueryVariables>;
export const PayPeriodsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PayPeriods"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"payGroupId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"fromDate"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AWSDate"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"toDate"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"AWSDate"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payPeriods"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"payGroupId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"payGroupId"}}},{"kind":"Argument","name":{"kind":"Name","value":"fromDate"},"value":{"kind":"Variable","name":{"kind":"Name","value":"fromDate"}}},{"kind":"Argument","name":{"kind":"Name","value":"toDate"},"value":{"kind":"Variable","name":{"kind":"Name","value":"toDate"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"periods"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<PayPeriodsQuery, PayPeriodsQueryVariables>;
export const UpsertCompanyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertCompany"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertCompanyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertCompany"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"company"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"name"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<UpsertCompanyMutation, UpsertCompanyMutationVariables>;
export const UpsertPayGroupDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertPayGroup"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertPayGroupInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertPayGroup"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payGroup"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<UpsertPayGroupMutation, UpsertPayGroupMutationVariables>;
export const CreateApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CreateApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CreateApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"createApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeyId"}},{"kind":"Field","name":{"kind":"Name","value":"secret"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<CreateApiKeyMutation, CreateApiKeyMutationVariables>;
export const RevokeApiKeyDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RevokeApiKey"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RevokeApiKeyInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"revokeApiKey"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"apiKeyId"}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<RevokeApiKeyMutation, RevokeApiKeyMutationVariables>;
export const EmployeeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Employee"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"employeeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employee"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"employeeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"employeeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"hireDate"}},{"kind":"Field","name":{"kind":"Name","value":"terminationDate"}},{"kind":"Field","name":{"kind":"Name","value":"workState"}},{"kind":"Field","name":{"kind":"Name","value":"homeState"}},{"kind":"Field","name":{"kind":"Name","value":"birthYear"}},{"kind":"Field","name":{"kind":"Name","value":"compensation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"annualSalary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hourlyRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"isOvertimeExempt"}}]}},{"kind":"Field","name":{"kind":"Name","value":"federalW4Form"}},{"kind":"Field","name":{"kind":"Name","value":"taxProfile"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"filingStatus"}},{"kind":"Field","name":{"kind":"Name","value":"multipleJobs"}},{"kind":"Field","name":{"kind":"Name","value":"dependentsCredit"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"otherIncome"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"extraWithholding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exemptForYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"taxProfileBefore2020"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maritalStatus"}},{"kind":"Field","name":{"kind":"Name","value":"allowances"}},{"kind":"Field","name":{"kind":"Name","value":"additionalWithholding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"exemptForYear"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hasLockInLetter"}},{"kind":"Field","name":{"kind":"Name","value":"nonresidentAlien"}},{"kind":"Field","name":{"kind":"Name","value":"stateTaxForms"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"state"}},{"kind":"Field","name":{"kind":"Name","value":"filingStatus"}},{"kind":"Field","name":{"kind":"Name","value":"allowances"}},{"kind":"Field","name":{"kind":"Name","value":"additionalAllowances"}},{"kind":"Field","name":{"kind":"Name","value":"firstTimeDependents"}},{"kind":"Field","name":{"kind":"Name","value":"adoptedChildren"}},{"kind":"Field","name":{"kind":"Name","value":"blindness"}},{"kind":"Field","name":{"kind":"Name","value":"annualAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"electedRatePercent"}},{"kind":"Field","name":{"kind":"Name","value":"extraWithholding"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hasReciprocityCertificate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"localTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"jurisdiction"}},{"kind":"Field","name":{"kind":"Name","value":"basis"}},{"kind":"Field","name":{"kind":"Name","value":"ratePercent"}},{"kind":"Field","name":{"kind":"Name","value":"annualAmount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ficaExemption"}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"deductionId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"percent"}},{"kind":"Field","name":{"kind":"Name","value":"takenIn"}},{"kind":"Field","name":{"kind":"Name","value":"whenPayIsShort"}},{"kind":"Field","name":{"kind":"Name","value":"hsaCoverage"}},{"kind":"Field","name":{"kind":"Name","value":"stateTreatments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"place"}},{"kind":"Field","name":{"kind":"Name","value":"incomeTax"}},{"kind":"Field","name":{"kind":"Name","value":"levies"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"garnishments"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"maskedOrderId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"receivedDate"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"balance"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"supportAllocation"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<EmployeeQuery, EmployeeQueryVariables>;
export const EmployeesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Employees"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employees"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"givenName"}},{"kind":"Field","name":{"kind":"Name","value":"familyName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"hireDate"}},{"kind":"Field","name":{"kind":"Name","value":"terminationDate"}},{"kind":"Field","name":{"kind":"Name","value":"workState"}},{"kind":"Field","name":{"kind":"Name","value":"compensation"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"annualSalary"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"hourlyRate"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<EmployeesQuery, EmployeesQueryVariables>;
export const UpsertEmployeesDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertEmployees"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertEmployeesInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertEmployees"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RowParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RowParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertEmployeeResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]} as unknown as DocumentNode<UpsertEmployeesMutation, UpsertEmployeesMutationVariables>;
export const UpsertPayrollInputsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"UpsertPayrollInputs"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertPayrollInputsInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"upsertPayrollInputs"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"results"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RowParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RowParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UpsertEmployeeResult"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"externalId"}},{"kind":"Field","name":{"kind":"Name","value":"outcome"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]} as unknown as DocumentNode<UpsertPayrollInputsMutation, UpsertPayrollInputsMutationVariables>;
export const PublishRunProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishRunProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RunProgressInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishRunProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"segmentCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedSegmentCount"}},{"kind":"Field","name":{"kind":"Name","value":"changed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}}]}}]}}]}}]} as unknown as DocumentNode<PublishRunProgressMutation, PublishRunProgressMutationVariables>;
export const PublishRunStatusDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"PublishRunStatus"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RunStatusChangeInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"publishRunStatus"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]}}]} as unknown as DocumentNode<PublishRunStatusMutation, PublishRunStatusMutationVariables>;
export const StartPayrollRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"StartPayrollRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"StartPayrollRunInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startPayrollRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"controlTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reimbursements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employerTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"calculationHash"}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvalDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<StartPayrollRunMutation, StartPayrollRunMutationVariables>;
export const ApprovePayrollRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"ApprovePayrollRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ApprovePayrollRunInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"approvePayrollRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"controlTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reimbursements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employerTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"calculationHash"}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvalDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<ApprovePayrollRunMutation, ApprovePayrollRunMutationVariables>;
export const RejectPayrollRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"RejectPayrollRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"RejectPayrollRunInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"rejectPayrollRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"controlTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reimbursements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employerTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"calculationHash"}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvalDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<RejectPayrollRunMutation, RejectPayrollRunMutationVariables>;
export const CancelPayrollRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"mutation","name":{"kind":"Name","value":"CancelPayrollRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"input"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"CancelPayrollRunInput"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"cancelPayrollRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"input"},"value":{"kind":"Variable","name":{"kind":"Name","value":"input"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"run"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"replayed"}},{"kind":"Field","name":{"kind":"Name","value":"userErrors"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"UserErrorParts"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"controlTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reimbursements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employerTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"calculationHash"}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvalDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"UserErrorParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"UserError"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"field"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]} as unknown as DocumentNode<CancelPayrollRunMutation, CancelPayrollRunMutationVariables>;
export const PayrollRunDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PayrollRun"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payrollRun"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"controlTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reimbursements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employerTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"calculationHash"}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvalDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<PayrollRunQuery, PayrollRunQueryVariables>;
export const PayrollRunsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PayrollRuns"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payrollRuns"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRun"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"payGroupId"}},{"kind":"Field","name":{"kind":"Name","value":"type"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"period"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"startDate"}},{"kind":"Field","name":{"kind":"Name","value":"endDate"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}}]}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"statusReason"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"controlTotals"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employeeTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"deductions"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"reimbursements"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"employerTaxes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"calculationHash"}},{"kind":"Field","name":{"kind":"Name","value":"startedBy"}},{"kind":"Field","name":{"kind":"Name","value":"startedAt"}},{"kind":"Field","name":{"kind":"Name","value":"decidedBy"}},{"kind":"Field","name":{"kind":"Name","value":"decidedAt"}},{"kind":"Field","name":{"kind":"Name","value":"approvalDeadline"}},{"kind":"Field","name":{"kind":"Name","value":"version"}}]}}]} as unknown as DocumentNode<PayrollRunsQuery, PayrollRunsQueryVariables>;
export const PayrollRunItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PayrollRunItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payrollRunItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunItemParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunItemParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRunItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"payslipId"}},{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]}}]} as unknown as DocumentNode<PayrollRunItemsQuery, PayrollRunItemsQueryVariables>;
export const FailedPayrollRunItemsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"FailedPayrollRunItems"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"first"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"after"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"String"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"failedPayrollRunItems"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}},{"kind":"Argument","name":{"kind":"Name","value":"first"},"value":{"kind":"Variable","name":{"kind":"Name","value":"first"}}},{"kind":"Argument","name":{"kind":"Name","value":"after"},"value":{"kind":"Variable","name":{"kind":"Name","value":"after"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"nodes"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"RunItemParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"pageInfo"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"hasNextPage"}},{"kind":"Field","name":{"kind":"Name","value":"endCursor"}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"RunItemParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"PayrollRunItem"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeName"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"payslipId"}},{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"error"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"message"}},{"kind":"Field","name":{"kind":"Name","value":"resolution"}}]}}]}}]} as unknown as DocumentNode<FailedPayrollRunItemsQuery, FailedPayrollRunItemsQueryVariables>;
export const PayrollRunEventsDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PayrollRunEvents"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"afterSequence"}},"type":{"kind":"NamedType","name":{"kind":"Name","value":"Int"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payrollRunEvents"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}},{"kind":"Argument","name":{"kind":"Name","value":"afterSequence"},"value":{"kind":"Variable","name":{"kind":"Name","value":"afterSequence"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"actor"}},{"kind":"Field","name":{"kind":"Name","value":"reason"}},{"kind":"Field","name":{"kind":"Name","value":"at"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"previousHash"}}]}}]}}]} as unknown as DocumentNode<PayrollRunEventsQuery, PayrollRunEventsQueryVariables>;
export const RunProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"RunProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"runProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProgressParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProgressParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"segmentCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedSegmentCount"}},{"kind":"Field","name":{"kind":"Name","value":"changed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}}]}}]}}]} as unknown as DocumentNode<RunProgressQuery, RunProgressQueryVariables>;
export const PayslipDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"Payslip"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"payslipId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payslip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"payslipId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"payslipId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PayslipParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PayslipParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payslip"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payslipId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeName"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}},{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ruleSetVersion"}}]}}]} as unknown as DocumentNode<PayslipQuery, PayslipQueryVariables>;
export const PayslipOfEmployeeDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"PayslipOfEmployee"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}},{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"employeeId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payslipOfEmployee"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}},{"kind":"Argument","name":{"kind":"Name","value":"employeeId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"employeeId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"PayslipParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"PayslipParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Payslip"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payslipId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeName"}},{"kind":"Field","name":{"kind":"Name","value":"payDate"}},{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}}]}},{"kind":"Field","name":{"kind":"Name","value":"ruleSetVersion"}}]}}]} as unknown as DocumentNode<PayslipOfEmployeeQuery, PayslipOfEmployeeQueryVariables>;
export const ExplainPayslipDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"ExplainPayslip"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"payslipId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"explainPayslip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"payslipId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"payslipId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"payslipId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"employeeName"}},{"kind":"Field","name":{"kind":"Name","value":"summary"}},{"kind":"Field","name":{"kind":"Name","value":"grossPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"netPay"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"ruleSetVersion"}},{"kind":"Field","name":{"kind":"Name","value":"ruleSetHash"}},{"kind":"Field","name":{"kind":"Name","value":"lines"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"kind"}},{"kind":"Field","name":{"kind":"Name","value":"code"}},{"kind":"Field","name":{"kind":"Name","value":"amount"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"MoneyParts"}}]}},{"kind":"Field","name":{"kind":"Name","value":"words"}},{"kind":"Field","name":{"kind":"Name","value":"ruleId"}},{"kind":"Field","name":{"kind":"Name","value":"ruleSetVersion"}},{"kind":"Field","name":{"kind":"Name","value":"citation"}},{"kind":"Field","name":{"kind":"Name","value":"steps"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"role"}},{"kind":"Field","name":{"kind":"Name","value":"label"}},{"kind":"Field","name":{"kind":"Name","value":"unit"}},{"kind":"Field","name":{"kind":"Name","value":"value"}},{"kind":"Field","name":{"kind":"Name","value":"rounding"}},{"kind":"Field","name":{"kind":"Name","value":"words"}}]}}]}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"MoneyParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"Money"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"amount"}},{"kind":"Field","name":{"kind":"Name","value":"currency"}}]}}]} as unknown as DocumentNode<ExplainPayslipQuery, ExplainPayslipQueryVariables>;
export const VerifyPayslipDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"query","name":{"kind":"Name","value":"VerifyPayslip"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"payslipId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"verifyPayslip"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"payslipId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"payslipId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"matches"}},{"kind":"Field","name":{"kind":"Name","value":"hash"}},{"kind":"Field","name":{"kind":"Name","value":"firstDifference"}}]}}]}}]} as unknown as DocumentNode<VerifyPayslipQuery, VerifyPayslipQueryVariables>;
export const OnRunProgressDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OnRunProgress"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"runId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"onRunProgress"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"runId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"runId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"ProgressParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"ProgressParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunProgress"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"sequence"}},{"kind":"Field","name":{"kind":"Name","value":"employeeCount"}},{"kind":"Field","name":{"kind":"Name","value":"calculatedCount"}},{"kind":"Field","name":{"kind":"Name","value":"failedCount"}},{"kind":"Field","name":{"kind":"Name","value":"segmentCount"}},{"kind":"Field","name":{"kind":"Name","value":"closedSegmentCount"}},{"kind":"Field","name":{"kind":"Name","value":"changed"},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"employeeId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"errorCode"}}]}}]}}]} as unknown as DocumentNode<OnRunProgressSubscription, OnRunProgressSubscriptionVariables>;
export const OnRunStatusChangedDocument = {"kind":"Document","definitions":[{"kind":"OperationDefinition","operation":"subscription","name":{"kind":"Name","value":"OnRunStatusChanged"},"variableDefinitions":[{"kind":"VariableDefinition","variable":{"kind":"Variable","name":{"kind":"Name","value":"companyId"}},"type":{"kind":"NonNullType","type":{"kind":"NamedType","name":{"kind":"Name","value":"ID"}}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"onRunStatusChanged"},"arguments":[{"kind":"Argument","name":{"kind":"Name","value":"companyId"},"value":{"kind":"Variable","name":{"kind":"Name","value":"companyId"}}}],"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"FragmentSpread","name":{"kind":"Name","value":"StatusParts"}}]}}]}},{"kind":"FragmentDefinition","name":{"kind":"Name","value":"StatusParts"},"typeCondition":{"kind":"NamedType","name":{"kind":"Name","value":"RunStatusChange"}},"selectionSet":{"kind":"SelectionSet","selections":[{"kind":"Field","name":{"kind":"Name","value":"companyId"}},{"kind":"Field","name":{"kind":"Name","value":"runId"}},{"kind":"Field","name":{"kind":"Name","value":"status"}},{"kind":"Field","name":{"kind":"Name","value":"version"}},{"kind":"Field","name":{"kind":"Name","value":"at"}}]}}]} as unknown as DocumentNode<OnRunStatusChangedSubscription, OnRunStatusChangedSubscriptionVariables>;