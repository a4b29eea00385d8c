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

export type AcknowledgePaymentFileInput = {
  /** SHA-256 of the file that the bank has, as `PaymentFile.hash` shows it. */
  hash: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
  paymentFileId: Scalars['ID']['input'];
  runId: Scalars['ID']['input'];
};

export type AcknowledgePaymentFilePayload = {
  __typename?: 'AcknowledgePaymentFilePayload';
  paymentFile: Maybe<PaymentFile>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type ApiKey = {
  __typename?: 'ApiKey';
  apiKeyId: Scalars['ID']['output'];
  createdAt: Maybe<Scalars['AWSDateTime']['output']>;
  name: Scalars['String']['output'];
  revokedAt: Maybe<Scalars['AWSDateTime']['output']>;
  scopes: Array<ApiKeyScope>;
};

/** What a partner application may do with its key. */
export type ApiKeyScope =
  | 'READ'
  | 'WRITE';

export type ApplyNoticeOfChangeInput = {
  idempotencyKey: Scalars['String']['input'];
  noticeId: Scalars['ID']['input'];
};

export type ApplyNoticeOfChangePayload = {
  __typename?: 'ApplyNoticeOfChangePayload';
  notice: Maybe<NoticeOfChange>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

/** One person's approval of one calculation. */
export type Approval = {
  __typename?: 'Approval';
  actor: Scalars['String']['output'];
  at: Scalars['AWSDateTime']['output'];
  calculationHash: Scalars['String']['output'];
};

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

export type BankAccountType =
  | 'CHECKING'
  | 'SAVINGS';

/** What became of one entry of a bank's file. */
export type BankReturn = {
  __typename?: 'BankReturn';
  amount: Money;
  code: Scalars['String']['output'];
  individualId: Scalars['String']['output'];
  individualName: Scalars['String']['output'];
  kind: BankReturnKind;
  meaning: Scalars['String']['output'];
  /** What happened and what to do. */
  message: Scalars['String']['output'];
  noticeId: Maybe<Scalars['ID']['output']>;
  outcome: BankReturnOutcome;
  paymentId: Maybe<Scalars['ID']['output']>;
  /** Counts the records of the file, from 1. */
  recordNumber: Scalars['Int']['output'];
  runId: Maybe<Scalars['ID']['output']>;
  /** Of the entry that went out. */
  traceNumber: Scalars['String']['output'];
};

export type BankReturnKind =
  /** It did, and the bank names what to write next time. */
  | 'CHANGE'
  /** A bank insists on an earlier return that was dishonored. */
  | 'CONTESTED'
  /** A bank does not accept an earlier return. */
  | 'DISHONORED'
  /** The money did not arrive. */
  | 'RETURN';

export type BankReturnOutcome =
  /** Recorded by an earlier file, or overtaken by a later payment. */
  | 'ALREADY_RECORDED'
  /** Amount or individual id are not those that went out: nothing was recorded. */
  | 'DIFFERS'
  /** Nothing was recorded; a person must act. */
  | 'NEEDS_ATTENTION'
  /** No payment file of the company has this trace number. */
  | 'NOT_FOUND'
  | 'RECORDED';

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

/** How much money must be where by when. */
export type CashRequirement = {
  __typename?: 'CashRequirement';
  checks: Money;
  deductions: Array<CashRequirementLine>;
  directDeposits: Money;
  fundingAccountId: Maybe<Scalars['ID']['output']>;
  /** The banking day on which the funding account is debited. */
  fundingDate: Scalars['AWSDate']['output'];
  garnishments: Array<CashRequirementLine>;
  runId: Scalars['ID']['output'];
  /** Withheld and owed by the employer together, by the liability account. */
  taxes: Array<CashRequirementLine>;
  total: Money;
};

export type CashRequirementLine = {
  __typename?: 'CashRequirementLine';
  /** A code of the chart of accounts. */
  account: Scalars['String']['output'];
  amount: Money;
  name: Scalars['String']['output'];
};

export type ChangePaymentPayload = {
  __typename?: 'ChangePaymentPayload';
  payment: Maybe<Payment>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type ChangePayrollRunPayload = {
  __typename?: 'ChangePayrollRunPayload';
  replayed: Scalars['Boolean']['output'];
  run: Maybe<PayrollRun>;
  userErrors: Array<UserError>;
};

export type ClearableCompanyMember =
  | 'SECOND_APPROVER_ABOVE_PERCENT';

export type ClearableHookMember =
  | 'PAY_GROUP_ID';

export type ClearablePayGroupMember =
  | 'FUNDING_ACCOUNT_ID';

/** One call of a mutation, by its idempotency key. */
export type Command = {
  __typename?: 'Command';
  /** The person's user id, `key:` and the id of an API key, or `schedule`. */
  actor: Scalars['String']['output'];
  at: Scalars['AWSDateTime']['output'];
  idempotencyKey: Scalars['String']['output'];
  /** Ids of what it made or changed, such as the run's. */
  ids: Array<Scalars['ID']['output']>;
  mutation: Scalars['String']['output'];
  outcome: CommandOutcome;
};

export type CommandOutcome =
  /** It was done then. */
  | 'DONE'
  /** What it asked for was there already. */
  | 'FOUND_EXISTING';

export type Company = {
  __typename?: 'Company';
  companyId: Scalars['ID']['output'];
  /** How places treat deductions where their law does not say, decided once for all employees. */
  deductionTreatments: Array<DecidedTreatment>;
  /** Levies that the law lets an employer choose to withhold, and that this one chose. */
  electedLevies: Array<ElectableLevy>;
  /** How many employees were ever added; numbers that were reserved and not used count too. */
  employeeCount: Scalars['Int']['output'];
  /** A 501(c)(3) organisation pays no federal unemployment tax. */
  isFutaExempt: Scalars['Boolean']['output'];
  name: Scalars['String']['output'];
  /**
   * Percent: a run whose gross, net or headcount differs by more from the last regular run of its group needs two approvers.
   * Null: one is always enough.
   */
  secondApproverAbovePercent: Maybe<Scalars['String']['output']>;
  /** Whether the person who started a run may also approve it. */
  selfApprovalAllowed: Scalars['Boolean']['output'];
  /** In the order of the states; what `upsertCompany` recorded. */
  unemploymentRates: Array<UnemploymentRate>;
  version: Scalars['Int']['output'];
};

export type Compensation = {
  __typename?: 'Compensation';
  /** For `SALARY`: a year's pay. */
  annualSalary: Maybe<Money>;
  /** For a salary with overtime: the hours a week that it pays for, such as `"40"`. */
  coveredHours: Maybe<Scalars['String']['output']>;
  /** For a salary: what a year is divided by; null where nothing was chosen, which is `PERIODS_PER_YEAR`. */
  divisor: Maybe<SalaryDivisor>;
  /** For `HOURLY`: pay for one hour, before overtime. */
  hourlyRate: Maybe<Money>;
  /** Whether the law takes the job out of overtime (29 U.S.C. 213). */
  isOvertimeExempt: Scalars['Boolean']['output'];
  type: CompensationType;
};

/**
 * What an employee is paid. A member that is left out stays as it is recorded while the type stays the same; another type
 * begins with nothing.
 */
export type CompensationInput = {
  /** Decimal string, for `SALARY`. */
  annualSalary?: InputMaybe<Scalars['String']['input']>;
  /** For a salary with overtime: the hours a week that it pays for, such as `"40"`. */
  coveredHours?: InputMaybe<Scalars['String']['input']>;
  /** For a salary: what a year is divided by. */
  divisor?: InputMaybe<SalaryDivisor>;
  /** Decimal string, for `HOURLY`. */
  hourlyRate?: InputMaybe<Scalars['String']['input']>;
  /** When never given, a salary is exempt from overtime and an hourly rate is not. */
  isOvertimeExempt?: InputMaybe<Scalars['Boolean']['input']>;
  /** Left out, it is the recorded type; of an employee without one, what the given amount says. */
  type?: InputMaybe<CompensationType>;
};

export type CompensationType =
  | 'HOURLY'
  | 'SALARY';

export type CompleteRunHookInput = {
  hookId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  outcome: HookOutcome;
  /** 1 to 500 characters; needed for STOP. */
  reason?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
};

export type CompleteRunHookPayload = {
  __typename?: 'CompleteRunHookPayload';
  hookCall: Maybe<HookCall>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

/** A setting that decides who must look at a run before it is paid. */
export type Control =
  /** Whether a person must approve the runs of a pay group at all. */
  | 'APPROVAL_POLICY'
  /** The variance from which two people must approve. */
  | 'SECOND_APPROVER'
  /** Whether the person who started a run may approve it. */
  | 'SELF_APPROVAL';

/** One change of a control: what it was, what it became, and who changed it. */
export type ControlChange = {
  __typename?: 'ControlChange';
  /** The person's user id, or `key:` and the id of an API key. */
  actor: Scalars['String']['output'];
  after: Maybe<Scalars['String']['output']>;
  at: Scalars['AWSDateTime']['output'];
  /** Such as `REQUIRED`; null: nothing was set. */
  before: Maybe<Scalars['String']['output']>;
  control: Control;
  /** Whether fewer people look at a run than before. */
  isLoosened: Scalars['Boolean']['output'];
  /** For APPROVAL_POLICY: the pay group. */
  payGroupId: Maybe<Scalars['ID']['output']>;
};

export type ControlChangeConnection = {
  __typename?: 'ControlChangeConnection';
  nodes: Array<ControlChange>;
  pageInfo: PageInfo;
};

export type ControlTotals = {
  __typename?: 'ControlTotals';
  deductions: Money;
  employeeTaxes: Money;
  employerTaxes: Money;
  grossPay: Money;
  netPay: Money;
  reimbursements: Money;
};

export type CostEstimate = {
  __typename?: 'CostEstimate';
  /** Where the prices and the counts come from. */
  basis: Scalars['String']['output'];
  employeeCount: Scalars['Int']['output'];
  lines: Array<CostEstimateLine>;
  /** Decimal string: US dollars. */
  total: Scalars['String']['output'];
};

export type CostEstimateLine = {
  __typename?: 'CostEstimateLine';
  /** Decimal string: US dollars for the units. */
  amount: Scalars['String']['output'];
  service: Scalars['String']['output'];
  unit: Scalars['String']['output'];
  /** Decimal string. */
  units: Scalars['String']['output'];
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

export type CreateImportInput = {
  idempotencyKey: Scalars['String']['input'];
  kind: ImportKind;
  /** The pay group of a file of `PAYROLL_INPUTS`; left out for `EMPLOYEES`. */
  payGroupId?: InputMaybe<Scalars['ID']['input']>;
  /** First day of the pay period of a file of `PAYROLL_INPUTS`; left out for `EMPLOYEES`. */
  periodStartDate?: InputMaybe<Scalars['AWSDate']['input']>;
  /** SHA-256 of the file, as 64 hexadecimal digits: another file is not imported. */
  sha256: Scalars['String']['input'];
  /** Length of the file, 1 to 1,000,000,000 bytes. */
  sizeBytes: Scalars['Int']['input'];
  /** The system that hands in a file of `PAYROLL_INPUTS`, as in `upsertPayrollInputs`; left out, `office`. */
  source?: InputMaybe<Scalars['String']['input']>;
};

export type CreateImportPayload = {
  __typename?: 'CreateImportPayload';
  import: Maybe<Import>;
  replayed: Scalars['Boolean']['output'];
  /** Null once the import was started. */
  upload: Maybe<ImportUpload>;
  userErrors: Array<UserError>;
};

export type CurrencyCode =
  | 'USD';

/** A moment in relation to each pay period. */
export type CutOff = {
  __typename?: 'CutOff';
  /** Calendar days after the last day of the period; negative for pay in advance. */
  daysAfterPeriodEnd: Scalars['Int']['output'];
  /** `HH:MM`, on a clock of the time zone. */
  timeOfDay: Scalars['String']['output'];
  /** IANA name, such as `America/New_York`. */
  timeZone: Scalars['String']['output'];
};

export type CutOffInput = {
  daysAfterPeriodEnd: Scalars['Int']['input'];
  /** `HH:MM`. */
  timeOfDay: Scalars['String']['input'];
  /** IANA name, such as `America/New_York`. */
  timeZone: Scalars['String']['input'];
};

export type DayOfWeek =
  | 'FRIDAY'
  | 'MONDAY'
  | 'SATURDAY'
  | 'SUNDAY'
  | 'THURSDAY'
  | 'TUESDAY'
  | 'WEDNESDAY';

export type DeadLetter = {
  __typename?: 'DeadLetter';
  /** What was to be done, in a sentence. */
  description: Scalars['String']['output'];
  messageId: Scalars['ID']['output'];
  queue: DeadLetterQueueName;
  receiveCount: Scalars['Int']['output'];
  /** The run that it is about, where it is about one. */
  runId: Maybe<Scalars['ID']['output']>;
  sentAt: Scalars['AWSDateTime']['output'];
};

export type DeadLetterQueueName =
  /** Steps of exports and imports. */
  | 'EXPORT'
  /** Failures that could not be recorded. */
  | 'FAILURE'
  /** Payment files that the gateway did not take. */
  | 'PAYMENT'
  /** Messages that did not reach subscribers. */
  | 'PUBLISH'
  /** Ticks of schedules. */
  | 'SCHEDULE'
  /** Runs that could not be started. */
  | 'START';

export type DecidePayrollRunPayload = {
  __typename?: 'DecidePayrollRunPayload';
  replayed: Scalars['Boolean']['output'];
  run: Maybe<PayrollRun>;
  userErrors: Array<UserError>;
};

/** A decision of the company that holds where the law of a place is not established. A deduction's own answer comes first. */
export type DecidedTreatment = {
  __typename?: 'DecidedTreatment';
  decidedAt: Scalars['AWSDateTime']['output'];
  incomeTax: Maybe<WageTreatment>;
  levies: Maybe<WageTreatment>;
  /** Two-letter code of the state, the jurisdiction of a locality, or a levy with a law of its own. */
  place: Scalars['String']['output'];
  /** Who advised it, or why. */
  reason: Scalars['String']['output'];
  type: DeductionType;
};

export type DecidedTreatmentInput = {
  /** At least one of the two. */
  incomeTax?: InputMaybe<WageTreatment>;
  levies?: InputMaybe<WageTreatment>;
  /** Two-letter code of the state, the jurisdiction of a locality, or a levy with a law of its own. */
  place: Scalars['String']['input'];
  /** Who advised it, or why: 1 to 500 characters. */
  reason: Scalars['String']['input'];
  type: DeductionType;
};

export type Deduction = {
  __typename?: 'Deduction';
  /** A fixed amount for each run; otherwise `percent` is there. */
  amount: Maybe<Money>;
  /** What was still owed when the year began, or the deduction came; null: it has no end. */
  balance: Maybe<Money>;
  deductionId: Scalars['ID']['output'];
  hsaCoverage: Maybe<HsaCoverage>;
  /** For dependent care of an employee who is married and files separately: half the limit. */
  isFilingSeparately: Maybe<Scalars['Boolean']['output']>;
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
  /**
   * Decimal string: what was still owed when the year began, or the deduction came. It stops there to the cent; what a short pay could
   * not give stays owed. A deduction that is taken once has its amount as its balance.
   */
  balance?: InputMaybe<Scalars['String']['input']>;
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
  /** Transit passes and commuter highway vehicles. */
  | 'COMMUTER'
  | 'DEPENDENT_CARE_FSA'
  | 'HEALTH_FSA'
  | 'HSA'
  /** Qualified parking. Its monthly limit is its own. */
  | 'PARKING'
  | 'POST_TAX'
  | 'ROTH_401K'
  | 'SECTION_125_HEALTH'
  | 'TRADITIONAL_401K';

export type DeleteHookInput = {
  hookId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type DeleteHookPayload = {
  __typename?: 'DeleteHookPayload';
  hookId: Maybe<Scalars['ID']['output']>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type DepositRule =
  /** The pays of a month, by the 15th of the next. */
  | 'MONTHLY'
  /** 100,000 dollars or more within one period, by the next business day. */
  | 'NEXT_DAY'
  /** No rule is confirmed here: the agency's notice tells. */
  | 'OTHER'
  /** Federal unemployment tax over 500 dollars, by the end of the month after the quarter. */
  | 'QUARTERLY'
  /** The pays of Wednesday to Friday by the next Wednesday, of Saturday to Tuesday by the next Friday. */
  | 'SEMIWEEKLY';

export type DepositSchedule =
  | 'MONTHLY'
  | 'SEMIWEEKLY';

export type DifferenceCause =
  /** The pay date: its year, its month or its place in the year. */
  | 'CALENDAR'
  /** Something in the employee's file. */
  | 'EMPLOYEE_RECORD'
  /** The employee is in one of the runs only. */
  | 'HEADCOUNT'
  /** Hours, earnings or another input of the period. */
  | 'INPUT'
  /** Another rule set, or a rule that changed within it. */
  | 'RULE'
  /** A yearly cap or balance that was reached or reopened. */
  | 'YEAR_TO_DATE';

/** One part of net pay and the account that it goes to. The number is encrypted; only its end is shown. */
export type DirectDeposit = {
  __typename?: 'DirectDeposit';
  accountType: BankAccountType;
  /** A fixed part; null where `percent` is given, or where it takes the rest. */
  amount: Maybe<Money>;
  /** Such as `****6789`. */
  maskedAccountNumber: Scalars['String']['output'];
  percent: Maybe<Scalars['String']['output']>;
  routingNumber: Scalars['String']['output'];
  /** Counts the parts, from 1. */
  split: Scalars['Int']['output'];
  takesRemainder: Scalars['Boolean']['output'];
};

/** One part of net pay. Without `amount` and `percent` it takes the rest, which exactly the last part must. */
export type DirectDepositInput = {
  /**
   * 4 to 17 letters, digits or hyphens. The masked number that `DirectDeposit.maskedAccountNumber` shows stands for the
   * recorded account of the same type and routing number, so that net pay can be divided in another way without sending numbers again.
   */
  accountNumber: Scalars['String']['input'];
  accountType: BankAccountType;
  /** Decimal string: a fixed part. */
  amount?: InputMaybe<Scalars['String']['input']>;
  /** Percent of net pay with at most four decimals. */
  percent?: InputMaybe<Scalars['String']['input']>;
  /** Nine digits. */
  routingNumber: Scalars['String']['input'];
};

export type DocumentFormat =
  | 'HTML'
  | 'PDF';

export type DocumentLink = {
  __typename?: 'DocumentLink';
  expiresAt: Scalars['AWSDateTime']['output'];
  url: Scalars['String']['output'];
};

export type DownloadPaymentFileInput = {
  idempotencyKey: Scalars['String']['input'];
  paymentFileId: Scalars['ID']['input'];
  runId: Scalars['ID']['input'];
};

export type DownloadPaymentFilePayload = {
  __typename?: 'DownloadPaymentFilePayload';
  /** What the person at the bank compares: totals, counts and SHA-256, as text. */
  controlSheet: Maybe<Scalars['String']['output']>;
  expiresAt: Maybe<Scalars['AWSDateTime']['output']>;
  paymentFile: Maybe<PaymentFile>;
  replayed: Scalars['Boolean']['output'];
  /** Anyone who has this address can fetch the file. */
  url: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

/** An employment that has ended. */
export type EarlierEmployment = {
  __typename?: 'EarlierEmployment';
  hireDate: Scalars['AWSDate']['output'];
  terminationDate: Scalars['AWSDate']['output'];
};

/** An employment that has ended. */
export type EarlierEmploymentInput = {
  hireDate: Scalars['AWSDate']['input'];
  /** The last day of the employment. */
  terminationDate: Scalars['AWSDate']['input'];
};

export type Earning = {
  __typename?: 'Earning';
  /** The gross; for `GROSS_UP` the net that the employee is to receive. */
  amount: Money;
  /** Decimal string: hours that the amount stands for. */
  hours: Maybe<Scalars['String']['output']>;
  isDiscretionary: Maybe<Scalars['Boolean']['output']>;
  /** The off-cycle run that pays it, by its sequence; null: the regular run. */
  offCycleSequence: Maybe<Scalars['Int']['output']>;
  type: EarningType;
  /** First days of the workweeks in which it was earned; null: those of the period. */
  workweekStartDates: Maybe<Array<Scalars['AWSDate']['output']>>;
};

export type EarningInput = {
  /** Decimal string: the gross; for `GROSS_UP` the net that the employee is to receive. */
  amount: Scalars['String']['input'];
  /** Decimal string: hours that the amount stands for (leave, holiday); shown, not used. */
  hours?: InputMaybe<Scalars['String']['input']>;
  /** A discretionary bonus stays out of the regular rate for overtime. */
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
  /** Limits of some deductions depend on it. Show `birthYear` where the day is not needed. */
  birthDate: Maybe<Scalars['AWSDate']['output']>;
  birthYear: Maybe<Scalars['Int']['output']>;
  /** What changed or will change on a day, oldest first. All other fields show what holds today. */
  changes: Array<EmployeeChange>;
  compensation: Maybe<Compensation>;
  deductions: Array<Deduction>;
  /** How net pay is divided, in the order in which it is; empty: by check. */
  directDeposits: Array<DirectDeposit>;
  /** Of somebody who was hired again: the employments before `hireDate`, oldest first. */
  earlierEmployments: Array<EarlierEmployment>;
  employeeId: Scalars['ID']['output'];
  /** Levies that a letter on file forbids to withhold, such as `WA_CARES`. */
  exemptLevies: Array<Scalars['String']['output']>;
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
  /** Of the latest employment. */
  hireDate: Scalars['AWSDate']['output'];
  /** Two-letter code of the state where the employee lives. */
  homeState: Scalars['String']['output'];
  localTaxes: Array<LocalTax>;
  lockInLetter: Maybe<TaxProfile>;
  /** For `NONE_ON_FILE`. */
  noTaxProfile: Maybe<NoTaxProfile>;
  nonresidentAlien: Maybe<NonresidentAlien>;
  payGroupId: Scalars['ID']['output'];
  /** Social Security wages that this employer paid last year; they decide about catch-up. */
  priorYearSocialSecurityWages: Maybe<Money>;
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
  /** Income tax was withheld last year: opens the flat rate for supplemental wages. */
  wasTaxWithheldLastYear: Maybe<Scalars['Boolean']['output']>;
  /** Two-letter code of the state where the work is done. */
  workState: Scalars['String']['output'];
};

/** What holds from a day on. A member that does not change on that day is null. */
export type EmployeeChange = {
  __typename?: 'EmployeeChange';
  compensation: Maybe<Compensation>;
  deductions: Maybe<Array<Deduction>>;
  effectiveFrom: Scalars['AWSDate']['output'];
  exemptLevies: Maybe<Array<Scalars['String']['output']>>;
  ficaExemption: Maybe<FicaExemption>;
  garnishments: Maybe<Array<Garnishment>>;
  homeState: Maybe<Scalars['String']['output']>;
  localTaxes: Maybe<Array<LocalTax>>;
  lockInLetter: Maybe<TaxProfile>;
  /** The names of the members that change, such as `compensation`; one whose value is null here is cleared on that day. */
  members: Array<Scalars['String']['output']>;
  noTaxProfile: Maybe<NoTaxProfile>;
  nonresidentAlien: Maybe<NonresidentAlien>;
  stateTaxForms: Maybe<Array<StateTaxForm>>;
  supportAllocation: Maybe<SupportAllocation>;
  taxProfile: Maybe<TaxProfile>;
  taxProfileBefore2020: Maybe<TaxProfileBefore2020>;
  workState: Maybe<Scalars['String']['output']>;
};

export type EmployeeConnection = {
  __typename?: 'EmployeeConnection';
  nodes: Array<Employee>;
  pageInfo: PageInfo;
};

export type EmployeeDifference = {
  __typename?: 'EmployeeDifference';
  employeeId: Scalars['ID']['output'];
  employeeName: Scalars['String']['output'];
  lines: Array<LineDifference>;
  netPayAfter: Money;
  netPayBefore: Money;
};

/**
 * Creates an employee, or changes what is given of one. A member that is left out or null leaves what is recorded alone. A
 * list replaces the recorded list as a whole, and `[]` empties it; a certificate or letter replaces the recorded one as a
 * whole. Other members are cleared by `clear`.
 */
export type EmployeeInput = {
  /** Limits of some deductions depend on age. */
  birthDate?: InputMaybe<Scalars['AWSDate']['input']>;
  /** Members to clear. One that is also given is refused. */
  clear?: InputMaybe<Array<EmployeeMember>>;
  compensation?: InputMaybe<CompensationInput>;
  /** All of them, in the order in which they are taken. */
  deductions?: InputMaybe<Array<DeductionInput>>;
  /**
   * How net pay is divided: up to 5 parts in order, the last of which takes the rest. An empty list: by check. Left out: as it
   * was.
   */
  directDeposits?: InputMaybe<Array<DirectDepositInput>>;
  /**
   * Confirms that a new employee is another person than those with these `externalId`s, although they differ only by blanks, case,
   * leading zeros or characters that look alike. Without it, such an employee is refused with `SIMILAR_EMPLOYEE_EXISTS`.
   */
  distinctFrom?: InputMaybe<Array<Scalars['String']['input']>>;
  /** The employments before `hireDate`: all of them, oldest first. Only needed to correct them. */
  earlierEmployments?: InputMaybe<Array<EarlierEmploymentInput>>;
  /**
   * The first day from which the given pay, places, tax forms, deductions and garnishments hold; what holds before it stays as
   * recorded. Left out, or not after the hire date, they hold from the hire date on. A change of something that has dated changes
   * must name its day.
   */
  effectiveFrom?: InputMaybe<Scalars['AWSDate']['input']>;
  /** Codes of levies that a letter on file forbids to withhold, such as `WA_CARES`: all of them. `[]` says that there is none. */
  exemptLevies?: InputMaybe<Array<Scalars['String']['input']>>;
  /** When given, the change is refused unless it is the employee's current version; 0 says that there is no such employee yet. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The company's own number for the employee, 1 to 64 characters: the same number is the same employee. */
  externalId: Scalars['String']['input'];
  /** Needed for a new employee. */
  familyName?: InputMaybe<Scalars['String']['input']>;
  ficaExemption?: InputMaybe<FicaExemption>;
  /** All of them. Left out, the recorded orders stay: an order ends only by a list without it. */
  garnishments?: InputMaybe<Array<GarnishmentInput>>;
  /** Needed for a new employee. */
  givenName?: InputMaybe<Scalars['String']['input']>;
  /**
   * Needed for a new employee. A date after the recorded `terminationDate` begins another employment, and the recorded one is
   * kept in `earlierEmployments`; any other date corrects the recorded one.
   */
  hireDate?: InputMaybe<Scalars['AWSDate']['input']>;
  /**
   * Two-letter code of the state where the employee lives. Left out for a new employee, it is `workState`; a later change of
   * `workState` alone does not move the home.
   */
  homeState?: InputMaybe<Scalars['String']['input']>;
  /** All of them. Left out for a new employee, it is stated that there are none. */
  localTaxes?: InputMaybe<Array<LocalTaxInput>>;
  /** A lock-in letter of the IRS; it overrides the employee's form. */
  lockInLetter?: InputMaybe<TaxProfileInput>;
  /** The recorded fact that there is no form. */
  noTaxProfile?: InputMaybe<NoTaxProfileInput>;
  nonresidentAlien?: InputMaybe<NonresidentAlien>;
  /** Needed for a new employee. */
  payGroupId?: InputMaybe<Scalars['ID']['input']>;
  /** Decimal string: Social Security wages that this employer paid last year; they decide about catch-up. */
  priorYearSocialSecurityWages?: InputMaybe<Scalars['String']['input']>;
  /** The days whose dated changes are to be removed, as `Employee.changes` shows them. */
  removedChanges?: InputMaybe<Array<Scalars['AWSDate']['input']>>;
  /** One for each state that withholds: all of them. */
  stateTaxForms?: InputMaybe<Array<StateTaxFormInput>>;
  /** Needed when there are several support orders and pay does not reach for all. */
  supportAllocation?: InputMaybe<SupportAllocation>;
  /**
   * Form W-4 of 2020 or later. One of `taxProfile`, `taxProfileBefore2020` and `noTaxProfile` may be given, and replaces what
   * was recorded of the three; without any, the employee fails in a run, alone and with the fix, until one is handed in.
   */
  taxProfile?: InputMaybe<TaxProfileInput>;
  /** Form W-4 of 2019 or earlier. */
  taxProfileBefore2020?: InputMaybe<TaxProfileBefore2020Input>;
  terminationDate?: InputMaybe<Scalars['AWSDate']['input']>;
  /** Income tax was withheld last year: opens the flat rate for supplemental wages. */
  wasTaxWithheldLastYear?: InputMaybe<Scalars['Boolean']['input']>;
  /** Two-letter code of the state where the work is done. Needed for a new employee. */
  workState?: InputMaybe<Scalars['String']['input']>;
};

/** A member of an employee that may be cleared: afterwards it is as if it had never been handed in. */
export type EmployeeMember =
  | 'BIRTH_DATE'
  /** The employee then fails in a run, alone and with the fix, until it is handed in again. */
  | 'COMPENSATION'
  /** `compensation.coveredHours`. */
  | 'COVERED_HOURS'
  | 'FICA_EXEMPTION'
  | 'LOCK_IN_LETTER'
  | 'NONRESIDENT_ALIEN'
  | 'PRIOR_YEAR_SOCIAL_SECURITY_WAGES'
  | 'SUPPORT_ALLOCATION'
  /** The federal certificate, whichever is recorded: `taxProfile`, `taxProfileBefore2020` or `noTaxProfile`. */
  | 'TAX_PROFILE'
  | 'TERMINATION_DATE'
  | 'WAS_TAX_WITHHELD_LAST_YEAR';

export type EmployeeStatus =
  | 'ACTIVE'
  | 'TERMINATED';

export type ErrorCode =
  | 'API_KEY_NOT_FOUND'
  | 'COMPANY_NOT_FOUND'
  /** The employee is in another pay group, which the message names. */
  | 'EMPLOYEE_IN_OTHER_PAY_GROUP'
  | 'EMPLOYEE_NOT_FOUND'
  | 'FUNDING_ACCOUNT_NOT_FOUND'
  | 'HOOK_NOT_FOUND'
  /** The hook was answered before, timed out, or never asked. */
  | 'HOOK_NOT_WAITING'
  /** The key was used before with other input; the message names the first field that differs. */
  | 'IDEMPOTENCY_KEY_REUSED'
  /** No run of the period would pay it as the employee is now; the message says why, and how to enter it instead. */
  | 'INPUT_NOT_PAYABLE'
  /** An amount that is not a decimal with at most two decimals, or that is out of range. */
  | 'INVALID_AMOUNT'
  /** A routing number that is not nine digits with a right check digit, or an account number out of range. */
  | 'INVALID_BANK_ACCOUNT'
  /** A value outside what the field allows. */
  | 'INVALID_INPUT'
  /** The run's status does not allow this any more; the message names the status. */
  | 'INVALID_STATE'
  /** No tax is owed under this id any more: more was paid or reversed in its period. */
  | 'LIABILITY_NOT_FOUND'
  | 'NOTICE_NOT_FOUND'
  /** The employee is hired after the period, or left before it. */
  | 'NOT_EMPLOYED_IN_PERIOD'
  | 'OPERATION_NOT_FOUND'
  | 'PAYMENT_FILE_NOT_FOUND'
  | 'PAYMENT_NOT_FOUND'
  /** The payment's status does not allow this; the message names the status. */
  | 'PAYMENT_NOT_RETURNED'
  /** The period's pay date lies outside the tax year or the banking calendar that the service knows. */
  | 'PAY_DATE_NOT_SUPPORTED'
  | 'PAY_GROUP_NOT_FOUND'
  /** The period's regular run is approved: what was entered for it can no longer be changed. */
  | 'PERIOD_CLOSED'
  /** No pay period of the group starts on the given date; the message names the nearest ones. */
  | 'PERIOD_NOT_FOUND'
  /** An off-cycle bonus that raises the overtime of the weeks in which it was earned. */
  | 'REGULAR_RATE_UNKNOWN'
  /** Something blocks the run; `requirements` names it with its fix. */
  | 'REQUIREMENT_NOT_MET'
  /** The text is no return file, or not a whole one; the message names the record. */
  | 'RETURN_FILE_UNREADABLE'
  | 'RUN_NOT_FOUND'
  /** Who started a run may not approve it, by the company's policy; nor may one person approve twice. */
  | 'SELF_APPROVAL_NOT_ALLOWED'
  /** The off-cycle run of that sequence is approved or has ended, so that no run would pay what is entered for it. */
  | 'SEQUENCE_CLOSED'
  /**
   * A new employee's `externalId` differs from that of another, which the message names, only by blanks, case, leading zeros or
   * characters that look alike. `distinctFrom` confirms that they are two people.
   */
  | 'SIMILAR_EMPLOYEE_EXISTS'
  /** Two sources state what can only be true once; the message names both. */
  | 'SOURCES_CONTRADICT'
  /** The calculation changed after it was seen. */
  | 'STALE_CALCULATION'
  /** Somebody changed it meanwhile; read it again. */
  | 'VERSION_CONFLICT';

export type ExcludePayrollRunItemsInput = {
  /** 1 to 100 employees of the run. */
  employeeIds: Array<Scalars['ID']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** Why, in 1 to 500 characters. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type ExportPayrollRunInput = {
  /** CSV or JSONL for the reports; PDF or HTML for payslips. */
  format: ReportFormat;
  idempotencyKey: Scalars['String']['input'];
  report: ReportKind;
  runId: Scalars['ID']['input'];
};

export type ExportPayrollRunPayload = {
  __typename?: 'ExportPayrollRunPayload';
  operation: Maybe<Operation>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

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

export type FilingProfile = {
  __typename?: 'FilingProfile';
  contactEmail: Maybe<Scalars['String']['output']>;
  contactName: Maybe<Scalars['String']['output']>;
  contactPhone: Maybe<Scalars['String']['output']>;
  /** How Form 941 taxes are deposited; the returns of the lookback period decide it. */
  depositSchedule: Maybe<DepositSchedule>;
  /** Employer identification number, such as `12-3456789`. */
  ein: Maybe<Scalars['String']['output']>;
  legalAddress: Maybe<PostalAddress>;
  legalName: Maybe<Scalars['String']['output']>;
  /** Where it differs from the legal address. */
  mailingAddress: Maybe<PostalAddress>;
  stateAccounts: Array<StateAccount>;
  version: Scalars['Int']['output'];
};

export type FilingStatus =
  | 'HEAD_OF_HOUSEHOLD'
  | 'MARRIED_FILING_JOINTLY'
  | 'MARRIED_FILING_SEPARATELY'
  | 'SINGLE';

export type FundingAccount = {
  __typename?: 'FundingAccount';
  accountType: BankAccountType;
  bankName: Scalars['String']['output'];
  /** The company's name on its employees' statements. */
  companyEntryName: Scalars['String']['output'];
  /** What the bank knows the company's files by. */
  companyIdentification: Scalars['String']['output'];
  fundingAccountId: Scalars['ID']['output'];
  /** Routing number of who takes the files. */
  immediateDestination: Scalars['String']['output'];
  /** What the files name as their sender. */
  immediateOrigin: Scalars['String']['output'];
  maskedAccountNumber: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** Routing number of the bank that originates the entries. */
  odfiRoutingNumber: Scalars['String']['output'];
  routingNumber: Scalars['String']['output'];
  /** Each batch ends with the entry that takes its money from this account; otherwise the bank takes it by itself. */
  sendsBalancedFiles: Scalars['Boolean']['output'];
  /** New accounts of employees get a prenote first, and a check until it is three banking days old. */
  sendsPrenotes: Scalars['Boolean']['output'];
  version: Scalars['Int']['output'];
};

/** An order to withhold. */
export type Garnishment = {
  __typename?: 'Garnishment';
  /** What the order asks for each pay period; null: as much as its ceiling allows. */
  amount: Maybe<Money>;
  /** What was still owed when the year began, or when the order came. */
  balance: Maybe<Money>;
  /** Levies: the amount for each pay period that the notice leaves to the employee. */
  exemptAmount: Maybe<Money>;
  /** Support: the order covers arrears of more than 12 weeks. */
  hasArrearsOver12Weeks: Maybe<Scalars['Boolean']['output']>;
  /** Creditors: true when it is stated that the state has no ceiling of its own. */
  hasFederalLimitOnly: Maybe<Scalars['Boolean']['output']>;
  /** A federal levy that came before a support order is served before it. */
  isBeforeSupport: Maybe<Scalars['Boolean']['output']>;
  /** Support: the employee supports another spouse or child. */
  isSupportingOtherFamily: Maybe<Scalars['Boolean']['output']>;
  /** The end of the id. */
  maskedOrderId: Scalars['String']['output'];
  /** The id as it was handed in. It may be a court's case number: show `maskedOrderId` where the whole id is not needed. */
  orderId: Scalars['ID']['output'];
  receivedDate: Scalars['AWSDate']['output'];
  /** Creditors: the state's own ceiling. */
  stateLimit: Maybe<GarnishmentStateLimit>;
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
export type GarnishmentStateLimit = {
  __typename?: 'GarnishmentStateLimit';
  /** Percent of disposable earnings. */
  percent: Scalars['String']['output'];
  /** What stays with the employee in any case. */
  protectedAmount: Money;
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

/** An event of the bus at a point of every run; a blocking one waits for `completeRunHook`. */
export type Hook = {
  __typename?: 'Hook';
  hookId: Scalars['ID']['output'];
  isBlocking: Scalars['Boolean']['output'];
  /** What happens when nobody answers in time. */
  onTimeout: Maybe<HookOutcome>;
  /** Null: runs of every group. */
  payGroupId: Maybe<Scalars['ID']['output']>;
  point: HookPoint;
  /** How long a blocking hook waits. */
  timeoutSeconds: Maybe<Scalars['Int']['output']>;
  version: Scalars['Int']['output'];
};

export type HookCall = {
  __typename?: 'HookCall';
  actor: Maybe<Scalars['String']['output']>;
  calledAt: Scalars['AWSDateTime']['output'];
  completedAt: Maybe<Scalars['AWSDateTime']['output']>;
  hookId: Scalars['ID']['output'];
  outcome: Maybe<HookOutcome>;
  point: HookPoint;
  reason: Maybe<Scalars['String']['output']>;
  runId: Scalars['ID']['output'];
  status: HookCallStatus;
};

export type HookCallStatus =
  | 'COMPLETED'
  /** Told; nobody is waited for. */
  | 'NOTIFIED'
  | 'TIMED_OUT'
  | 'WAITING';

export type HookOutcome =
  /** The run continues. */
  | 'CONTINUE'
  /** The run stops: before it is paid it is cancelled. */
  | 'STOP';

export type HookPoint =
  | 'AFTER_PAY'
  | 'BEFORE_CALCULATE'
  | 'BEFORE_PAY'
  | 'ON_FAILURE';

export type HoursAtRate = {
  __typename?: 'HoursAtRate';
  hourlyRate: Money;
  /** Decimal string. */
  hours: Scalars['String']['output'];
};

/** Hours of one workweek at a rate of their own. */
export type HoursAtRateInput = {
  /** Decimal string. */
  hourlyRate: Scalars['String']['input'];
  /** Decimal string with at most two decimals. */
  hours: Scalars['String']['input'];
};

export type HoursOnDate = {
  __typename?: 'HoursOnDate';
  date: Scalars['AWSDate']['output'];
  hourlyRate: Maybe<Money>;
  /** Decimal string. */
  hours: Scalars['String']['output'];
  /** Paid with the period before: the hours count for the overtime of their workweek alone. */
  isPaidEarlier: Scalars['Boolean']['output'];
};

export type HoursOnDateInput = {
  date: Scalars['AWSDate']['input'];
  /** Decimal string: another rate than the employee's own of that day. */
  hourlyRate?: InputMaybe<Scalars['String']['input']>;
  /** Decimal string with at most two decimals. */
  hours: Scalars['String']['input'];
  /** Decimal string: what state overtime law adds for that day, from timekeeping. */
  stateOvertime?: InputMaybe<Scalars['String']['input']>;
};

export type HsaCoverage =
  | 'FAMILY'
  | 'SELF_ONLY';

/** A file of rows, and how far its import is. */
export type Import = {
  __typename?: 'Import';
  createdCount: Scalars['Int']['output'];
  /** Rows that were taken or refused. */
  doneCount: Scalars['Int']['output'];
  finishedAt: Maybe<Scalars['AWSDateTime']['output']>;
  importId: Scalars['ID']['output'];
  kind: ImportKind;
  /** The pay group of `PAYROLL_INPUTS`. */
  payGroupId: Maybe<Scalars['ID']['output']>;
  /** First day of the pay period of `PAYROLL_INPUTS`. */
  periodStartDate: Maybe<Scalars['AWSDate']['output']>;
  /** Why it failed, and what to do. */
  reason: Maybe<Scalars['String']['output']>;
  refusedCount: Scalars['Int']['output'];
  /** Rows of `PAYROLL_INPUTS` that took out what was entered. */
  removedCount: Scalars['Int']['output'];
  requestedAt: Scalars['AWSDateTime']['output'];
  /** JSON Lines, one for each row in the order of the file, with its `line`, `outcome` and `userErrors`; null until it is there. */
  resultsUrl: Maybe<Scalars['String']['output']>;
  resultsUrlExpiresAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** The system that handed in `PAYROLL_INPUTS`. */
  source: Maybe<Scalars['String']['output']>;
  status: ImportStatus;
  /** Rows of the file; null until it was read. */
  totalCount: Maybe<Scalars['Int']['output']>;
  unchangedCount: Scalars['Int']['output'];
  updatedCount: Scalars['Int']['output'];
};

export type ImportKind =
  /** Each row is an `EmployeeInput`. */
  | 'EMPLOYEES'
  /** Each row is a `PayrollInputInput`, all of them for one period of a pay group. */
  | 'PAYROLL_INPUTS';

export type ImportStatus =
  /** The file could not be read as a whole: `reason` says why. Rows that were taken before stay as they are. */
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  /** Every row was taken or refused: `refusedCount` says how many were. */
  | 'SUCCEEDED'
  /** `startImport` was not called yet. */
  | 'WAITING_FOR_FILE';

export type ImportUpdate = {
  __typename?: 'ImportUpdate';
  companyId: Scalars['ID']['output'];
  createdCount: Scalars['Int']['output'];
  doneCount: Scalars['Int']['output'];
  importId: Scalars['ID']['output'];
  refusedCount: Scalars['Int']['output'];
  removedCount: Scalars['Int']['output'];
  status: ImportStatus;
  totalCount: Maybe<Scalars['Int']['output']>;
  unchangedCount: Scalars['Int']['output'];
  updatedCount: Scalars['Int']['output'];
};

export type ImportUpdateInput = {
  companyId: Scalars['ID']['input'];
  createdCount: Scalars['Int']['input'];
  doneCount: Scalars['Int']['input'];
  importId: Scalars['ID']['input'];
  refusedCount: Scalars['Int']['input'];
  removedCount?: Scalars['Int']['input'];
  status: ImportStatus;
  totalCount?: InputMaybe<Scalars['Int']['input']>;
  unchangedCount: Scalars['Int']['input'];
  updatedCount: Scalars['Int']['input'];
};

/** Where a file is sent with an HTTP PUT; anyone who holds the address can send it until then. */
export type ImportUpload = {
  __typename?: 'ImportUpload';
  expiresAt: Scalars['AWSDateTime']['output'];
  url: Scalars['String']['output'];
};

/** An entry that balances by itself: its debits equal its credits. */
export type LedgerEntry = {
  __typename?: 'LedgerEntry';
  description: Scalars['String']['output'];
  entryId: Scalars['ID']['output'];
  postedAt: Scalars['AWSDateTime']['output'];
  postings: Array<LedgerPosting>;
  runId: Scalars['ID']['output'];
  /** In the order of posting, from 1. */
  sequence: Scalars['Int']['output'];
};

export type LedgerEntryConnection = {
  __typename?: 'LedgerEntryConnection';
  nodes: Array<LedgerEntry>;
  pageInfo: PageInfo;
};

export type LedgerPosting = {
  __typename?: 'LedgerPosting';
  /** A code of the chart of accounts. */
  account: Scalars['String']['output'];
  credit: Maybe<Money>;
  /** Exactly one of the two is there. */
  debit: Maybe<Money>;
  name: Scalars['String']['output'];
};

export type LineDifference = {
  __typename?: 'LineDifference';
  after: Money;
  before: Money;
  cause: DifferenceCause;
  change: Money;
  code: Scalars['String']['output'];
  kind: PayslipLineKind;
};

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

export type MarkPaymentReturnedInput = {
  idempotencyKey: Scalars['String']['input'];
  paymentId: Scalars['ID']['input'];
  /** The bank's return code, such as `R03`. */
  returnCode: Scalars['String']['input'];
};

/** An amount of money: `amount` is a decimal string with exactly two decimals, such as `"1234.50"`. */
export type Money = {
  __typename?: 'Money';
  amount: Scalars['String']['output'];
  currency: CurrencyCode;
};

export type Mutation = {
  __typename?: 'Mutation';
  /** Acknowledges that the bank has exactly this file. Before, none of its payments counts as delivered. */
  acknowledgePaymentFile: Maybe<AcknowledgePaymentFilePayload>;
  /** Records the account that a bank named in a notice of change. Not by the person who handed the notice in. */
  applyNoticeOfChange: Maybe<ApplyNoticeOfChangePayload>;
  /** Approves exactly the calculation whose hash the approver saw. */
  approvePayrollRun: Maybe<DecidePayrollRunPayload>;
  /**
   * Ends a run that is not decided yet, or that is approved and held by a hook before it is paid, or that failed before it was
   * paid. What is paid is voided with `voidPayrollRun`.
   */
  cancelPayrollRun: Maybe<DecidePayrollRunPayload>;
  /** Answers a blocking hook: the run continues, or stops here. */
  completeRunHook: Maybe<CompleteRunHookPayload>;
  /** Makes an API key for a partner application. The secret is shown once and stored only as a hash. */
  createApiKey: Maybe<CreateApiKeyPayload>;
  /**
   * Prepares the import of a file of rows, for more than a few thousand of them: answers the address to which the file is sent
   * with an HTTP PUT, as JSON Lines of `EmployeeInput`, or of `PayrollInputInput` for one pay period. `startImport` then begins
   * with it.
   */
  createImport: Maybe<CreateImportPayload>;
  deleteHook: Maybe<DeleteHookPayload>;
  /** Answers an address where a payment file can be fetched for a quarter of an hour. Who fetched it stands in the run's history. */
  downloadPaymentFile: Maybe<DownloadPaymentFilePayload>;
  /** Leaves employees out of a run; they can be paid by an off-cycle run. */
  excludePayrollRunItems: Maybe<ChangePayrollRunPayload>;
  /** Writes a report or all payslips of a run to a file. The operation tells how far it is and where the file lies. */
  exportPayrollRun: Maybe<ExportPayrollRunPayload>;
  /** Records that the bank returned a payment. */
  markPaymentReturned: Maybe<ChangePaymentPayload>;
  /** For the event rule alone: hands the progress of an import to the subscribers. */
  publishImportUpdate: Maybe<ImportUpdate>;
  /** For the event rule alone: hands a payment's new status to the subscribers. */
  publishPaymentUpdate: Maybe<PaymentUpdate>;
  /** For the event rule alone: hands one segment's progress to the subscribers. */
  publishRunProgress: Maybe<RunProgress>;
  /** For the event rule alone: hands a run's new status to the subscribers. */
  publishRunStatus: Maybe<RunStatusChange>;
  /**
   * Calculates a run again that waits for approval or is blocked: with the employees, inputs and rules as they are now. What was
   * approved so far is void, because the calculation's hash changes.
   */
  recalculatePayrollRun: Maybe<ChangePayrollRunPayload>;
  /**
   * Records what a bank returned, from the text of its file: returns, returned prenotes and notices of change. Each entry is
   * recorded once, however often its file is handed in, and those that are not the company's are named. A text that cannot be
   * read whole is refused, and nothing of it is recorded.
   */
  recordBankReturns: Maybe<RecordBankReturnsPayload>;
  /** Records that a returned deposit was paid by hand, or that a check of the run was handed out. */
  recordManualPayment: Maybe<ChangePaymentPayload>;
  /** Marks a tax liability, or a part of it, as deposited. No money moves by this. */
  recordTaxDeposit: Maybe<RecordTaxDepositPayload>;
  /** Sends work that was given up through its queue again. Sent twice, it has its effect once. */
  redriveDeadLetters: Maybe<RedriveDeadLettersPayload>;
  /** Continues a run whose workflow failed, at the step that failed. */
  redrivePayrollRun: Maybe<ChangePayrollRunPayload>;
  rejectPayrollRun: Maybe<DecidePayrollRunPayload>;
  /**
   * Pays a returned payment again, alone, to the account that is on record now. Refused while that is the account that the bank
   * calls closed or unknown.
   */
  retryPayment: Maybe<ChangePaymentPayload>;
  /**
   * Calculates some employees again, or all who failed, with what is recorded now; everybody else stays as they are. Somebody
   * who was left out and is named is in the run again.
   */
  retryPayrollRunItems: Maybe<ChangePayrollRunPayload>;
  revokeApiKey: Maybe<RevokeApiKeyPayload>;
  /** Begins with an import whose file was sent. Sent twice, it begins once. */
  startImport: Maybe<StartImportPayload>;
  /**
   * Starts the run of one pay group for one pay period. Safe to send any number of times: the same key and the same period
   * give the same run, with `replayed: true`.
   */
  startPayrollRun: Maybe<StartPayrollRunPayload>;
  /** Creates or changes the caller's own company: what is left out stays as it is recorded. */
  upsertCompany: Maybe<UpsertCompanyPayload>;
  /**
   * Creates or changes up to 1,000 employees, each by its own `externalId`: what a row leaves out stays as it is recorded. One
   * bad row does not hold up the others.
   */
  upsertEmployees: Maybe<UpsertEmployeesPayload>;
  /** Records what tax offices must know of the company: what is left out stays as it is recorded. */
  upsertFilingProfile: Maybe<UpsertFilingProfilePayload>;
  /**
   * Creates or changes an account that wages are paid from: what is left out stays as it is recorded. Its number is encrypted
   * and never shown again.
   */
  upsertFundingAccount: Maybe<UpsertFundingAccountPayload>;
  /** Creates or changes a hook: what is left out stays as it is recorded. */
  upsertHook: Maybe<UpsertHookPayload>;
  /**
   * What another provider paid up to 1,000 employees in a calendar year: it counts in every year to date, wage base and limit, as if
   * it had been paid here. To be handed in before the first run of the year; later only with `correctionReason`.
   */
  upsertOpeningBalances: Maybe<UpsertOpeningBalancesPayload>;
  /** Creates or changes a pay group with its pay schedule: what is left out stays as it is recorded. */
  upsertPayGroup: Maybe<UpsertPayGroupPayload>;
  /** Hours, bonuses, leave, reimbursements and the like for one pay period, for up to 1,000 employees. */
  upsertPayrollInputs: Maybe<UpsertPayrollInputsPayload>;
  /**
   * Voids a paid run, whole or for some employees: a REVERSAL run with exactly the negative figures, a reversal file where
   * its window is open, year to date and ledger corrected. Asked for again, it answers the reversal that did it.
   */
  voidPayrollRun: Maybe<VoidPayrollRunPayload>;
};


export type MutationAcknowledgePaymentFileArgs = {
  input: AcknowledgePaymentFileInput;
};


export type MutationApplyNoticeOfChangeArgs = {
  input: ApplyNoticeOfChangeInput;
};


export type MutationApprovePayrollRunArgs = {
  input: ApprovePayrollRunInput;
};


export type MutationCancelPayrollRunArgs = {
  input: CancelPayrollRunInput;
};


export type MutationCompleteRunHookArgs = {
  input: CompleteRunHookInput;
};


export type MutationCreateApiKeyArgs = {
  input: CreateApiKeyInput;
};


export type MutationCreateImportArgs = {
  input: CreateImportInput;
};


export type MutationDeleteHookArgs = {
  input: DeleteHookInput;
};


export type MutationDownloadPaymentFileArgs = {
  input: DownloadPaymentFileInput;
};


export type MutationExcludePayrollRunItemsArgs = {
  input: ExcludePayrollRunItemsInput;
};


export type MutationExportPayrollRunArgs = {
  input: ExportPayrollRunInput;
};


export type MutationMarkPaymentReturnedArgs = {
  input: MarkPaymentReturnedInput;
};


export type MutationPublishImportUpdateArgs = {
  input: ImportUpdateInput;
};


export type MutationPublishPaymentUpdateArgs = {
  input: PaymentUpdateInput;
};


export type MutationPublishRunProgressArgs = {
  input: RunProgressInput;
};


export type MutationPublishRunStatusArgs = {
  input: RunStatusChangeInput;
};


export type MutationRecalculatePayrollRunArgs = {
  input: RecalculatePayrollRunInput;
};


export type MutationRecordBankReturnsArgs = {
  input: RecordBankReturnsInput;
};


export type MutationRecordManualPaymentArgs = {
  input: RecordManualPaymentInput;
};


export type MutationRecordTaxDepositArgs = {
  input: RecordTaxDepositInput;
};


export type MutationRedriveDeadLettersArgs = {
  input: RedriveDeadLettersInput;
};


export type MutationRedrivePayrollRunArgs = {
  input: RedrivePayrollRunInput;
};


export type MutationRejectPayrollRunArgs = {
  input: RejectPayrollRunInput;
};


export type MutationRetryPaymentArgs = {
  input: RetryPaymentInput;
};


export type MutationRetryPayrollRunItemsArgs = {
  input: RetryPayrollRunItemsInput;
};


export type MutationRevokeApiKeyArgs = {
  input: RevokeApiKeyInput;
};


export type MutationStartImportArgs = {
  input: StartImportInput;
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


export type MutationUpsertFilingProfileArgs = {
  input: UpsertFilingProfileInput;
};


export type MutationUpsertFundingAccountArgs = {
  input: UpsertFundingAccountInput;
};


export type MutationUpsertHookArgs = {
  input: UpsertHookInput;
};


export type MutationUpsertOpeningBalancesArgs = {
  input: UpsertOpeningBalancesInput;
};


export type MutationUpsertPayGroupArgs = {
  input: UpsertPayGroupInput;
};


export type MutationUpsertPayrollInputsArgs = {
  input: UpsertPayrollInputsInput;
};


export type MutationVoidPayrollRunArgs = {
  input: VoidPayrollRunInput;
};

/** A payslip in the list of its employee; `myPayslip` has its lines. */
export type MyPayslip = {
  __typename?: 'MyPayslip';
  grossPay: Money;
  netPay: Money;
  payslipId: Scalars['ID']['output'];
  period: PayPeriod;
  /** Whether a later run took it back. */
  reversed: Scalars['Boolean']['output'];
  runId: Scalars['ID']['output'];
  runType: PayrollRunType;
};

export type MyPayslipConnection = {
  __typename?: 'MyPayslipConnection';
  nodes: Array<MyPayslip>;
  pageInfo: PageInfo;
};

/** The recorded fact that no valid Form W-4 is there. */
export type NoTaxProfile = {
  __typename?: 'NoTaxProfile';
  isFirstPaidBefore2020: Scalars['Boolean']['output'];
};

/** Records that no valid Form W-4 is there: withholding is that of a single person. */
export type NoTaxProfileInput = {
  isFirstPaidBefore2020: Scalars['Boolean']['input'];
};

/** A nonresident alien's wages are raised before withholding (IRS Publication 15-T), except those of some from India. */
export type NonresidentAlien =
  | 'STANDARD'
  | 'STUDENT_OR_APPRENTICE_FROM_INDIA';

/** A bank paid an entry and asks for another account number, bank or account type from the next one on. */
export type NoticeOfChange = {
  __typename?: 'NoticeOfChange';
  appliedAt: Maybe<Scalars['AWSDateTime']['output']>;
  appliedBy: Maybe<Scalars['String']['output']>;
  /** Six banking days after it was noted. The next pay may come before. */
  applyByDate: Scalars['AWSDate']['output'];
  code: Scalars['String']['output'];
  /** The account that the bank names; null where it names none that could be recorded as it is. */
  corrected: Maybe<NoticedAccount>;
  employeeId: Scalars['ID']['output'];
  employeeName: Scalars['String']['output'];
  meaning: Scalars['String']['output'];
  notedAt: Scalars['AWSDateTime']['output'];
  notedBy: Scalars['String']['output'];
  noticeId: Scalars['ID']['output'];
  /** The account that the entry went to. */
  previous: NoticedAccount;
  runId: Scalars['ID']['output'];
  /** The part of net pay whose account it is about. */
  split: Scalars['Int']['output'];
  status: NoticeStatus;
  traceNumber: Scalars['String']['output'];
};

export type NoticeStatus =
  /** The account is recorded as the bank asked. */
  | 'APPLIED'
  | 'OPEN';

export type NoticedAccount = {
  __typename?: 'NoticedAccount';
  accountType: BankAccountType;
  maskedAccountNumber: Scalars['String']['output'];
  routingNumber: Scalars['String']['output'];
};

/** One code of a year to date, as the lines of payslips have it. */
export type OpeningAmountInput = {
  /** Decimal string. */
  amount: Scalars['String']['input'];
  /** A code of the payroll dictionary, such as `US_SS` or `TRADITIONAL_401K`. */
  code: Scalars['String']['input'];
  /** For `COMMUTER` and `PARKING`: the month of the pay dates, such as `2026-03`. */
  month?: InputMaybe<Scalars['String']['input']>;
  /** For a deduction or an order: its id. */
  reference?: InputMaybe<Scalars['String']['input']>;
  /** Decimal string, for a tax: the wages that were taxed. */
  taxableWages?: InputMaybe<Scalars['String']['input']>;
};

/** What another provider paid one employee in a calendar year. It replaces what was handed in for that employee and year before. */
export type OpeningBalanceInput = {
  /** Every amount that was taken from pay, every tax with its wages, and what the employer paid on top. */
  amounts: Array<OpeningAmountInput>;
  /** The last pay date that is in the amounts. */
  asOfDate: Scalars['AWSDate']['input'];
  /** Needed once runs of the year are posted: why the opening balance is corrected. What those runs withheld stays as it is. */
  correctionReason?: InputMaybe<Scalars['String']['input']>;
  /** The company's own number for the employee. */
  externalId: Scalars['String']['input'];
  /** Decimal string. */
  grossPay: Scalars['String']['input'];
  /** Decimal string. It must be the gross pay less all deductions, taxes and orders in `amounts`, with what was reimbursed. */
  netPay: Scalars['String']['input'];
  /** Decimal string: pay that a 401(k) counts. Left out: the gross pay without severance. */
  planCompensation?: InputMaybe<Scalars['String']['input']>;
};

/** Work that continues after its mutation answered. */
export type Operation = {
  __typename?: 'Operation';
  /** Segments of the run that are written. */
  doneCount: Scalars['Int']['output'];
  finishedAt: Maybe<Scalars['AWSDateTime']['output']>;
  format: ReportFormat;
  operationId: Scalars['ID']['output'];
  /** Why it failed, and what to do. */
  reason: Maybe<Scalars['String']['output']>;
  report: ReportKind;
  requestedAt: Scalars['AWSDateTime']['output'];
  runId: Scalars['ID']['output'];
  status: OperationStatus;
  totalCount: Scalars['Int']['output'];
  /** Where the file lies, for 15 minutes; null until it is there. */
  url: Maybe<Scalars['String']['output']>;
  urlExpiresAt: Maybe<Scalars['AWSDateTime']['output']>;
};

export type OperationStatus =
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

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
  /** When the schedule acts: what is entered later is not in the run. */
  cutOff: CutOff;
  frequency: PayFrequency;
  /** The account that wages are paid from; null: nobody is paid by direct deposit. */
  fundingAccountId: Maybe<Scalars['ID']['output']>;
  name: Scalars['String']['output'];
  /** Calendar days from the end of a period to its pay date, before banking holidays move it earlier. */
  payDateOffsetDays: Scalars['Int']['output'];
  payGroupId: Scalars['ID']['output'];
  /** Whether the schedule starts the run at the cut-off by itself; otherwise it makes a `DRAFT` that waits to be started. */
  startsAutomatically: Scalars['Boolean']['output'];
  version: Scalars['Int']['output'];
  /** The day on which workweeks begin; null: as periods of whole weeks begin, otherwise on Sunday. */
  workweekStartsOn: Maybe<DayOfWeek>;
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

/** One part of one employee's net pay in one run: paid once, whatever happens. */
export type Payment = {
  __typename?: 'Payment';
  amount: Money;
  /** 1 for the first time, one more for each retry. */
  attempt: Scalars['Int']['output'];
  checkNumber: Maybe<Scalars['String']['output']>;
  employeeId: Scalars['ID']['output'];
  employeeName: Scalars['String']['output'];
  /** Of a payment by hand: how and why. */
  manualReason: Maybe<Scalars['String']['output']>;
  /** Of the account that it goes to, such as `****6789`. */
  maskedAccountNumber: Maybe<Scalars['String']['output']>;
  method: PaymentMethod;
  paymentId: Scalars['ID']['output'];
  resolution: Maybe<Scalars['String']['output']>;
  /** The bank's code, such as `R03`, with what it means and what fixes it. */
  returnCode: Maybe<Scalars['String']['output']>;
  returnReason: Maybe<Scalars['String']['output']>;
  runId: Scalars['ID']['output'];
  /** The banking day on which its file is to settle; null before it is fixed. */
  settlesOn: Maybe<Scalars['AWSDate']['output']>;
  /** Counts the parts of the employee's net pay, from 1. */
  split: Scalars['Int']['output'];
  /** Where the money is. */
  state: PaymentState;
  status: PaymentStatus;
};

export type PaymentConnection = {
  __typename?: 'PaymentConnection';
  nodes: Array<Payment>;
  pageInfo: PageInfo;
};

/** A NACHA file. Its control totals were proven before it was written. */
export type PaymentFile = {
  __typename?: 'PaymentFile';
  /** When it was acknowledged that the bank has it. */
  deliveredAt: Maybe<Scalars['AWSDateTime']['output']>;
  deliveredBy: Maybe<Scalars['String']['output']>;
  /** Who fetched it, the last ones. */
  downloads: Array<PaymentFileDownload>;
  /** The banking day on which the bank is to settle it. */
  effectiveEntryDate: Scalars['AWSDate']['output'];
  entryCount: Scalars['Int']['output'];
  fundingAccountId: Scalars['ID']['output'];
  /** SHA-256 of the file, hexadecimal. */
  hash: Scalars['String']['output'];
  kind: PaymentFileKind;
  paymentFileId: Scalars['ID']['output'];
  /** Two banking days after it settles: until then banks return entries as a rule. */
  returnableUntil: Maybe<Scalars['AWSDate']['output']>;
  runId: Scalars['ID']['output'];
  /** READY, DELIVERED or SETTLED; PLANNED while it is not ready. */
  state: PaymentState;
  status: PaymentFileStatus;
  /** When it was ready to be fetched. */
  submittedAt: Maybe<Scalars['AWSDateTime']['output']>;
  totalCredit: Money;
  totalDebit: Money;
  writtenAt: Scalars['AWSDateTime']['output'];
};

export type PaymentFileDownload = {
  __typename?: 'PaymentFileDownload';
  actor: Scalars['String']['output'];
  at: Scalars['AWSDateTime']['output'];
};

export type PaymentFileKind =
  /** Returned wages, paid again. */
  | 'RETRY'
  | 'REVERSAL'
  | 'WAGES';

export type PaymentFileStatus =
  /** Ready to be fetched for the bank. Whether the bank has it, `deliveredAt` tells. */
  | 'SUBMITTED'
  /** Written, and not yet ready to be fetched. */
  | 'WRITTEN';

export type PaymentMethod =
  /** Printed by the office. */
  | 'CHECK'
  | 'DIRECT_DEPOSIT';

export type PaymentState =
  /** Somebody acknowledged that the bank has the file. */
  | 'DELIVERED'
  /** Recorded as paid by hand. */
  | 'PAID_BY_HAND'
  /** Calculated. No file was written, and no check is released. */
  | 'PLANNED'
  /** Its file is written and waits to be fetched, or the check to be printed. */
  | 'READY'
  /** Returned once, and in a new file that has not settled. */
  | 'REISSUED'
  | 'RETURNED'
  /** Delivered, and its settlement date has passed. Banks may still return it for some days: see `returnableUntil` of the file. */
  | 'SETTLED'
  /** The pay was reversed. Whether the bank gets the money back is another matter. */
  | 'VOIDED';

/** Whether a payment is in a file for the bank. How far it is on its way, `PaymentState` tells. */
export type PaymentStatus =
  /** It is in no file yet. */
  | 'PENDING'
  /** Returned by the bank. */
  | 'RETURNED'
  /** Reversed by a reversal run; whether the bank recovers the money is another matter. */
  | 'REVERSED'
  /** In a file that may be fetched for the bank; paid by hand; or a check that is released to be printed. */
  | 'SUBMITTED';

export type PaymentUpdate = {
  __typename?: 'PaymentUpdate';
  at: Scalars['AWSDateTime']['output'];
  attempt: Scalars['Int']['output'];
  companyId: Scalars['ID']['output'];
  employeeId: Scalars['ID']['output'];
  paymentId: Scalars['ID']['output'];
  returnCode: Maybe<Scalars['String']['output']>;
  runId: Scalars['ID']['output'];
  status: PaymentStatus;
};

export type PaymentUpdateInput = {
  at: Scalars['AWSDateTime']['input'];
  attempt: Scalars['Int']['input'];
  companyId: Scalars['ID']['input'];
  employeeId: Scalars['ID']['input'];
  paymentId: Scalars['ID']['input'];
  returnCode?: InputMaybe<Scalars['String']['input']>;
  runId: Scalars['ID']['input'];
  status: PaymentStatus;
};

/** What was entered for one employee and one period. Its runs pay the sum of the parts. */
export type PayrollInput = {
  __typename?: 'PayrollInput';
  employeeId: Scalars['ID']['output'];
  employeeName: Scalars['String']['output'];
  externalId: Scalars['String']['output'];
  /** What of it no run of the period pays as the employee is now; empty: all of it is paid by a run, once that is approved. */
  notPaid: Array<PayrollInputNotPaid>;
  /** In the order of the sources' names. A part that is sent again as it is read changes nothing. */
  parts: Array<PayrollInputPart>;
  payGroupId: Scalars['ID']['output'];
  periodStartDate: Scalars['AWSDate']['output'];
  /** Rises by one with each change, by whatever source; 0 before the first. A run remembers the version that it paid. */
  version: Scalars['Int']['output'];
};

export type PayrollInputConnection = {
  __typename?: 'PayrollInputConnection';
  nodes: Array<PayrollInput>;
  pageInfo: PageInfo;
};

/**
 * All that one source enters for one employee and one period: what the same source entered before is replaced, and what other
 * sources entered stays. An empty row takes out what its source entered.
 */
export type PayrollInputInput = {
  earnings?: InputMaybe<Array<EarningInput>>;
  /**
   * The version of what this source has entered (`version` of its part; 0 when it has entered nothing): another one is refused
   * with `VERSION_CONFLICT`. What other sources enter does not count. Left out, nothing is compared.
   */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  externalId: Scalars['String']['input'];
  /**
   * Hours by date, instead of `hoursWorked`: overtime is that of each workweek of the pay group, whatever the period. A workweek that
   * ends after the period is finished in the next one; there its days before the period are given again, and count for overtime.
   */
  hoursByDate?: InputMaybe<Array<HoursOnDateInput>>;
  hoursWorked?: InputMaybe<Array<WorkweekHoursInput>>;
  supplementalMethod?: InputMaybe<SupplementalMethod>;
  /** Whole workdays of unpaid absence that the law lets a salary lose (29 CFR 541.602). */
  unpaidAbsenceDays?: InputMaybe<Scalars['Int']['input']>;
};

/** Why something that was entered is not paid, and what fixes it. */
export type PayrollInputNotPaid = {
  __typename?: 'PayrollInputNotPaid';
  /** Such as `OTHER_PAY_GROUP`; `requirements` of the run has the same with `INPUT_` before it. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  resolution: Scalars['String']['output'];
};

/** What one source entered. */
export type PayrollInputPart = {
  __typename?: 'PayrollInputPart';
  earnings: Array<Earning>;
  hoursByDate: Array<HoursOnDate>;
  hoursWorked: Array<WorkweekHours>;
  source: Scalars['String']['output'];
  supplementalMethod: Maybe<SupplementalMethod>;
  unpaidAbsenceDays: Maybe<Scalars['Int']['output']>;
  /** What `expectedVersion` is compared with. */
  version: Scalars['Int']['output'];
};

export type PayrollRun = {
  __typename?: 'PayrollRun';
  /** When a run that waits for approval is cancelled by itself. */
  approvalDeadline: Maybe<Scalars['AWSDateTime']['output']>;
  /** Approvals of the present calculation so far. */
  approvals: Maybe<Array<Approval>>;
  calculatedCount: Maybe<Scalars['Int']['output']>;
  /** Counts the calculations of the run, from 1. */
  calculation: Maybe<Scalars['Int']['output']>;
  /** Names this exact calculation; give it to `approvePayrollRun`. */
  calculationHash: Maybe<Scalars['String']['output']>;
  /** Sums over all payslips; present once the run is reconciled. */
  controlTotals: Maybe<ControlTotals>;
  /** The run whose reversed employees this one pays again. */
  correctsRunId: Maybe<Scalars['ID']['output']>;
  decidedAt: Maybe<Scalars['AWSDateTime']['output']>;
  /** Who approved, rejected or cancelled it. */
  decidedBy: Maybe<Scalars['String']['output']>;
  employeeCount: Maybe<Scalars['Int']['output']>;
  /** Employees who were left out. */
  excludedCount: Maybe<Scalars['Int']['output']>;
  failedCount: Maybe<Scalars['Int']['output']>;
  /** When it was posted. */
  paidAt: Maybe<Scalars['AWSDateTime']['output']>;
  payGroupId: Scalars['ID']['output'];
  /**
   * Where the money of its direct deposits is: PLANNED, READY, DELIVERED or SETTLED. READY until somebody acknowledged of every
   * file that the bank has it. Null where nobody is paid by deposit.
   */
  paymentState: Maybe<PaymentState>;
  period: PayPeriod;
  /**
   * Who prepared it: who started it, edited what its calculation reads, or made an API key that did. They may not approve it, unless
   * the company's `selfApprovalAllowed` was true when it was started.
   */
  preparedBy: Maybe<Array<Preparer>>;
  /** How many different people must approve: 2 where a figure varies more than the company allows. */
  requiredApprovals: Maybe<Scalars['Int']['output']>;
  /** Returned payments that were not yet paid again. */
  returnedCount: Maybe<Scalars['Int']['output']>;
  /** The runs that took back this one, or a part of it. */
  reversedByRunIds: Maybe<Array<Scalars['ID']['output']>>;
  /** The run that this one reverses. */
  reversesRunId: Maybe<Scalars['ID']['output']>;
  runId: Scalars['ID']['output'];
  /** Counts the runs of the same group, period and type, from 1. */
  sequence: Scalars['Int']['output'];
  /** The banking day on which its files are to settle; null before they are written. */
  settlesOn: Maybe<Scalars['AWSDate']['output']>;
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
  /** Present for a failed employee, and for one who was left out. */
  error: Maybe<RunItemError>;
  grossPay: Maybe<Money>;
  netPay: Maybe<Money>;
  /** How net pay is paid; empty before the run is calculated. */
  payments: Maybe<Array<Payment>>;
  payslipId: Maybe<Scalars['ID']['output']>;
  /** The run that took this payslip back. */
  reversedByRunId: Maybe<Scalars['ID']['output']>;
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
  /** Left out of the run by a person. */
  | 'EXCLUDED'
  | 'FAILED';

export type PayrollRunStatus =
  /** Decided: from here on the run pays exactly what was approved. */
  | 'APPROVED'
  /** Calculated and reconciled; waits for a person. */
  | 'AWAITING_APPROVAL'
  /** Calculated, but something must be fixed before it can be approved: see `requirements`. */
  | 'BLOCKED'
  | 'CALCULATING'
  | 'CANCELLED'
  /** A void is under way. */
  | 'COMPENSATING'
  /** Planned and not started: `startPayrollRun` starts it. */
  | 'DRAFT'
  /** Stopped by a fault; `statusReason` says where. `redrivePayrollRun` continues from there. */
  | 'FAILED'
  /** The run is posted and everybody's payment is made out. Where the money is, `paymentState` tells. */
  | 'PAID'
  /** Posted, and payments are made out, except for employees who failed, whose payment was returned, or whose pay was reversed. */
  | 'PARTIALLY_PAID'
  /** Payment files are on their way, and the run is being posted. */
  | 'PAYING'
  /** Inputs are being frozen. */
  | 'PREPARING'
  /** Accepted; waits for its turn in the start queue. */
  | 'QUEUED'
  | 'REJECTED'
  /** Reversed in full by a reversal run. */
  | 'VOIDED';

export type PayrollRunType =
  /** An off-cycle run of bonuses and the like. */
  | 'BONUS'
  /** Pays employees again whose pay in another run was reversed. */
  | 'CORRECTION'
  /**
   * Pays what was entered for it outside the regular run. Once the period's regular run is approved, it also pays salary and hours of
   * those whom it names and no run paid. One that names nobody, and for which nothing is entered, pays all who failed in the
   * regular run.
   */
  | 'OFF_CYCLE'
  /** Pays the period. */
  | 'REGULAR'
  /** Reverses what another run paid. Only `voidPayrollRun` creates it. */
  | 'REVERSAL'
  /** The last pay of employees who leave. */
  | 'TERMINATION';

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
  /** The last day that an earning is for, where it is for a part of the period. */
  endDate: Maybe<Scalars['AWSDate']['output']>;
  kind: PayslipLineKind;
  /** The first day that an earning is for, where it is for a part of the period; null: for all of it. */
  startDate: Maybe<Scalars['AWSDate']['output']>;
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

export type PayslipPreview = {
  __typename?: 'PayslipPreview';
  /** Why there is no payslip: what a run would say of this employee. */
  error: Maybe<RunItemError>;
  grossPay: Maybe<Money>;
  lines: Maybe<Array<PayslipLine>>;
  netPay: Maybe<Money>;
  payments: Maybe<Array<PreviewedPayment>>;
  ruleSetVersion: Maybe<Scalars['String']['output']>;
  userErrors: Array<UserError>;
};

export type PayslipVerification = {
  __typename?: 'PayslipVerification';
  /** What differs first, in words; null when it matches. */
  firstDifference: Maybe<Scalars['String']['output']>;
  /** SHA-256 of the payslip on record, hexadecimal. */
  hash: Scalars['String']['output'];
  /** Whether the payslip on record is, byte for byte, the one that its frozen inputs give. */
  matches: Scalars['Boolean']['output'];
};

export type PostalAddress = {
  __typename?: 'PostalAddress';
  city: Scalars['String']['output'];
  line1: Scalars['String']['output'];
  line2: Maybe<Scalars['String']['output']>;
  postalCode: Scalars['String']['output'];
  state: Scalars['String']['output'];
};

export type PostalAddressInput = {
  city: Scalars['String']['input'];
  /** 1 to 100 characters. */
  line1: Scalars['String']['input'];
  line2?: InputMaybe<Scalars['String']['input']>;
  /** Five digits, or nine with a hyphen. */
  postalCode: Scalars['String']['input'];
  /** Two-letter code of the state. */
  state: Scalars['String']['input'];
};

/** What somebody did for a run before it was approved. */
export type Preparation =
  | 'CALCULATED_AGAIN'
  /** Changed the company, the pay group or its funding account since the last regular run was approved. */
  | 'CHANGED_SETTINGS'
  /** Changed employees of the pay group since the last regular run that paid them all was approved. */
  | 'EDITED_EMPLOYEES'
  /** Entered hours or earnings of the pay period. */
  | 'ENTERED_PAY'
  /** Prepared an earlier run of the period that was cancelled after its approval, or voided. */
  | 'PREPARED_EARLIER_RUN'
  | 'STARTED';

export type Preparer = {
  __typename?: 'Preparer';
  /** The person's user id, or `key:` with the beginning of an API key's id; the person who made the key is listed as well. */
  actor: Scalars['String']['output'];
  did: Array<Preparation>;
};

export type PreviewPayslipInput = {
  /** Instead of what is recorded. */
  compensation?: InputMaybe<CompensationInput>;
  earnings?: InputMaybe<Array<EarningInput>>;
  employeeId: Scalars['ID']['input'];
  /** Instead of what is entered for the period. */
  hoursWorked?: InputMaybe<Array<WorkweekHoursInput>>;
  /** First day of the pay period of the employee's group. */
  periodStartDate: Scalars['AWSDate']['input'];
  sequence?: InputMaybe<Scalars['Int']['input']>;
  type?: InputMaybe<PayrollRunType>;
};

export type PreviewedPayment = {
  __typename?: 'PreviewedPayment';
  amount: Money;
  maskedAccountNumber: Maybe<Scalars['String']['output']>;
  method: PaymentMethod;
  split: Scalars['Int']['output'];
};

export type Query = {
  __typename?: 'Query';
  /** The company's API keys, without their secrets. */
  apiKeys: Maybe<Array<ApiKey>>;
  /** How much money must be where by when for a run to be paid. */
  cashRequirement: Maybe<CashRequirement>;
  /** What an idempotency key did; null: nothing was done with it. Kept as long as the records of money. */
  command: Maybe<Command>;
  /** The caller's own company. */
  company: Maybe<Company>;
  /** Changes of who must approve runs, the latest first; `first` is 1 to 100. */
  controlChanges: Maybe<ControlChangeConnection>;
  /** Work of this company that was given up after its retries and waits to be redriven. */
  deadLetters: Maybe<Array<DeadLetter>>;
  /**
   * What changed from one run to another, with the cause of each line. Left out, `againstRunId` is the last paid regular run
   * of the group before it. `first` counts employees, 1 to 100.
   */
  diffPayrollRuns: Maybe<RunDifference>;
  employee: Maybe<Employee>;
  /**
   * Employees in the order in which they were added. `first` is 1 to 100; a page may hold fewer than asked for and still
   * have a next one.
   */
  employees: Maybe<EmployeeConnection>;
  /** What a run of a group of this size would cost at AWS's published prices. */
  estimateRunCost: Maybe<CostEstimate>;
  /**
   * A payslip line by line: what it is, by which rule and which source, and every step from what was handed in to the cent.
   * Calculated again from what the run froze; an error of the type `PAYSLIP_DIFFERS` when that is not the payslip on record.
   */
  explainPayslip: Maybe<PayslipExplanation>;
  /** The employees of a run who could not be calculated, each with the reason and the fix; `first` is 1 to 100. */
  failedPayrollRunItems: Maybe<PayrollRunItemConnection>;
  /**
   * Payments by what a bank knows them by: trace number, individual id, amount, effective entry date. The newest first, 50 at the
   * most; none where nothing is asked for.
   */
  findPayments: Maybe<Array<SentPayment>>;
  /** The accounts that wages are paid from. */
  fundingAccounts: Maybe<Array<FundingAccount>>;
  /** The calls of hooks in one run, by their point. */
  hookCalls: Maybe<Array<HookCall>>;
  /** What the company asked to be told, or to be asked, in the course of a run. */
  hooks: Maybe<Array<Hook>>;
  /** An import and how far it is; the file with what became of each row has an address for 15 minutes after each call. */
  import: Maybe<Import>;
  /** The balanced ledger entries that a run posted, in their order; empty until it is posted. `first` is 1 to 100. */
  journal: Maybe<LedgerEntryConnection>;
  /** The signed-in employee's own payslip of a run; null until the run is approved. */
  myPayslip: Maybe<Payslip>;
  /** The signed-in employee's own payslip as a file; null until the run is paid. */
  myPayslipDocument: Maybe<DocumentLink>;
  /**
   * The signed-in employee's own payslips of approved runs, the latest pay period first. `first` is 1 to 100; a page may hold
   * fewer although `hasNextPage` is true, because the runs of others are looked through too.
   */
  myPayslips: Maybe<MyPayslipConnection>;
  /** What banks asked to be written in place of what is recorded. Open ones first. */
  noticesOfChange: Maybe<Array<NoticeOfChange>>;
  /** An export and how far it is; its file has an address for 15 minutes after each call. */
  operation: Maybe<Operation>;
  payGroup: Maybe<PayGroup>;
  /** Pay groups in order of their ids; `first` is 1 to 100. */
  payGroups: Maybe<PayGroupConnection>;
  /** The pay periods of a group that start within the given dates (both included, at most 400 days apart). */
  payPeriods: Maybe<PayPeriods>;
  /** The files that were written for a run: one for each funding account and effective date, and one for each retry. */
  paymentFiles: Maybe<Array<PaymentFile>>;
  /** The payments of a run in the order of employee ids. `first` is 1 to 100; a page ends with a segment of the run. */
  payments: Maybe<PaymentConnection>;
  /** What was entered for one employee and a period, by no source while nothing is; null when there is no such employee. */
  payrollInput: Maybe<PayrollInput>;
  /**
   * What was entered for a pay group and a period, in the order of employee ids, also for people who left the group. `first`
   * is 1 to 100; a page may hold fewer than asked for and still have a next one.
   */
  payrollInputs: Maybe<PayrollInputConnection>;
  /** The payroll register: an employee a row, in the order of employee ids; `first` is 1 to 100. */
  payrollRegister: Maybe<RegisterConnection>;
  payrollRun: Maybe<PayrollRun>;
  /** The run of a group, a period, a type and a sequence. */
  payrollRunByKey: Maybe<PayrollRun>;
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
  /** A payslip as a file, with an address that holds for 15 minutes. */
  payslipDocument: Maybe<DocumentLink>;
  /** One employee's payslip of a run, found by the employee. */
  payslipOfEmployee: Maybe<Payslip>;
  /** A payslip as it would be with what is recorded now. Nothing is stored. */
  previewPayslip: Maybe<PayslipPreview>;
  /** What stands in the way of a run, or should be known before it is approved; each with its fix. */
  requirements: Maybe<Array<Requirement>>;
  /** The returned payments of a run that were not yet paid again; `first` is 1 to 100. */
  returnedPayments: Maybe<PaymentConnection>;
  /** The counts as they stand in the table: what a subscriber reads first, and after every reconnect. */
  runProgress: Maybe<RunProgress>;
  /**
   * What is owed to tax authorities for the pays of a calendar year, by authority, period and due date, and what was deposited.
   * Federal due dates follow Pub. 15; for states none is confirmed here, and their notices tell.
   */
  taxYear: Maybe<TaxYear>;
  /** The next planned runs of a group, with their deadlines; `count` is 1 to 30. */
  upcomingPayrolls: Maybe<UpcomingPayrolls>;
  /** Calculates a payslip again from what the run froze and the recorded rule set, and compares it byte for byte. */
  verifyPayslip: Maybe<PayslipVerification>;
  /** What this employer paid an employee in a calendar year, with all posted runs. */
  yearToDate: Maybe<YearToDate>;
};


export type QueryCashRequirementArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryCommandArgs = {
  idempotencyKey: Scalars['String']['input'];
  mutation: Scalars['String']['input'];
};


export type QueryControlChangesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryDiffPayrollRunsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  againstRunId?: InputMaybe<Scalars['ID']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryEmployeeArgs = {
  employeeId: Scalars['ID']['input'];
};


export type QueryEmployeesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryEstimateRunCostArgs = {
  employeeCount: Scalars['Int']['input'];
};


export type QueryExplainPayslipArgs = {
  payslipId: Scalars['ID']['input'];
};


export type QueryFailedPayrollRunItemsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryFindPaymentsArgs = {
  amount?: InputMaybe<Scalars['String']['input']>;
  effectiveEntryDate?: InputMaybe<Scalars['AWSDate']['input']>;
  individualId?: InputMaybe<Scalars['String']['input']>;
  traceNumber?: InputMaybe<Scalars['String']['input']>;
};


export type QueryHookCallsArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryImportArgs = {
  importId: Scalars['ID']['input'];
};


export type QueryJournalArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryMyPayslipArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryMyPayslipDocumentArgs = {
  format: DocumentFormat;
  runId: Scalars['ID']['input'];
};


export type QueryMyPayslipsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
};


export type QueryOperationArgs = {
  operationId: Scalars['ID']['input'];
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


export type QueryPaymentFilesArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryPayrollInputArgs = {
  employeeId: Scalars['ID']['input'];
  payGroupId: Scalars['ID']['input'];
  periodStartDate: Scalars['AWSDate']['input'];
};


export type QueryPayrollInputsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  payGroupId: Scalars['ID']['input'];
  periodStartDate: Scalars['AWSDate']['input'];
};


export type QueryPayrollRegisterArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryPayrollRunArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryPayrollRunByKeyArgs = {
  payGroupId: Scalars['ID']['input'];
  periodStartDate: Scalars['AWSDate']['input'];
  sequence?: InputMaybe<Scalars['Int']['input']>;
  type?: InputMaybe<PayrollRunType>;
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


export type QueryPayslipDocumentArgs = {
  format: DocumentFormat;
  payslipId: Scalars['ID']['input'];
};


export type QueryPayslipOfEmployeeArgs = {
  employeeId: Scalars['ID']['input'];
  runId: Scalars['ID']['input'];
};


export type QueryPreviewPayslipArgs = {
  input: PreviewPayslipInput;
};


export type QueryRequirementsArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryReturnedPaymentsArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
  runId: Scalars['ID']['input'];
};


export type QueryRunProgressArgs = {
  runId: Scalars['ID']['input'];
};


export type QueryTaxYearArgs = {
  year: Scalars['Int']['input'];
};


export type QueryUpcomingPayrollsArgs = {
  count?: InputMaybe<Scalars['Int']['input']>;
  payGroupId: Scalars['ID']['input'];
};


export type QueryVerifyPayslipArgs = {
  payslipId: Scalars['ID']['input'];
};


export type QueryYearToDateArgs = {
  employeeId: Scalars['ID']['input'];
  year: Scalars['Int']['input'];
};

export type RecalculatePayrollRunInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Why, in 1 to 500 characters. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type RecordBankReturnsInput = {
  /** The text of the bank's file, up to 950,000 characters: one file or several, with any line ends. */
  file: Scalars['String']['input'];
  idempotencyKey: Scalars['String']['input'];
};

export type RecordBankReturnsPayload = {
  __typename?: 'RecordBankReturnsPayload';
  /** Entries that this call had no time for: send the same file again. */
  remainingCount: Scalars['Int']['output'];
  replayed: Scalars['Boolean']['output'];
  /** In the order of the file. */
  returns: Array<BankReturn>;
  userErrors: Array<UserError>;
};

export type RecordManualPaymentInput = {
  /** Of a check: 1 to 20 digits. */
  checkNumber?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  paymentId: Scalars['ID']['input'];
  /** How and why it was paid so: 1 to 500 characters. */
  reason: Scalars['String']['input'];
};

export type RecordTaxDepositInput = {
  /** Decimal string: more than nothing, and up to the liability's balance. */
  amount: Scalars['String']['input'];
  /** What the tax office answered, such as the EFT acknowledgment number: 1 to 100 characters. */
  confirmation: Scalars['String']['input'];
  depositedOn: Scalars['AWSDate']['input'];
  idempotencyKey: Scalars['String']['input'];
  liabilityId: Scalars['ID']['input'];
};

export type RecordTaxDepositPayload = {
  __typename?: 'RecordTaxDepositPayload';
  deposit: Maybe<TaxDeposit>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type RedriveDeadLettersInput = {
  idempotencyKey: Scalars['String']['input'];
  queue: DeadLetterQueueName;
};

export type RedriveDeadLettersPayload = {
  __typename?: 'RedriveDeadLettersPayload';
  /** How many messages were sent again, about. */
  redrivenCount: Scalars['Int']['output'];
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type RedrivePayrollRunInput = {
  idempotencyKey: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type RegisterConnection = {
  __typename?: 'RegisterConnection';
  nodes: Array<RegisterRow>;
  pageInfo: PageInfo;
};

export type RegisterRow = {
  __typename?: 'RegisterRow';
  employeeId: Scalars['ID']['output'];
  employeeName: Scalars['String']['output'];
  employerTaxes: Maybe<Money>;
  garnishments: Maybe<Money>;
  grossPay: Maybe<Money>;
  netPay: Maybe<Money>;
  postTaxDeductions: Maybe<Money>;
  preTaxDeductions: Maybe<Money>;
  reimbursements: Maybe<Money>;
  status: PayrollRunItemStatus;
  taxes: Maybe<Money>;
};

export type RejectPayrollRunInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Why, in 1 to 500 characters. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type ReportFormat =
  | 'CSV'
  | 'HTML'
  | 'JSONL'
  | 'PDF';

export type ReportKind =
  | 'JOURNAL'
  | 'PAYMENTS'
  /** All payslips, as an archive for PDF and HTML. */
  | 'PAYSLIPS'
  | 'REGISTER';

export type Requirement = {
  __typename?: 'Requirement';
  /** Such as `FUNDING_ACCOUNT_MISSING`. */
  code: Scalars['String']['output'];
  message: Scalars['String']['output'];
  resolution: Scalars['String']['output'];
  severity: RequirementSeverity;
};

export type RequirementSeverity =
  /** The run cannot be approved until it is fixed. */
  | 'BLOCKING'
  /** To be known before the run is approved. */
  | 'WARNING';

export type RetryPaymentInput = {
  idempotencyKey: Scalars['String']['input'];
  paymentId: Scalars['ID']['input'];
};

export type RetryPayrollRunItemsInput = {
  /** 1 to 100 employees of the run. Left out: all who failed. */
  employeeIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  idempotencyKey: Scalars['String']['input'];
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

export type RunDifference = {
  __typename?: 'RunDifference';
  after: Maybe<ControlTotals>;
  againstRunId: Maybe<Scalars['ID']['output']>;
  before: Maybe<ControlTotals>;
  /** Employees with a difference, in the order of their ids. */
  employees: Array<EmployeeDifference>;
  pageInfo: PageInfo;
  runId: Scalars['ID']['output'];
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

/** Why one employee could not be calculated, and what fixes it. */
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
  /** How many of `changed` failed. */
  changedFailedCount: Maybe<Scalars['Int']['output']>;
  closedSegmentCount: Scalars['Int']['output'];
  companyId: Scalars['ID']['output'];
  employeeCount: Scalars['Int']['output'];
  /** Employees who were left out; with those who were calculated and those who failed they are all. */
  excludedCount: Scalars['Int']['output'];
  failedCount: Scalars['Int']['output'];
  runId: Scalars['ID']['output'];
  segmentCount: Scalars['Int']['output'];
  /** Rises by one with each message of the run, without gaps. */
  sequence: Scalars['Int']['output'];
};

export type RunProgressInput = {
  calculatedCount: Scalars['Int']['input'];
  changed: Array<RunItemChangeInput>;
  changedFailedCount?: Scalars['Int']['input'];
  closedSegmentCount: Scalars['Int']['input'];
  companyId: Scalars['ID']['input'];
  employeeCount: Scalars['Int']['input'];
  excludedCount?: Scalars['Int']['input'];
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

/** An entry of a payment file, as the bank knows it. */
export type SentPayment = {
  __typename?: 'SentPayment';
  amount: Money;
  /** The banking day on which its file is to settle. */
  effectiveEntryDate: Scalars['AWSDate']['output'];
  individualId: Scalars['String']['output'];
  /** The employee's name as the file has it. */
  individualName: Scalars['String']['output'];
  isPrenote: Scalars['Boolean']['output'];
  /** Of the account that it went to. */
  maskedAccountNumber: Scalars['String']['output'];
  /** Null for a prenote, which pays nothing. */
  payment: Maybe<Payment>;
  paymentFileId: Scalars['ID']['output'];
  runId: Scalars['ID']['output'];
  traceNumber: Scalars['String']['output'];
};

export type StartImportInput = {
  idempotencyKey: Scalars['String']['input'];
  importId: Scalars['ID']['input'];
};

export type StartImportPayload = {
  __typename?: 'StartImportPayload';
  import: Maybe<Import>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type StartPayrollRunInput = {
  /** Makes a `DRAFT` that waits to be started by the same call without this member. */
  asDraft?: InputMaybe<Scalars['Boolean']['input']>;
  /** For CORRECTION: the run whose reversed employees are paid again. */
  correctsRunId?: InputMaybe<Scalars['ID']['input']>;
  /** For every type but REGULAR: the only employees in the run, 1 to 100. Left out: all who have something to be paid by it. */
  employeeIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  idempotencyKey: Scalars['String']['input'];
  /** For every type but REGULAR: the pay date, if it is not the period's. */
  payDate?: InputMaybe<Scalars['AWSDate']['input']>;
  payGroupId: Scalars['ID']['input'];
  /** First day of the pay period. */
  periodStartDate: Scalars['AWSDate']['input'];
  /**
   * Give 2 or more to run the same period again. A regular period is paid once: the sequence before must have been
   * cancelled, rejected or voided, or have failed before it was approved.
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

export type StateAccount = {
  __typename?: 'StateAccount';
  state: Scalars['String']['output'];
  unemploymentAccount: Maybe<Scalars['String']['output']>;
  withholdingAccount: Maybe<Scalars['String']['output']>;
};

export type StateAccountInput = {
  /** Two-letter code of the state. */
  state: Scalars['String']['input'];
  unemploymentAccount?: InputMaybe<Scalars['String']['input']>;
  withholdingAccount?: InputMaybe<Scalars['String']['input']>;
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
  exemptForYear: Maybe<Scalars['Int']['output']>;
  /** For each pay period, added last. */
  extraWithholding: Maybe<Money>;
  filingStatus: Maybe<Scalars['String']['output']>;
  firstTimeDependents: Maybe<Scalars['Int']['output']>;
  /** For each pay period, instead of the computed tax. */
  fixedWithholding: Maybe<Money>;
  hasReciprocityCertificate: Maybe<Scalars['Boolean']['output']>;
  isMilitarySpouse: Maybe<Scalars['Boolean']['output']>;
  /** For each pay period, taken off the computed tax. */
  reducedWithholding: Maybe<Money>;
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
  /** The year for which the employee claims to be exempt from this state's withholding. */
  exemptForYear?: InputMaybe<Scalars['Int']['input']>;
  /** Decimal string, for each pay period. */
  extraWithholding?: InputMaybe<Scalars['String']['input']>;
  /** In the state's own words, such as `SINGLE`; docs/payslip-input.md lists them by state. */
  filingStatus?: InputMaybe<Scalars['String']['input']>;
  firstTimeDependents?: InputMaybe<Scalars['Int']['input']>;
  /** Decimal string, for each pay period, instead of the computed tax: Missouri, Montana line 4, Wisconsin WT-4A. */
  fixedWithholding?: InputMaybe<Scalars['String']['input']>;
  /** The certificate that keeps the work state from withholding on a resident of another. */
  hasReciprocityCertificate?: InputMaybe<Scalars['Boolean']['input']>;
  /** The spouse of a servicemember, who keeps the home state while working in this one. */
  isMilitarySpouse?: InputMaybe<Scalars['Boolean']['input']>;
  /** Decimal string, for each pay period, taken off the computed tax: Connecticut line 3. */
  reducedWithholding?: InputMaybe<Scalars['String']['input']>;
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
  /** Runs of the company that begin to wait for approval. */
  onApprovalNeeded: Maybe<RunStatusChange>;
  /** How far one import is, after each two thousand rows. */
  onImportUpdated: Maybe<ImportUpdate>;
  /** Payments of one run that were returned, or were paid again. */
  onPaymentUpdated: Maybe<PaymentUpdate>;
  /** Progress messages of one run that bring failed employees; `changed` names them. */
  onRunItemFailed: Maybe<RunProgress>;
  /** Counts of one run, and the employees that changed, about every hundred employees. */
  onRunProgress: Maybe<RunProgress>;
  /** Every change of status of the company's runs. */
  onRunStatusChanged: Maybe<RunStatusChange>;
};


export type SubscriptionOnApprovalNeededArgs = {
  companyId: Scalars['ID']['input'];
};


export type SubscriptionOnImportUpdatedArgs = {
  importId: Scalars['ID']['input'];
};


export type SubscriptionOnPaymentUpdatedArgs = {
  runId: Scalars['ID']['input'];
};


export type SubscriptionOnRunItemFailedArgs = {
  runId: Scalars['ID']['input'];
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

export type TaxCorrection = {
  __typename?: 'TaxCorrection';
  /** Negative. */
  amount: Money;
  authority: Scalars['String']['output'];
  name: Scalars['String']['output'];
  /** Of the pay that was reversed. */
  payDate: Scalars['AWSDate']['output'];
  /** The reversal. */
  runId: Scalars['ID']['output'];
};

export type TaxDeposit = {
  __typename?: 'TaxDeposit';
  amount: Money;
  authority: Scalars['String']['output'];
  confirmation: Scalars['String']['output'];
  depositId: Scalars['ID']['output'];
  depositedOn: Scalars['AWSDate']['output'];
  liabilityId: Scalars['ID']['output'];
  recordedAt: Scalars['AWSDateTime']['output'];
  recordedBy: Scalars['String']['output'];
};

export type TaxLiability = {
  __typename?: 'TaxLiability';
  amount: Money;
  /** As the ledger calls it, such as `US_941` or `CA_WITHHOLDING`. */
  authority: Scalars['String']['output'];
  balance: Money;
  deposited: Money;
  deposits: Array<TaxDeposit>;
  /** The last day to deposit. Null where it is not known: for federal taxes until the schedule is recorded, and for states. */
  dueDate: Maybe<Scalars['AWSDate']['output']>;
  /** The due date has passed, and something is not deposited. */
  isOverdue: Scalars['Boolean']['output'];
  /** Authority and period: as long as nothing more is paid in the period it stays the same. */
  liabilityId: Scalars['ID']['output'];
  name: Scalars['String']['output'];
  /** Pays with a pay date up to this day are in it. */
  periodEndDate: Scalars['AWSDate']['output'];
  periodStartDate: Scalars['AWSDate']['output'];
  rule: DepositRule;
};

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

/** What is owed to tax authorities for the pays of a calendar year. */
export type TaxYear = {
  __typename?: 'TaxYear';
  /** Tax of a quarter that was reversed after its end: it belongs on a correction such as Form 941-X, never on a current return. */
  corrections: Array<TaxCorrection>;
  /** By due date; what has none comes last. */
  liabilities: Array<TaxLiability>;
  /** What must be recorded before deposits and returns can be made, each as a sentence. */
  missing: Array<Scalars['String']['output']>;
  /** Null before anything of it is recorded. */
  profile: Maybe<FilingProfile>;
  /** Deposits for a period that has changed since, because more was paid or reversed in it. */
  unassignedDeposits: Array<TaxDeposit>;
  year: Scalars['Int']['output'];
};

export type UnemploymentRate = {
  __typename?: 'UnemploymentRate';
  /** Percent, such as `"2.7"`. */
  ratePercent: Scalars['String']['output'];
  /** Two-letter code of the state. */
  state: Scalars['String']['output'];
  /** The yearly wages of one employee on which the tax is due; null where the state's own figure holds. */
  wageBase: Maybe<Money>;
};

export type UnemploymentRateInput = {
  /** Percent with at most four decimals, such as `"2.7"`. */
  ratePercent: Scalars['String']['input'];
  /** Two-letter code of the state. */
  state: Scalars['String']['input'];
  /** Decimal string: the yearly wages of one employee on which the tax is due. May be left out for CA and NY. */
  wageBase?: InputMaybe<Scalars['String']['input']>;
};

export type UpcomingPayroll = {
  __typename?: 'UpcomingPayroll';
  /** Approved later, the money arrives late. */
  approvalDueAt: Scalars['AWSDateTime']['output'];
  /** What is entered later is not in the run. */
  cutOffAt: Scalars['AWSDateTime']['output'];
  /** 1 for the first pay date of the calendar year, and how many there are: 27 in some biweekly years. */
  indexInYear: Scalars['Int']['output'];
  /** The pay date as the calendar gives it, where a weekend or a banking holiday moved it. */
  payDateMovedFrom: Maybe<Scalars['AWSDate']['output']>;
  payDatesInYear: Scalars['Int']['output'];
  period: PayPeriod;
  /** The regular run of the period, once it is there. */
  runId: Maybe<Scalars['ID']['output']>;
  runStatus: Maybe<PayrollRunStatus>;
};

export type UpcomingPayrolls = {
  __typename?: 'UpcomingPayrolls';
  payrolls: Array<UpcomingPayroll>;
  userErrors: Array<UserError>;
};

export type UpsertCompanyInput = {
  /** Members whose recorded value is removed. */
  clear?: InputMaybe<Array<ClearableCompanyMember>>;
  /**
   * Needed only where an employee's calculation asks how a place treats a deduction. The list takes the place of the one that is
   * recorded.
   */
  deductionTreatments?: InputMaybe<Array<DecidedTreatmentInput>>;
  /** The list takes the place of the one that is recorded. */
  electedLevies?: InputMaybe<Array<ElectableLevy>>;
  /** Chosen by the client, 1 to 128 characters; the same key with other input is refused. */
  idempotencyKey: Scalars['String']['input'];
  /** False when the company is created without it. */
  isFutaExempt?: InputMaybe<Scalars['Boolean']['input']>;
  /** Needed when the company is created. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Percent with at most four decimals, such as `"10"`. */
  secondApproverAbovePercent?: InputMaybe<Scalars['String']['input']>;
  /** False when the company is created without it. */
  selfApprovalAllowed?: InputMaybe<Scalars['Boolean']['input']>;
  /**
   * One for each state where somebody works, from the state's yearly rate notice. The list takes the place of the one that is
   * recorded.
   */
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
  /** 1 to 1,000 employees; a request may have up to 999,999 bytes. */
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

export type UpsertFilingProfileInput = {
  contactEmail?: InputMaybe<Scalars['String']['input']>;
  contactName?: InputMaybe<Scalars['String']['input']>;
  contactPhone?: InputMaybe<Scalars['String']['input']>;
  depositSchedule?: InputMaybe<DepositSchedule>;
  /** Nine digits, with or without the hyphen after two. */
  ein?: InputMaybe<Scalars['String']['input']>;
  idempotencyKey: Scalars['String']['input'];
  legalAddress?: InputMaybe<PostalAddressInput>;
  /** As the IRS knows it. */
  legalName?: InputMaybe<Scalars['String']['input']>;
  mailingAddress?: InputMaybe<PostalAddressInput>;
  /** One for each state; the list takes the place of the one that is recorded. */
  stateAccounts?: InputMaybe<Array<StateAccountInput>>;
};

export type UpsertFilingProfilePayload = {
  __typename?: 'UpsertFilingProfilePayload';
  profile: Maybe<FilingProfile>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type UpsertFundingAccountInput = {
  /** 4 to 17 letters, digits or hyphens. Needed when the account is created, and whenever its bank or type changes. */
  accountNumber?: InputMaybe<Scalars['String']['input']>;
  /** CHECKING when the account is created without it. */
  accountType?: InputMaybe<BankAccountType>;
  /** Needed when the account is created. */
  bankName?: InputMaybe<Scalars['String']['input']>;
  /** The company's name on its employees' statements, 1 to 16 characters. Needed when the account is created. */
  companyEntryName?: InputMaybe<Scalars['String']['input']>;
  /** Ten characters that the bank gave the company for its files, often `1` and the employer number. Needed when created. */
  companyIdentification?: InputMaybe<Scalars['String']['input']>;
  /** 1 to 40 letters, digits, `-` or `_`, chosen by the company. */
  fundingAccountId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** Nine digits: who takes the files, where it is not the bank of the account. */
  immediateDestination?: InputMaybe<Scalars['String']['input']>;
  /** Nine or ten capitals or digits that the bank gave for the sender, where it is not `companyIdentification`. */
  immediateOrigin?: InputMaybe<Scalars['String']['input']>;
  /** Needed when the account is created. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** Nine digits: the bank that originates the entries, where it is not the bank of the account. */
  odfiRoutingNumber?: InputMaybe<Scalars['String']['input']>;
  /** Nine digits. Needed when the account is created; changed together with `accountNumber` alone. */
  routingNumber?: InputMaybe<Scalars['String']['input']>;
  /** For banks that ask for balanced files. False when the account is created without it. */
  sendsBalancedFiles?: InputMaybe<Scalars['Boolean']['input']>;
  /** False when the account is created without it. */
  sendsPrenotes?: InputMaybe<Scalars['Boolean']['input']>;
};

export type UpsertFundingAccountPayload = {
  __typename?: 'UpsertFundingAccountPayload';
  fundingAccount: Maybe<FundingAccount>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type UpsertHookInput = {
  /** Members whose recorded value is removed. */
  clear?: InputMaybe<Array<ClearableHookMember>>;
  /** 1 to 40 letters, digits, `-` or `_`, chosen by the company. */
  hookId: Scalars['ID']['input'];
  idempotencyKey: Scalars['String']['input'];
  /** Not at ON_FAILURE. False when the hook is created without it. */
  isBlocking?: InputMaybe<Scalars['Boolean']['input']>;
  /** For a blocking hook: STOP when nothing was given. */
  onTimeout?: InputMaybe<HookOutcome>;
  payGroupId?: InputMaybe<Scalars['ID']['input']>;
  /** Needed when the hook is created. */
  point?: InputMaybe<HookPoint>;
  /** For a blocking hook: 60 to 604800. */
  timeoutSeconds?: InputMaybe<Scalars['Int']['input']>;
};

export type UpsertHookPayload = {
  __typename?: 'UpsertHookPayload';
  hook: Maybe<Hook>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type UpsertOpeningBalancesInput = {
  /** 1 to 1,000 employees; a request may have up to 999,999 bytes. */
  balances: Array<OpeningBalanceInput>;
  idempotencyKey: Scalars['String']['input'];
  /** The calendar year of the pay dates. */
  year: Scalars['Int']['input'];
};

export type UpsertOpeningBalancesPayload = {
  __typename?: 'UpsertOpeningBalancesPayload';
  replayed: Scalars['Boolean']['output'];
  /** One for each employee of the input, in the same order. */
  results: Array<UpsertEmployeeResult>;
  userErrors: Array<UserError>;
};

export type UpsertOutcome =
  | 'CREATED'
  | 'REFUSED'
  /** Of payroll inputs: the row was empty, and what its source had entered is taken out. */
  | 'REMOVED'
  /** The same facts were there already. */
  | 'UNCHANGED'
  | 'UPDATED';

export type UpsertPayGroupInput = {
  /** First day of any one period. Needed when the group is created. */
  anchorDate?: InputMaybe<Scalars['AWSDate']['input']>;
  /** REQUIRED when the group is created without it. */
  approvalPolicy?: InputMaybe<ApprovalPolicy>;
  /** Members whose recorded value is removed. */
  clear?: InputMaybe<Array<ClearablePayGroupMember>>;
  /** When the group is created without it: the day after the period ends at 05:00 in New York. */
  cutOff?: InputMaybe<CutOffInput>;
  /** Needed when the group is created. */
  frequency?: InputMaybe<PayFrequency>;
  fundingAccountId?: InputMaybe<Scalars['ID']['input']>;
  idempotencyKey: Scalars['String']['input'];
  /** Needed when the group is created. */
  name?: InputMaybe<Scalars['String']['input']>;
  /** 5 when the group is created without it. */
  payDateOffsetDays?: InputMaybe<Scalars['Int']['input']>;
  /** 1 to 40 letters, digits, `-` or `_`, chosen by the company. */
  payGroupId: Scalars['ID']['input'];
  /** False when the group is created without it. */
  startsAutomatically?: InputMaybe<Scalars['Boolean']['input']>;
  /** The day on which workweeks begin, for hours by date. It is fixed: change it only for good (29 CFR 778.105). */
  workweekStartsOn?: InputMaybe<DayOfWeek>;
};

export type UpsertPayGroupPayload = {
  __typename?: 'UpsertPayGroupPayload';
  payGroup: Maybe<PayGroup>;
  replayed: Scalars['Boolean']['output'];
  userErrors: Array<UserError>;
};

export type UpsertPayrollInputsInput = {
  idempotencyKey: Scalars['String']['input'];
  /** 1 to 1,000 employees; a request may have up to 999,999 bytes. */
  inputs: Array<PayrollInputInput>;
  payGroupId: Scalars['ID']['input'];
  /** First day of the pay period. */
  periodStartDate: Scalars['AWSDate']['input'];
  /**
   * The system that hands in, such as `time-clock`: 1 to 40 letters, digits, `.`, `-` or `_`; left out, `office`. A run pays the
   * sum of what all sources entered.
   */
  source?: InputMaybe<Scalars['String']['input']>;
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

export type VoidPayrollRunInput = {
  /** 1 to 100 employees whose pay is reversed. Left out: the whole run. */
  employeeIds?: InputMaybe<Array<Scalars['ID']['input']>>;
  idempotencyKey: Scalars['String']['input'];
  /** Why, in 1 to 500 characters. ACH reversals are only for duplicates and for a wrong receiver, amount or date. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type VoidPayrollRunPayload = {
  __typename?: 'VoidPayrollRunPayload';
  replayed: Scalars['Boolean']['output'];
  /** The run that reverses it. */
  reversalRun: Maybe<PayrollRun>;
  /** The run that is voided. */
  run: Maybe<PayrollRun>;
  userErrors: Array<UserError>;
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

export type WorkweekHours = {
  __typename?: 'WorkweekHours';
  /** Decimal string: hours at the employee's own rate. */
  hours: Scalars['String']['output'];
  /** Hours beside those, each at another rate. */
  otherRates: Array<HoursAtRate>;
  /** Overtime premium of this week that an earlier run paid. */
  premiumPaidEarlier: Maybe<Money>;
  startDate: Scalars['AWSDate']['output'];
  /** What state overtime law adds to the federal premium. */
  stateOvertime: Maybe<Money>;
  /** 1 for the first workweek of the period. */
  week: Scalars['Int']['output'];
};

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
   * daily overtime (AK, CA, CO, NV); `"0"` is an answer.
   */
  stateOvertime?: InputMaybe<Scalars['String']['input']>;
  /** 1 for the first workweek of the period. */
  week: Scalars['Int']['input'];
};

export type YearToDate = {
  __typename?: 'YearToDate';
  amounts: Array<YearToDateAmount>;
  employeeId: Scalars['ID']['output'];
  grossPay: Money;
  netPay: Money;
  /** How many runs are in it. */
  postedRunCount: Scalars['Int']['output'];
  year: Scalars['Int']['output'];
};

export type YearToDateAmount = {
  __typename?: 'YearToDateAmount';
  amount: Money;
  code: Scalars['String']['output'];
  /** For a tax: the taxable wages. */
  taxableWages: Maybe<Money>;
};
