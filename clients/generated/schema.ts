// Written by `npm run codegen` from schema.graphql; change the schema instead.
export type Maybe<T> = T | null;
export type InputMaybe<T> = T | null | undefined;
/** All built-in and custom scalars, mapped to their actual values */
export type Scalars = {
  ID: { input: string; output: string; }
  String: { input: string; output: string; }
  Boolean: { input: boolean; output: boolean; }
  Int: { input: number; output: number; }
  Float: { input: number; output: number; }
  AWSDate: { input: string; output: string; }
  AWSDateTime: { input: string; output: string; }
};

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
  calculationHash: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type CalculationStep = {
  __typename?: 'CalculationStep';
  label: Scalars['String']['output'];
  role: CalculationStepRole;
  /** Where the value was rounded, and how. */
  rounding: Maybe<Scalars['String']['output']>;
  unit: CalculationUnit;
  /** In its unit, as a decimal string. */
  value: Scalars['String']['output'];
  /** The same for a person, such as `line 1c annual wages: 52000.00`. */
  words: Scalars['String']['output'];
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
  idempotencyKey: Scalars['String']['input'];
  /** Why, in 1 to 500 characters. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type Company = {
  __typename?: 'Company';
  companyId: Scalars['ID']['output'];
  /** Levies that the law lets an employer choose to withhold, and that this one chose. */
  electedLevies: Array<ElectableLevy>;
  /** How many employees were ever added; numbers that were reserved and not used count too. */
  employeeCount: Scalars['Int']['output'];
  /** A 501(c)(3) organisation pays no federal unemployment tax. */
  isFutaExempt: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  /** Whether the person who started a run may also approve it. */
  selfApprovalAllowed: Scalars['Boolean']['output'];
  version: Scalars['Int']['output'];
};

export type Compensation = {
  __typename?: 'Compensation';
  /** For `SALARY`: a year's pay. */
  annualSalary: Maybe<Money>;
  /** For `HOURLY`: pay for one hour, before overtime. */
  hourlyRate: Maybe<Money>;
  /** Whether the law takes the job out of overtime (29 U.S.C. 213). */
  isOvertimeExempt: Scalars['Boolean']['output'];
  type: CompensationType;
};

export type CompensationInput = {
  /** Decimal string, for `SALARY`. */
  annualSalary?: InputMaybe<Scalars['String']['input']>;
  /** For a salary with overtime: the hours a week that it pays for, such as `"40"`. */
  coveredHours?: InputMaybe<Scalars['String']['input']>;
  /** For a salary: what a year is divided by. */
  divisor?: InputMaybe<SalaryDivisor>;
  /** Decimal string, for `HOURLY`. */
  hourlyRate?: InputMaybe<Scalars['String']['input']>;
  /** When left out, a salary is exempt from overtime and an hourly rate is not. */
  isOvertimeExempt?: InputMaybe<Scalars['Boolean']['input']>;
  type: CompensationType;
};

export type CompensationType =
  | 'HOURLY'
  | 'SALARY';

export type ControlTotals = {
  __typename?: 'ControlTotals';
  deductions: Money;
  employeeTaxes: Money;
  employerTaxes: Money;
  grossPay: Money;
  netPay: Money;
  reimbursements: Money;
};

export type CreateApiKeyInput = {
  idempotencyKey: Scalars['String']['input'];
  name: Scalars['String']['input'];
  scopes: Array<ApiKeyScope>;
};

export type CreateApiKeyPayload = {
  __typename?: 'CreateApiKeyPayload';
  apiKeyId: Maybe<Scalars['ID']['output']>;
  replayed: Scalars['Boolean']['output'];
  /** Send it as `Authorization: key <secret>`. Null when the call is a replay: the secret is shown once. */
  secret: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type CurrencyCode =
  | 'USD';

export type DecidePayrollRunPayload = {
  __typename?: 'DecidePayrollRunPayload';
  replayed: Scalars['Boolean']['output'];
  run: Maybe<PayrollRun>;
  userErrors: Array<UserError>;
};

export type Deduction = {
  __typename?: 'Deduction';
  /** A fixed amount for each run; otherwise `percent` is there. */
  amount: Maybe<Money>;
  deductionId: Scalars['ID']['output'];
  hsaCoverage: Maybe<HsaCoverage>;
  /** A share of plan compensation, in percent. */
  percent: Maybe<Scalars['String']['output']>;
  stateTreatments: Array<StateTreatment>;
  takenIn: DeductionTakenIn;
  type: DeductionType;
  whenPayIsShort: WhenPayIsShort;
};

export type DeductionInput = {
  /** Decimal string: a fixed amount for each run. Either this or `percent`. */
  amount?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 40 letters, digits, `.`, `-` or `_`; the same id is the same deduction for yearly limits and balances. */
  deductionId: Scalars['ID']['input'];
  /** For an HSA: decides the yearly limit. */
  hsaCoverage?: InputMaybe<HsaCoverage>;
  /** For dependent care of somebody married who files separately: half the limit. */
  isFilingSeparately?: InputMaybe<Scalars['Boolean']['input']>;
  /** Percent of plan compensation with at most four decimals. */
  percent?: InputMaybe<Scalars['String']['input']>;
  /** Answers for places where the treatment is not established. */
  stateTreatments?: InputMaybe<Array<StateTreatmentInput>>;
  takenIn?: InputMaybe<DeductionTakenIn>;
  type: DeductionType;
  whenPayIsShort?: InputMaybe<WhenPayIsShort>;
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
  amount: Scalars['String']['input'];
  /** Decimal string: hours that the amount stands for (leave, holiday); shown, not used. */
  hours?: InputMaybe<Scalars['String']['input']>;
  /** A discretionary bonus stays out of the rate that overtime is figured on. */
  isDiscretionary?: InputMaybe<Scalars['Boolean']['input']>;
  /** The off-cycle run of the period that pays it, by its sequence (1 to 99); left out, the regular run does, and no other. */
  offCycleSequence?: InputMaybe<Scalars['Int']['input']>;
  type: EarningType;
  /** First days of the workweeks in which it was earned; left out, those of this period. */
  workweekStartDates?: InputMaybe<Array<Scalars['AWSDate']['input']>>;
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

export type Employee = {
  __typename?: 'Employee';
  /** Of the birth date, which limits of deductions ask for, only the year is shown. */
  birthYear: Maybe<Scalars['Int']['output']>;
  compensation: Maybe<Compensation>;
  deductions: Array<Deduction>;
  employeeId: Scalars['ID']['output'];
  /** The company's own number for the employee. */
  externalId: Scalars['String']['output'];
  familyName: Scalars['String']['output'];
  /** Null while nothing is recorded: such an employee cannot be paid. */
  federalW4Form: Maybe<FederalW4Form>;
  ficaExemption: Maybe<FicaExemption>;
  garnishments: Array<Garnishment>;
  givenName: Scalars['String']['output'];
  /** Whether a lock-in letter of the IRS overrides the employee's form. */
  hasLockInLetter: Scalars['Boolean']['output'];
  hireDate: Scalars['AWSDate']['output'];
  /** Two-letter code of the state where the employee lives. */
  homeState: Scalars['String']['output'];
  localTaxes: Array<LocalTax>;
  nonresidentAlien: Maybe<NonresidentAlien>;
  payGroupId: Scalars['ID']['output'];
  stateTaxForms: Array<StateTaxForm>;
  status: EmployeeStatus;
  supportAllocation: Maybe<SupportAllocation>;
  /** For `W4_2020`. */
  taxProfile: Maybe<TaxProfile>;
  /** For `W4_BEFORE_2020`. */
  taxProfileBefore2020: Maybe<TaxProfileBefore2020>;
  terminationDate: Maybe<Scalars['AWSDate']['output']>;
  /** Rises by one with each change. */
  version: Scalars['Int']['output'];
  /** Two-letter code of the state where the work is done. */
  workState: Scalars['String']['output'];
};

export type EmployeeConnection = {
  __typename?: 'EmployeeConnection';
  nodes: Array<Employee>;
  pageInfo: PageInfo;
};

export type EmployeeInput = {
  /** Limits of some deductions depend on age. */
  birthDate?: InputMaybe<Scalars['AWSDate']['input']>;
  compensation?: InputMaybe<CompensationInput>;
  /** In the order in which they are taken. */
  deductions?: InputMaybe<Array<DeductionInput>>;
  /** When given, the change is refused unless it is the employee's current version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The company's own number for the employee, 1 to 64 characters: the same number is the same employee. */
  externalId: Scalars['String']['input'];
  familyName: Scalars['String']['input'];
  ficaExemption?: InputMaybe<FicaExemption>;
  garnishments?: InputMaybe<Array<GarnishmentInput>>;
  givenName: Scalars['String']['input'];
  hireDate: Scalars['AWSDate']['input'];
  /** Two-letter code of the state where the employee lives; left out, it is `workState`. */
  homeState?: InputMaybe<Scalars['String']['input']>;
  /** Left out, it is stated that there are none. */
  localTaxes?: InputMaybe<Array<LocalTaxInput>>;
  /** A lock-in letter of the IRS; it overrides the employee's form. */
  lockInLetter?: InputMaybe<TaxProfileInput>;
  /** The recorded fact that there is no form. */
  noTaxProfile?: InputMaybe<NoTaxProfileInput>;
  nonresidentAlien?: InputMaybe<NonresidentAlien>;
  payGroupId: Scalars['ID']['input'];
  /** Decimal string: Social Security wages that this employer paid last year; they decide about catch-up. */
  priorYearSocialSecurityWages?: InputMaybe<Scalars['String']['input']>;
  /** One for each state that withholds. */
  stateTaxForms?: InputMaybe<Array<StateTaxFormInput>>;
  /** Needed when there are several support orders and pay does not reach for all. */
  supportAllocation?: InputMaybe<SupportAllocation>;
  /**
   * Form W-4 of 2020 or later. One of `taxProfile`, `taxProfileBefore2020` and `noTaxProfile` may be given; without any, the
   * employee fails in a run, alone and with the fix, until one is handed in.
   */
  taxProfile?: InputMaybe<TaxProfileInput>;
  /** Form W-4 of 2019 or earlier. */
  taxProfileBefore2020?: InputMaybe<TaxProfileBefore2020Input>;
  terminationDate?: InputMaybe<Scalars['AWSDate']['input']>;
  /** Income tax was withheld last year: opens the flat rate for supplemental wages. */
  wasTaxWithheldLastYear?: InputMaybe<Scalars['Boolean']['input']>;
  /** Two-letter code of the state where the work is done. */
  workState: Scalars['String']['input'];
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

/** An order to withhold. Its id may be a court's case number, so that only the end of it is shown. */
export type Garnishment = {
  __typename?: 'Garnishment';
  /** What the order asks for each pay period; null: as much as its ceiling allows. */
  amount: Maybe<Money>;
  /** What was still owed when the year began, or when the order came. */
  balance: Maybe<Money>;
  maskedOrderId: Scalars['String']['output'];
  receivedDate: Scalars['AWSDate']['output'];
  type: GarnishmentType;
};

export type GarnishmentInput = {
  /** Decimal string: what the order asks for each pay period. Left out: as much as its ceiling allows. */
  amount?: InputMaybe<Scalars['String']['input']>;
  /** Decimal string: what is still owed; collection stops there. */
  balance?: InputMaybe<Scalars['String']['input']>;
  /** Levies: decimal string, the amount for each pay period that the notice leaves to the employee. */
  exemptAmount?: InputMaybe<Scalars['String']['input']>;
  /** Support: the order covers arrears of more than 12 weeks. */
  hasArrearsOver12Weeks?: InputMaybe<Scalars['Boolean']['input']>;
  /** Creditors: states that the state has no ceiling of its own. Either this or `stateLimit`. */
  hasFederalLimitOnly?: InputMaybe<Scalars['Boolean']['input']>;
  /** A federal levy that came before a support order is served before it. */
  isBeforeSupport?: InputMaybe<Scalars['Boolean']['input']>;
  /** Support: the employee supports another spouse or child. */
  isSupportingOtherFamily?: InputMaybe<Scalars['Boolean']['input']>;
  /** 1 to 40 letters, digits, `.`, `-` or `_`: the company's name of the order. */
  orderId: Scalars['ID']['input'];
  /** Creditors of one rank are served by this date. */
  receivedDate: Scalars['AWSDate']['input'];
  /** Creditors: the state's own ceiling. */
  stateLimit?: InputMaybe<GarnishmentStateLimitInput>;
  type: GarnishmentType;
};

/** The state's own ceiling on what a creditor may take. */
export type GarnishmentStateLimitInput = {
  /** Percent of disposable earnings. */
  percent: Scalars['String']['input'];
  /** Decimal string: what stays with the employee in any case. */
  protectedAmount: Scalars['String']['input'];
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
  hourlyRate: Scalars['String']['input'];
  /** Decimal string with at most two decimals. */
  hours: Scalars['String']['input'];
};

export type HsaCoverage =
  | 'FAMILY'
  | 'SELF_ONLY';

export type LocalTax = {
  __typename?: 'LocalTax';
  /** The locality's own amount for a year, where it sets one. */
  annualAmount: Maybe<Money>;
  basis: LocalTaxBasis;
  /** Such as `US-NY-NYC` or `US-PA-PHILADELPHIA`. */
  jurisdiction: Scalars['String']['output'];
  /** The locality's own rate in percent, where it sets one. */
  ratePercent: Maybe<Scalars['String']['output']>;
};

export type LocalTaxBasis =
  | 'RESIDENT'
  | 'WORKPLACE';

export type LocalTaxInput = {
  /** Decimal string, where the locality sets its own yearly amount. */
  annualAmount?: InputMaybe<Scalars['String']['input']>;
  basis: LocalTaxBasis;
  /** `US-NY-NYC`, `US-NY-YONKERS`, `US-PA-PHILADELPHIA`, `US-PA-EIT`, `US-PA-LST` or `US-IN-COUNTY`. */
  jurisdiction: Scalars['String']['input'];
  /** Percent with at most four decimals, where the locality sets its own rate. */
  ratePercent?: InputMaybe<Scalars['String']['input']>;
};

/** An amount of money: `amount` is a decimal string with exactly two decimals, such as `"1234.50"`. */
export type Money = {
  __typename?: 'Money';
  amount: Scalars['String']['output'];
  currency: CurrencyCode;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Approves exactly the calculation whose hash the approver saw. */
  approvePayrollRun: Maybe<DecidePayrollRunPayload>;
  cancelPayrollRun: Maybe<DecidePayrollRunPayload>;
  /** Makes an API key for a partner application. The secret is shown once and stored only as a hash. */
  createApiKey: Maybe<CreateApiKeyPayload>;
  /** For the event rule alone: hands one segment's progress to the subscribers. */
  publishRunProgress: Maybe<RunProgress>;
  /** For the event rule alone: hands a run's new status to the subscribers. */
  publishRunStatus: Maybe<RunStatusChange>;
  rejectPayrollRun: Maybe<DecidePayrollRunPayload>;
  revokeApiKey: Maybe<RevokeApiKeyPayload>;
  /**
   * Starts the run of one pay group for one pay period. Safe to send any number of times: the same key and the same period
   * give the same run, with `replayed: true`.
   */
  startPayrollRun: Maybe<StartPayrollRunPayload>;
  /** Creates or changes the caller's own company. */
  upsertCompany: Maybe<UpsertCompanyPayload>;
  /** Creates or changes up to 25 employees, each by its own `externalId`; one bad row does not hold up the others. */
  upsertEmployees: Maybe<UpsertEmployeesPayload>;
  /** Creates or changes a pay group with its pay schedule. */
  upsertPayGroup: Maybe<UpsertPayGroupPayload>;
  /** Hours, bonuses, leave, reimbursements and the like for one pay period, for up to 25 employees. */
  upsertPayrollInputs: Maybe<UpsertPayrollInputsPayload>;
};


export type MutationApprovePayrollRunArgs = {
  input: ApprovePayrollRunInput;
};


export type MutationCancelPayrollRunArgs = {
  input: CancelPayrollRunInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationPublishRunProgressArgs = {
  input: RunProgressInput;
};


export type MutationPublishRunStatusArgs = {
  input: RunStatusChangeInput;
};


export type MutationRejectPayrollRunArgs = {
  input: RejectPayrollRunInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationStartPayrollRunArgs = {
  input: StartPayrollRunInput;
};


export type MutationUpsertCompanyArgs = {
  input: UpsertCompanyInput;
};


export type MutationUpsertEmployeesArgs = {
  input: UpsertEmployeesInput;
};


export type MutationUpsertPayGroupArgs = {
  input: UpsertPayGroupInput;
};


export type MutationUpsertPayrollInputsArgs = {
  input: UpsertPayrollInputsInput;
};

/** Records that no valid Form W-4 is there: withholding is that of a single person. */
export type NoTaxProfileInput = {
  isFirstPaidBefore2020: Scalars['Boolean']['input'];
};

/** A nonresident alien's wages are raised before withholding (IRS Publication 15-T), except those of some from India. */
export type NonresidentAlien =
  | 'STANDARD'
  | 'STUDENT_OR_APPRENTICE_FROM_INDIA';

export type PageInfo = {
  __typename?: 'PageInfo';
  /** Give it as `after` to read on. */
  endCursor: Maybe<Scalars['String']['output']>;
  hasNextPage: Scalars['Boolean']['output'];
};

export type PayFrequency =
  | 'BIWEEKLY'
  | 'MONTHLY'
  | 'SEMIMONTHLY'
  | 'WEEKLY';

export type PayGroup = {
  __typename?: 'PayGroup';
  /** First day of some pay period; the others are counted from it. Semimonthly and monthly periods follow the calendar. */
  anchorDate: Scalars['AWSDate']['output'];
  approvalPolicy: ApprovalPolicy;
  frequency: PayFrequency;
  name: Scalars['String']['output'];
  /** Calendar days from the end of a period to its pay date, before banking holidays move it earlier. */
  payDateOffsetDays: Scalars['Int']['output'];
  payGroupId: Scalars['ID']['output'];
  /** Whether the schedule starts the run by itself on the day after the period ends. */
  startsAutomatically: Scalars['Boolean']['output'];
  version: Scalars['Int']['output'];
};

export type PayGroupConnection = {
  __typename?: 'PayGroupConnection';
  nodes: Array<PayGroup>;
  pageInfo: PageInfo;
};

export type PayPeriod = {
  __typename?: 'PayPeriod';
  endDate: Scalars['AWSDate']['output'];
  payDate: Scalars['AWSDate']['output'];
  startDate: Scalars['AWSDate']['output'];
};

export type PayPeriods = {
  __typename?: 'PayPeriods';
  periods: Array<PayPeriod>;
  userErrors: Array<UserError>;
};

/** All that is entered for one employee and one period; what was entered before is replaced. */
export type PayrollInputInput = {
  earnings?: InputMaybe<Array<EarningInput>>;
  externalId: Scalars['String']['input'];
  hoursWorked?: InputMaybe<Array<WorkweekHoursInput>>;
  supplementalMethod?: InputMaybe<SupplementalMethod>;
  /** Whole workdays of unpaid absence that the law lets a salary lose (29 CFR 541.602). */
  unpaidAbsenceDays?: InputMaybe<Scalars['Int']['input']>;
};

export type PayrollRun = {
  __typename?: 'PayrollRun';
  /** When a run that waits for approval is cancelled by itself. */
  approvalDeadline: Maybe<Scalars['AWSDateTime']['output']>;
  calculatedCount: Maybe<Scalars['Int']['output']>;
  /** Names this exact calculation; give it to `approvePayrollRun`. */
  calculationHash: Maybe<Scalars['String']['output']>;
  /** Sums over all payslips; present once the run is reconciled. */
  controlTotals: Maybe<ControlTotals>;
  decidedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Who approved, rejected or cancelled it. */
  decidedBy: Maybe<Scalars['String']['output']>;
  employeeCount: Maybe<Scalars['Int']['output']>;
  failedCount: Maybe<Scalars['Int']['output']>;
  payGroupId: Scalars['ID']['output'];
  period: PayPeriod;
  runId: Scalars['ID']['output'];
  /** Counts the runs of the same group, period and type, from 1. */
  sequence: Scalars['Int']['output'];
  startedAt: Scalars['AWSDateTime']['output'];
  startedBy: Scalars['String']['output'];
  status: PayrollRunStatus;
  /** Why the run failed, was rejected or was cancelled. */
  statusReason: Maybe<Scalars['String']['output']>;
  type: PayrollRunType;
  /** Rises with each change of status. */
  version: Scalars['Int']['output'];
};

export type PayrollRunConnection = {
  __typename?: 'PayrollRunConnection';
  nodes: Array<PayrollRun>;
  pageInfo: PageInfo;
};

export type PayrollRunItem = {
  __typename?: 'PayrollRunItem';
  employeeId: Scalars['ID']['output'];
  employeeName: Scalars['String']['output'];
  error: Maybe<RunItemError>;
  grossPay: Maybe<Money>;
  netPay: Maybe<Money>;
  payslipId: Maybe<Scalars['ID']['output']>;
  runId: Scalars['ID']['output'];
  status: PayrollRunItemStatus;
};

export type PayrollRunItemConnection = {
  __typename?: 'PayrollRunItemConnection';
  nodes: Array<PayrollRunItem>;
  pageInfo: PageInfo;
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

export type Payslip = {
  __typename?: 'Payslip';
  employeeId: Scalars['ID']['output'];
  employeeName: Scalars['String']['output'];
  grossPay: Money;
  lines: Array<PayslipLine>;
  netPay: Money;
  payDate: Scalars['AWSDate']['output'];
  payslipId: Scalars['ID']['output'];
  /** The version of the rules that computed it, such as `us-2026.1`. */
  ruleSetVersion: Scalars['String']['output'];
  runId: Scalars['ID']['output'];
};

export type PayslipExplanation = {
  __typename?: 'PayslipExplanation';
  employeeId: Scalars['ID']['output'];
  employeeName: Scalars['String']['output'];
  grossPay: Money;
  /** One for each line of the payslip, in the same order. */
  lines: Array<PayslipLineExplanation>;
  netPay: Money;
  payslipId: Scalars['ID']['output'];
  /** SHA-256 over the figures of that rule set, hexadecimal. */
  ruleSetHash: Scalars['String']['output'];
  ruleSetVersion: Scalars['String']['output'];
  runId: Scalars['ID']['output'];
  /** From gross to net, in a sentence. */
  summary: Scalars['String']['output'];
};

export type PayslipLine = {
  __typename?: 'PayslipLine';
  amount: Money;
  /** A code of the payroll dictionary, such as `REGULAR` or `US_FEDERAL_INCOME_TAX`. */
  code: Scalars['String']['output'];
  kind: PayslipLineKind;
};

export type PayslipLineExplanation = {
  __typename?: 'PayslipLineExplanation';
  amount: Money;
  /** The law or publication that the rule follows. */
  citation: Scalars['String']['output'];
  code: Scalars['String']['output'];
  kind: PayslipLineKind;
  /** The rule's id, such as `US.federalIncomeTax`. */
  ruleId: Scalars['String']['output'];
  ruleSetVersion: Scalars['String']['output'];
  /** From what was handed in to the amount, in the order of the calculation. */
  steps: Array<CalculationStep>;
  /** What the line is, in a sentence. */
  words: Scalars['String']['output'];
};

export type PayslipLineKind =
  | 'EARNING'
  | 'EMPLOYER_TAX'
  | 'GARNISHMENT'
  | 'POST_TAX_DEDUCTION'
  | 'PRE_TAX_DEDUCTION'
  | 'REIMBURSEMENT'
  | 'TAX';

export type PayslipVerification = {
  __typename?: 'PayslipVerification';
  /** What differs first, in words; null when it matches. */
  firstDifference: Maybe<Scalars['String']['output']>;
  /** SHA-256 of the payslip on record, hexadecimal. */
  hash: Scalars['String']['output'];
  /** Whether the payslip on record is, byte for byte, the one that its frozen inputs give. */
  matches: Scalars['Boolean']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The caller's own company. */
  company: Maybe<Company>;
  employee: Maybe<Employee>;
  /**
   * Employees in the order in which they were added. `first` is 1 to 100; a page may hold fewer than asked for and still
   * have a next one.
   */
  employees: Maybe<EmployeeConnection>;
  /**
   * A payslip line by line: what it is, by which rule and which source, and every step from what was handed in to the cent.
   * Calculated anew from what the run froze; an error of the type `PAYSLIP_DIFFERS` when that is not the payslip on record.
   */
  explainPayslip: Maybe<PayslipExplanation>;
  /** The employees of a run who could not be calculated, each with the reason and the fix; `first` is 1 to 100. */
  failedPayrollRunItems: Maybe<PayrollRunItemConnection>;
  /** The signed-in employee's own payslip of a run; null until the run is approved. */
  myPayslip: Maybe<Payslip>;
  payGroup: Maybe<PayGroup>;
  /** Pay groups in order of their ids; `first` is 1 to 100. */
  payGroups: Maybe<PayGroupConnection>;
  /** The pay periods of a group that start within the given dates (both included, at most 400 days apart). */
  payPeriods: Maybe<PayPeriods>;
  payrollRun: Maybe<PayrollRun>;
  /** What happened to a run, oldest first, from the event after `afterSequence`; at most 100 a call. */
  payrollRunEvents: Maybe<Array<RunEvent>>;
  /**
   * The employees of a run in the order of their ids. `first` is 1 to 100; a page ends with a segment of the run, so it may
   * hold fewer than asked for and still have a next one.
   */
  payrollRunItems: Maybe<PayrollRunItemConnection>;
  /** Runs of the company, the latest pay period first; `first` is 1 to 100. */
  payrollRuns: Maybe<PayrollRunConnection>;
  payslip: Maybe<Payslip>;
  /** One employee's payslip of a run, found by the employee. */
  payslipOfEmployee: Maybe<Payslip>;
  /** The counts as they stand in the table: what a subscriber reads first, and after every reconnect. */
  runProgress: Maybe<RunProgress>;
  /** Calculates a payslip anew from what the run froze and the recorded rule set, and compares it byte for byte. */
  verifyPayslip: Maybe<PayslipVerification>;
};


export type QueryEmployeeArgs = {
  employeeId: Scalars['ID']['input'];
};


export type QueryEmployeesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryExplainPayslipArgs = {
  payslipId: Scalars['ID']['input'];
};


export type QueryFailedPayrollRunItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryMyPayslipArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryPayGroupArgs = {
  payGroupId: Scalars['ID']['input'];
};


export type QueryPayGroupsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPayPeriodsArgs = {
  fromDate: Scalars['AWSDate']['input'];
  payGroupId: Scalars['ID']['input'];
  toDate: Scalars['AWSDate']['input'];
};


export type QueryPayrollRunArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryPayrollRunEventsArgs = {
  afterSequence?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryPayrollRunItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryPayrollRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryPayslipArgs = {
  payslipId: Scalars['ID']['input'];
};


export type QueryPayslipOfEmployeeArgs = {
  employeeId: Scalars['ID']['input'];
  runId: Scalars['ID']['input'];
};


export type QueryRunProgressArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryVerifyPayslipArgs = {
  payslipId: Scalars['ID']['input'];
};

export type RejectPayrollRunInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Why, in 1 to 500 characters. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type RevokeApiKeyInput = {
  apiKeyId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type RevokeApiKeyPayload = {
  __typename?: 'RevokeApiKeyPayload';
  apiKeyId: Maybe<Scalars['ID']['output']>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

/** One entry of a run's append-only history; each holds the hash of the one before it. */
export type RunEvent = {
  __typename?: 'RunEvent';
  /** The person's user id, or the name of the worker. */
  actor: Scalars['String']['output'];
  at: Scalars['AWSDateTime']['output'];
  hash: Scalars['String']['output'];
  previousHash: Scalars['String']['output'];
  reason: Maybe<Scalars['String']['output']>;
  sequence: Scalars['Int']['output'];
  status: PayrollRunStatus;
};

/** An employee whose calculation ended. */
export type RunItemChange = {
  __typename?: 'RunItemChange';
  employeeId: Scalars['ID']['output'];
  /** Present for a failed employee. */
  errorCode: Maybe<Scalars['String']['output']>;
  status: PayrollRunItemStatus;
};

export type RunItemChangeInput = {
  employeeId: Scalars['ID']['input'];
  errorCode?: InputMaybe<Scalars['String']['input']>;
  status: PayrollRunItemStatus;
};

/** Why one employee could not be calculated, and what mends it. */
export type RunItemError = {
  __typename?: 'RunItemError';
  /** A code of the payroll engine, such as `W4_MISSING`. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  resolution: Scalars['String']['output'];
};

/**
 * How far a run is. As a message it carries the employees of one segment in `changed` (at most 100); messages may be lost,
 * doubled or come out of order, so merge the counts by the highest `sequence` and read `runProgress` after a gap.
 */
export type RunProgress = {
  __typename?: 'RunProgress';
  calculatedCount: Scalars['Int']['output'];
  changed: Maybe<Array<RunItemChange>>;
  closedSegmentCount: Scalars['Int']['output'];
  companyId: Scalars['ID']['output'];
  employeeCount: Scalars['Int']['output'];
  failedCount: Scalars['Int']['output'];
  runId: Scalars['ID']['output'];
  segmentCount: Scalars['Int']['output'];
  /** Rises by one with each closed segment, without gaps: as many as `closedSegmentCount`. */
  sequence: Scalars['Int']['output'];
};

export type RunProgressInput = {
  calculatedCount: Scalars['Int']['input'];
  changed: Array<RunItemChangeInput>;
  closedSegmentCount: Scalars['Int']['input'];
  companyId: Scalars['ID']['input'];
  employeeCount: Scalars['Int']['input'];
  failedCount: Scalars['Int']['input'];
  runId: Scalars['ID']['input'];
  segmentCount: Scalars['Int']['input'];
  sequence: Scalars['Int']['input'];
};

export type RunStatusChange = {
  __typename?: 'RunStatusChange';
  at: Scalars['AWSDateTime']['output'];
  companyId: Scalars['ID']['output'];
  runId: Scalars['ID']['output'];
  status: PayrollRunStatus;
  /** The run's version after the change: keep the highest. */
  version: Scalars['Int']['output'];
};

export type RunStatusChangeInput = {
  at: Scalars['AWSDateTime']['input'];
  companyId: Scalars['ID']['input'];
  runId: Scalars['ID']['input'];
  status: PayrollRunStatus;
  version: Scalars['Int']['input'];
};

export type SalaryDivisor =
  /** The pay dates that the year really has. */
  | 'PAY_DATES_IN_YEAR'
  /** 52, 26, 24 or 12: the default. */
  | 'PERIODS_PER_YEAR';

export type StartPayrollRunInput = {
  idempotencyKey: Scalars['String']['input'];
  payGroupId: Scalars['ID']['input'];
  /** First day of the pay period. */
  periodStartDate: Scalars['AWSDate']['input'];
  /**
   * Give 2 or more to run the same period again. A regular period is paid once: the sequence before must have been
   * cancelled or rejected, or have failed.
   */
  sequence?: InputMaybe<Scalars['Int']['input']>;
  type?: InputMaybe<PayrollRunType>;
};

export type StartPayrollRunPayload = {
  __typename?: 'StartPayrollRunPayload';
  /** Whether the run was there already. */
  replayed: Scalars['Boolean']['output'];
  run: Maybe<PayrollRun>;
  userErrors: Array<UserError>;
};

/** A state's withholding certificate, in the words of its form; each state uses some of the members. */
export type StateTaxForm = {
  __typename?: 'StateTaxForm';
  additionalAllowances: Maybe<Scalars['Int']['output']>;
  adoptedChildren: Maybe<Scalars['Int']['output']>;
  allowances: Maybe<Scalars['Int']['output']>;
  annualAmount: Maybe<Money>;
  blindness: Maybe<Scalars['Int']['output']>;
  electedRatePercent: Maybe<Scalars['String']['output']>;
  /** For each pay period, added last. */
  extraWithholding: Maybe<Money>;
  filingStatus: Maybe<Scalars['String']['output']>;
  firstTimeDependents: Maybe<Scalars['Int']['output']>;
  hasReciprocityCertificate: Maybe<Scalars['Boolean']['output']>;
  state: Scalars['String']['output'];
};

export type StateTaxFormInput = {
  additionalAllowances?: InputMaybe<Scalars['Int']['input']>;
  adoptedChildren?: InputMaybe<Scalars['Int']['input']>;
  allowances?: InputMaybe<Scalars['Int']['input']>;
  /** Decimal string: a yearly amount on the form. */
  annualAmount?: InputMaybe<Scalars['String']['input']>;
  blindness?: InputMaybe<Scalars['Int']['input']>;
  /** Percent: the rate that the employee elected (Arizona). */
  electedRatePercent?: InputMaybe<Scalars['String']['input']>;
  /** Decimal string, for each pay period. */
  extraWithholding?: InputMaybe<Scalars['String']['input']>;
  /** In the state's own words, such as `SINGLE`; docs/payslip-input.md lists them by state. */
  filingStatus?: InputMaybe<Scalars['String']['input']>;
  firstTimeDependents?: InputMaybe<Scalars['Int']['input']>;
  /** The certificate that keeps the work state from withholding on a resident of another. */
  hasReciprocityCertificate?: InputMaybe<Scalars['Boolean']['input']>;
  /** Two-letter code of the state. */
  state: Scalars['String']['input'];
};

/** How a state or a locality treats a deduction, where that is not established by its law. */
export type StateTreatment = {
  __typename?: 'StateTreatment';
  incomeTax: Maybe<WageTreatment>;
  levies: Maybe<WageTreatment>;
  /** Two-letter code of the state, or the jurisdiction of the locality. */
  place: Scalars['String']['output'];
};

export type StateTreatmentInput = {
  incomeTax?: InputMaybe<WageTreatment>;
  levies?: InputMaybe<WageTreatment>;
  /** Two-letter code of the state, or the jurisdiction of the locality. */
  place: Scalars['String']['input'];
};

export type Subscription = {
  __typename?: 'Subscription';
  /** Counts of one run, and the employees that changed, about every hundred employees. */
  onRunProgress: Maybe<RunProgress>;
  /** Every change of status of the company's runs. */
  onRunStatusChanged: Maybe<RunStatusChange>;
};


export type SubscriptionOnRunProgressArgs = {
  runId: Scalars['ID']['input'];
};


export type SubscriptionOnRunStatusChangedArgs = {
  companyId: Scalars['ID']['input'];
};

/** How taxes are withheld from bonuses and the like, where the law leaves a choice. */
export type SupplementalMethod =
  | 'AGGREGATE'
  | 'FLAT';

/** How several support orders share pay that does not reach for all. */
export type SupportAllocation =
  | 'EQUAL'
  | 'PRORATE';

/** Form W-4 of 2020 or later, as the employee filled it in. */
export type TaxProfile = {
  __typename?: 'TaxProfile';
  /** Step 4(b), a year's deductions. */
  deductions: Maybe<Money>;
  /** Step 3, a year's credits. */
  dependentsCredit: Maybe<Money>;
  /** The year for which the employee claims to be exempt from withholding. */
  exemptForYear: Maybe<Scalars['Int']['output']>;
  /** Step 4(c), extra withholding for each pay period. */
  extraWithholding: Maybe<Money>;
  filingStatus: FilingStatus;
  /** Step 2: two jobs, or a spouse who works. */
  multipleJobs: Scalars['Boolean']['output'];
  /** Step 4(a), a year's other income. */
  otherIncome: Maybe<Money>;
};

/** Form W-4 of 2019 or earlier. */
export type TaxProfileBefore2020 = {
  __typename?: 'TaxProfileBefore2020';
  /** Line 6, for each pay period. */
  additionalWithholding: Money;
  /** Line 5. */
  allowances: Scalars['Int']['output'];
  exemptForYear: Maybe<Scalars['Int']['output']>;
  maritalStatus: W4MaritalStatus;
};

export type TaxProfileBefore2020Input = {
  /** Decimal string, for each pay period. */
  additionalWithholding?: InputMaybe<Scalars['String']['input']>;
  /** 0 to 999. */
  allowances: Scalars['Int']['input'];
  exemptForYear?: InputMaybe<Scalars['Int']['input']>;
  maritalStatus: W4MaritalStatus;
};

export type TaxProfileInput = {
  deductions?: InputMaybe<Scalars['String']['input']>;
  dependentsCredit?: InputMaybe<Scalars['String']['input']>;
  /** The year for which the employee claims to be exempt; it holds to 15 February of the next. */
  exemptForYear?: InputMaybe<Scalars['Int']['input']>;
  extraWithholding?: InputMaybe<Scalars['String']['input']>;
  filingStatus: FilingStatus;
  multipleJobs?: InputMaybe<Scalars['Boolean']['input']>;
  otherIncome?: InputMaybe<Scalars['String']['input']>;
};

export type UnemploymentRateInput = {
  /** Percent with at most four decimals, such as `"2.7"`. */
  ratePercent: Scalars['String']['input'];
  /** Two-letter code of the state. */
  state: Scalars['String']['input'];
  /** Decimal string: the yearly wages of one employee on which the tax is due. May be left out for CA and NY. */
  wageBase?: InputMaybe<Scalars['String']['input']>;
};

export type UpsertCompanyInput = {
  electedLevies?: InputMaybe<Array<ElectableLevy>>;
  /** Chosen by the client, 1 to 128 characters; the same key with other input is refused. */
  idempotencyKey: Scalars['String']['input'];
  isFutaExempt?: InputMaybe<Scalars['Boolean']['input']>;
  name: Scalars['String']['input'];
  selfApprovalAllowed?: InputMaybe<Scalars['Boolean']['input']>;
  /** One for each state where somebody works, from the state's yearly rate notice. */
  unemploymentRates?: InputMaybe<Array<UnemploymentRateInput>>;
};

export type UpsertCompanyPayload = {
  __typename?: 'UpsertCompanyPayload';
  company: Maybe<Company>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type UpsertEmployeeResult = {
  __typename?: 'UpsertEmployeeResult';
  employeeId: Maybe<Scalars['ID']['output']>;
  externalId: Scalars['String']['output'];
  outcome: UpsertOutcome;
  userErrors: Array<UserError>;
  version: Maybe<Scalars['Int']['output']>;
};

export type UpsertEmployeesInput = {
  /** 1 to 25 employees. */
  employees: Array<EmployeeInput>;
  idempotencyKey: Scalars['String']['input'];
};

export type UpsertEmployeesPayload = {
  __typename?: 'UpsertEmployeesPayload';
  replayed: Scalars['Boolean']['output'];
  /** One for each employee of the input, in the same order. */
  results: Array<UpsertEmployeeResult>;
  userErrors: Array<UserError>;
};

export type UpsertOutcome =
  | 'CREATED'
  | 'REFUSED'
  /** The same facts were there already. */
  | 'UNCHANGED'
  | 'UPDATED';

export type UpsertPayGroupInput = {
  anchorDate: Scalars['AWSDate']['input'];
  approvalPolicy?: InputMaybe<ApprovalPolicy>;
  frequency: PayFrequency;
  idempotencyKey: Scalars['String']['input'];
  name: Scalars['String']['input'];
  payDateOffsetDays?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 40 letters, digits, `-` or `_`, chosen by the company. */
  payGroupId: Scalars['ID']['input'];
  startsAutomatically?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UpsertPayGroupPayload = {
  __typename?: 'UpsertPayGroupPayload';
  payGroup: Maybe<PayGroup>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type UpsertPayrollInputsInput = {
  idempotencyKey: Scalars['String']['input'];
  /** 1 to 25 employees. */
  inputs: Array<PayrollInputInput>;
  payGroupId: Scalars['ID']['input'];
  /** First day of the pay period. */
  periodStartDate: Scalars['AWSDate']['input'];
};

export type UpsertPayrollInputsPayload = {
  __typename?: 'UpsertPayrollInputsPayload';
  replayed: Scalars['Boolean']['output'];
  results: Array<UpsertEmployeeResult>;
  userErrors: Array<UserError>;
};

/** Why a command was refused: nothing was written. */
export type UserError = {
  __typename?: 'UserError';
  code: ErrorCode;
  /** Path of the input field, outermost first. */
  field: Maybe<Array<Scalars['String']['output']>>;
  /** Names the value that was refused and the limit that it met. */
  message: Scalars['String']['output'];
  /** What to do next. */
  resolution: Scalars['String']['output'];
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
  hours: Scalars['String']['input'];
  /** Hours beside those, each at another rate. */
  otherRates?: InputMaybe<Array<HoursAtRateInput>>;
  /** Decimal string: overtime premium of this week that an earlier run paid. */
  premiumPaidEarlier?: InputMaybe<Scalars['String']['input']>;
  /**
   * Decimal string: what state overtime law adds to the federal premium, from timekeeping. Must be there in a state with
   * daily overtime (California); `"0"` is an answer.
   */
  stateOvertime?: InputMaybe<Scalars['String']['input']>;
  /** 1 for the first workweek of the period. */
  week: Scalars['Int']['input'];
};
