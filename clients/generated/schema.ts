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

export type CancelPayrollRunInput = {
  idempotencyKey: Scalars['String']['input'];
  /** Why, in 1 to 500 characters. */
  reason: Scalars['String']['input'];
  runId: Scalars['ID']['input'];
};

export type Company = {
  __typename?: 'Company';
  companyId: Scalars['ID']['output'];
  employeeCount: Scalars['Int']['output'];
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
  type: CompensationType;
};

export type CompensationInput = {
  /** Decimal string, for `SALARY`. */
  annualSalary?: InputMaybe<Scalars['String']['input']>;
  /** Decimal string, for `HOURLY`. */
  hourlyRate?: InputMaybe<Scalars['String']['input']>;
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

export type Employee = {
  __typename?: 'Employee';
  compensation: Maybe<Compensation>;
  employeeId: Scalars['ID']['output'];
  /** The company's own number for the employee. */
  externalId: Scalars['String']['output'];
  familyName: Scalars['String']['output'];
  givenName: Scalars['String']['output'];
  hireDate: Scalars['AWSDate']['output'];
  payGroupId: Scalars['ID']['output'];
  status: EmployeeStatus;
  taxProfile: Maybe<TaxProfile>;
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
  compensation?: InputMaybe<CompensationInput>;
  /** When given, the change is refused unless it is the employee's current version. */
  expectedVersion?: InputMaybe<Scalars['Int']['input']>;
  /** The company's own number for the employee, 1 to 64 characters: the same number is the same employee. */
  externalId: Scalars['String']['input'];
  familyName: Scalars['String']['input'];
  givenName: Scalars['String']['input'];
  hireDate: Scalars['AWSDate']['input'];
  payGroupId: Scalars['ID']['input'];
  /** May be absent: such an employee fails in a run, alone and with the fix, until it is handed in. */
  taxProfile?: InputMaybe<TaxProfileInput>;
  terminationDate?: InputMaybe<Scalars['AWSDate']['input']>;
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

export type FilingStatus =
  | 'HEAD_OF_HOUSEHOLD'
  | 'MARRIED_FILING_JOINTLY'
  | 'MARRIED_FILING_SEPARATELY'
  | 'SINGLE';

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
  /** Hours and other inputs for one pay period, for up to 25 employees. */
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

export type PayrollInputInput = {
  externalId: Scalars['String']['input'];
  hoursWorked: Array<WorkweekHoursInput>;
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

export type PayslipLine = {
  __typename?: 'PayslipLine';
  amount: Money;
  /** A code of the payroll dictionary, such as `REGULAR` or `US_FEDERAL_INCOME_TAX`. */
  code: Scalars['String']['output'];
  kind: PayslipLineKind;
};

export type PayslipLineKind =
  | 'EARNING'
  | 'EMPLOYER_TAX'
  | 'GARNISHMENT'
  | 'POST_TAX_DEDUCTION'
  | 'PRE_TAX_DEDUCTION'
  | 'REIMBURSEMENT'
  | 'TAX';

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
};


export type QueryEmployeeArgs = {
  employeeId: Scalars['ID']['input'];
};


export type QueryEmployeesArgs = {
  after?: InputMaybe<Scalars['String']['input']>;
  first?: InputMaybe<Scalars['Int']['input']>;
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

export type StartPayrollRunInput = {
  idempotencyKey: Scalars['String']['input'];
  payGroupId: Scalars['ID']['input'];
  /** First day of the pay period. */
  periodStartDate: Scalars['AWSDate']['input'];
  /** Give 2 or more to run the same period again, after a cancelled or rejected run for example. */
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

/** Form W-4 of 2020 or later, as the employee filled it in. */
export type TaxProfile = {
  __typename?: 'TaxProfile';
  /** Step 4(b), a year's deductions. */
  deductions: Maybe<Money>;
  /** Step 3, a year's credits. */
  dependentsCredit: Maybe<Money>;
  /** Step 4(c), extra withholding for each pay period. */
  extraWithholding: Maybe<Money>;
  filingStatus: FilingStatus;
  /** Step 2: two jobs, or a spouse who works. */
  multipleJobs: Scalars['Boolean']['output'];
  /** Step 4(a), a year's other income. */
  otherIncome: Maybe<Money>;
};

export type TaxProfileInput = {
  deductions?: InputMaybe<Scalars['String']['input']>;
  dependentsCredit?: InputMaybe<Scalars['String']['input']>;
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
  /** Chosen by the client, 1 to 128 characters; the same key with other input is refused. */
  idempotencyKey: Scalars['String']['input'];
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

/** Hours worked in one workweek of the period (weeks count from the period's start). */
export type WorkweekHoursInput = {
  /** Decimal string with at most two decimals, 0 to 168. */
  hours: Scalars['String']['input'];
  /** 1 for the first workweek of the period. */
  week: Scalars['Int']['input'];
};
