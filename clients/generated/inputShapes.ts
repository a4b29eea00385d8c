// Written by `npm run codegen` from schema.graphql; change the schema instead.
import type * as Schema from './schema.ts';

/** One member of an input: its type, whether it must be there, whether it is a list, and what stands for an absent one. */
export interface InputMember { readonly of: string; readonly required?: true; readonly list?: true; readonly default?: unknown }

/** Every input, and the arguments of every query, member by member. */
export const INPUT_SHAPES = {
  AcknowledgePaymentFileInput: {
    hash: { of: 'String', required: true },
    idempotencyKey: { of: 'String', required: true },
    paymentFileId: { of: 'ID', required: true },
    runId: { of: 'ID', required: true },
  },
  ApplyNoticeOfChangeInput: {
    idempotencyKey: { of: 'String', required: true },
    noticeId: { of: 'ID', required: true },
  },
  ApprovePayrollRunInput: {
    calculationHash: { of: 'String', required: true },
    idempotencyKey: { of: 'String', required: true },
    runId: { of: 'ID', required: true },
  },
  CancelPayrollRunInput: {
    idempotencyKey: { of: 'String', required: true },
    reason: { of: 'String', required: true },
    runId: { of: 'ID', required: true },
  },
  CompensationInput: {
    annualSalary: { of: 'String' },
    coveredHours: { of: 'String' },
    divisor: { of: 'SalaryDivisor' },
    hourlyRate: { of: 'String' },
    isOvertimeExempt: { of: 'Boolean' },
    type: { of: 'CompensationType' },
  },
  CompleteRunHookInput: {
    hookId: { of: 'ID', required: true },
    idempotencyKey: { of: 'String', required: true },
    outcome: { of: 'HookOutcome', required: true },
    reason: { of: 'String' },
    runId: { of: 'ID', required: true },
  },
  CreateApiKeyInput: {
    idempotencyKey: { of: 'String', required: true },
    name: { of: 'String', required: true },
    scopes: { of: 'ApiKeyScope', required: true, list: true },
  },
  CreateImportInput: {
    idempotencyKey: { of: 'String', required: true },
    kind: { of: 'ImportKind', required: true },
    payGroupId: { of: 'ID' },
    periodStartDate: { of: 'AWSDate' },
    sha256: { of: 'String', required: true },
    sizeBytes: { of: 'Int', required: true },
    source: { of: 'String' },
  },
  CutOffInput: {
    daysAfterPeriodEnd: { of: 'Int', required: true },
    timeOfDay: { of: 'String', required: true },
    timeZone: { of: 'String', required: true },
  },
  DecidedTreatmentInput: {
    incomeTax: { of: 'WageTreatment' },
    levies: { of: 'WageTreatment' },
    place: { of: 'String', required: true },
    reason: { of: 'String', required: true },
    type: { of: 'DeductionType', required: true },
  },
  DeductionInput: {
    amount: { of: 'String' },
    balance: { of: 'String' },
    deductionId: { of: 'ID', required: true },
    hsaCoverage: { of: 'HsaCoverage' },
    isFilingSeparately: { of: 'Boolean' },
    percent: { of: 'String' },
    stateTreatments: { of: 'StateTreatmentInput', list: true },
    takenIn: { of: 'DeductionTakenIn' },
    type: { of: 'DeductionType', required: true },
    whenPayIsShort: { of: 'WhenPayIsShort' },
  },
  DeleteHookInput: {
    hookId: { of: 'ID', required: true },
    idempotencyKey: { of: 'String', required: true },
  },
  DirectDepositInput: {
    accountNumber: { of: 'String', required: true },
    accountType: { of: 'BankAccountType', required: true },
    amount: { of: 'String' },
    percent: { of: 'String' },
    routingNumber: { of: 'String', required: true },
  },
  DownloadPaymentFileInput: {
    idempotencyKey: { of: 'String', required: true },
    paymentFileId: { of: 'ID', required: true },
    runId: { of: 'ID', required: true },
  },
  EarlierEmploymentInput: {
    hireDate: { of: 'AWSDate', required: true },
    terminationDate: { of: 'AWSDate', required: true },
  },
  EarningInput: {
    amount: { of: 'String', required: true },
    hours: { of: 'String' },
    isDiscretionary: { of: 'Boolean' },
    offCycleSequence: { of: 'Int' },
    type: { of: 'EarningType', required: true },
    workweekStartDates: { of: 'AWSDate', list: true },
  },
  EmployeeInput: {
    birthDate: { of: 'AWSDate' },
    clear: { of: 'EmployeeMember', list: true },
    compensation: { of: 'CompensationInput' },
    deductions: { of: 'DeductionInput', list: true },
    directDeposits: { of: 'DirectDepositInput', list: true },
    distinctFrom: { of: 'String', list: true },
    earlierEmployments: { of: 'EarlierEmploymentInput', list: true },
    effectiveFrom: { of: 'AWSDate' },
    exemptLevies: { of: 'String', list: true },
    expectedVersion: { of: 'Int' },
    externalId: { of: 'String', required: true },
    familyName: { of: 'String' },
    ficaExemption: { of: 'FicaExemption' },
    garnishments: { of: 'GarnishmentInput', list: true },
    givenName: { of: 'String' },
    hireDate: { of: 'AWSDate' },
    homeState: { of: 'String' },
    localTaxes: { of: 'LocalTaxInput', list: true },
    lockInLetter: { of: 'TaxProfileInput' },
    noTaxProfile: { of: 'NoTaxProfileInput' },
    nonresidentAlien: { of: 'NonresidentAlien' },
    payGroupId: { of: 'ID' },
    priorYearSocialSecurityWages: { of: 'String' },
    removedChanges: { of: 'AWSDate', list: true },
    stateTaxForms: { of: 'StateTaxFormInput', list: true },
    supportAllocation: { of: 'SupportAllocation' },
    taxProfile: { of: 'TaxProfileInput' },
    taxProfileBefore2020: { of: 'TaxProfileBefore2020Input' },
    terminationDate: { of: 'AWSDate' },
    wasTaxWithheldLastYear: { of: 'Boolean' },
    workState: { of: 'String' },
  },
  ExcludePayrollRunItemsInput: {
    employeeIds: { of: 'ID', required: true, list: true },
    idempotencyKey: { of: 'String', required: true },
    reason: { of: 'String', required: true },
    runId: { of: 'ID', required: true },
  },
  ExportPayrollRunInput: {
    format: { of: 'ReportFormat', required: true },
    idempotencyKey: { of: 'String', required: true },
    report: { of: 'ReportKind', required: true },
    runId: { of: 'ID', required: true },
  },
  GarnishmentInput: {
    amount: { of: 'String' },
    balance: { of: 'String' },
    exemptAmount: { of: 'String' },
    hasArrearsOver12Weeks: { of: 'Boolean' },
    hasFederalLimitOnly: { of: 'Boolean' },
    isBeforeSupport: { of: 'Boolean' },
    isSupportingOtherFamily: { of: 'Boolean' },
    orderId: { of: 'ID', required: true },
    receivedDate: { of: 'AWSDate', required: true },
    stateLimit: { of: 'GarnishmentStateLimitInput' },
    type: { of: 'GarnishmentType', required: true },
  },
  GarnishmentStateLimitInput: {
    percent: { of: 'String', required: true },
    protectedAmount: { of: 'String', required: true },
  },
  HoursAtRateInput: {
    hourlyRate: { of: 'String', required: true },
    hours: { of: 'String', required: true },
  },
  HoursOnDateInput: {
    date: { of: 'AWSDate', required: true },
    hourlyRate: { of: 'String' },
    hours: { of: 'String', required: true },
    stateOvertime: { of: 'String' },
  },
  ImportUpdateInput: {
    companyId: { of: 'ID', required: true },
    createdCount: { of: 'Int', required: true },
    doneCount: { of: 'Int', required: true },
    importId: { of: 'ID', required: true },
    refusedCount: { of: 'Int', required: true },
    removedCount: { of: 'Int', default: 0 },
    status: { of: 'ImportStatus', required: true },
    totalCount: { of: 'Int' },
    unchangedCount: { of: 'Int', required: true },
    updatedCount: { of: 'Int', required: true },
  },
  LocalTaxInput: {
    annualAmount: { of: 'String' },
    basis: { of: 'LocalTaxBasis', required: true },
    jurisdiction: { of: 'String', required: true },
    ratePercent: { of: 'String' },
  },
  MarkPaymentReturnedInput: {
    idempotencyKey: { of: 'String', required: true },
    paymentId: { of: 'ID', required: true },
    returnCode: { of: 'String', required: true },
  },
  NoTaxProfileInput: {
    isFirstPaidBefore2020: { of: 'Boolean', required: true },
  },
  OpeningAmountInput: {
    amount: { of: 'String', required: true },
    code: { of: 'String', required: true },
    month: { of: 'String' },
    reference: { of: 'String' },
    taxableWages: { of: 'String' },
  },
  OpeningBalanceInput: {
    amounts: { of: 'OpeningAmountInput', required: true, list: true },
    asOfDate: { of: 'AWSDate', required: true },
    correctionReason: { of: 'String' },
    externalId: { of: 'String', required: true },
    grossPay: { of: 'String', required: true },
    netPay: { of: 'String', required: true },
    planCompensation: { of: 'String' },
  },
  PaymentUpdateInput: {
    at: { of: 'AWSDateTime', required: true },
    attempt: { of: 'Int', required: true },
    companyId: { of: 'ID', required: true },
    employeeId: { of: 'ID', required: true },
    paymentId: { of: 'ID', required: true },
    returnCode: { of: 'String' },
    runId: { of: 'ID', required: true },
    status: { of: 'PaymentStatus', required: true },
  },
  PayrollInputInput: {
    earnings: { of: 'EarningInput', list: true },
    expectedVersion: { of: 'Int' },
    externalId: { of: 'String', required: true },
    hoursByDate: { of: 'HoursOnDateInput', list: true },
    hoursWorked: { of: 'WorkweekHoursInput', list: true },
    supplementalMethod: { of: 'SupplementalMethod' },
    unpaidAbsenceDays: { of: 'Int' },
  },
  PostalAddressInput: {
    city: { of: 'String', required: true },
    line1: { of: 'String', required: true },
    line2: { of: 'String' },
    postalCode: { of: 'String', required: true },
    state: { of: 'String', required: true },
  },
  PreviewPayslipInput: {
    compensation: { of: 'CompensationInput' },
    earnings: { of: 'EarningInput', list: true },
    employeeId: { of: 'ID', required: true },
    hoursWorked: { of: 'WorkweekHoursInput', list: true },
    periodStartDate: { of: 'AWSDate', required: true },
    sequence: { of: 'Int', default: 1 },
    type: { of: 'PayrollRunType', default: "REGULAR" },
  },
  RecalculatePayrollRunInput: {
    idempotencyKey: { of: 'String', required: true },
    reason: { of: 'String', required: true },
    runId: { of: 'ID', required: true },
  },
  RecordBankReturnsInput: {
    file: { of: 'String', required: true },
    idempotencyKey: { of: 'String', required: true },
  },
  RecordManualPaymentInput: {
    checkNumber: { of: 'String' },
    idempotencyKey: { of: 'String', required: true },
    paymentId: { of: 'ID', required: true },
    reason: { of: 'String', required: true },
  },
  RecordTaxDepositInput: {
    amount: { of: 'String', required: true },
    confirmation: { of: 'String', required: true },
    depositedOn: { of: 'AWSDate', required: true },
    idempotencyKey: { of: 'String', required: true },
    liabilityId: { of: 'ID', required: true },
  },
  RedriveDeadLettersInput: {
    idempotencyKey: { of: 'String', required: true },
    queue: { of: 'DeadLetterQueueName', required: true },
  },
  RedrivePayrollRunInput: {
    idempotencyKey: { of: 'String', required: true },
    runId: { of: 'ID', required: true },
  },
  RejectPayrollRunInput: {
    idempotencyKey: { of: 'String', required: true },
    reason: { of: 'String', required: true },
    runId: { of: 'ID', required: true },
  },
  RetryPaymentInput: {
    idempotencyKey: { of: 'String', required: true },
    paymentId: { of: 'ID', required: true },
  },
  RetryPayrollRunItemsInput: {
    employeeIds: { of: 'ID', list: true },
    idempotencyKey: { of: 'String', required: true },
    runId: { of: 'ID', required: true },
  },
  RevokeApiKeyInput: {
    apiKeyId: { of: 'ID', required: true },
    idempotencyKey: { of: 'String', required: true },
  },
  RunItemChangeInput: {
    employeeId: { of: 'ID', required: true },
    errorCode: { of: 'String' },
    status: { of: 'PayrollRunItemStatus', required: true },
  },
  RunProgressInput: {
    calculatedCount: { of: 'Int', required: true },
    changed: { of: 'RunItemChangeInput', required: true, list: true },
    changedFailedCount: { of: 'Int', default: 0 },
    closedSegmentCount: { of: 'Int', required: true },
    companyId: { of: 'ID', required: true },
    employeeCount: { of: 'Int', required: true },
    excludedCount: { of: 'Int', default: 0 },
    failedCount: { of: 'Int', required: true },
    runId: { of: 'ID', required: true },
    segmentCount: { of: 'Int', required: true },
    sequence: { of: 'Int', required: true },
  },
  RunStatusChangeInput: {
    at: { of: 'AWSDateTime', required: true },
    companyId: { of: 'ID', required: true },
    runId: { of: 'ID', required: true },
    status: { of: 'PayrollRunStatus', required: true },
    version: { of: 'Int', required: true },
  },
  StartImportInput: {
    idempotencyKey: { of: 'String', required: true },
    importId: { of: 'ID', required: true },
  },
  StartPayrollRunInput: {
    asDraft: { of: 'Boolean', default: false },
    correctsRunId: { of: 'ID' },
    employeeIds: { of: 'ID', list: true },
    idempotencyKey: { of: 'String', required: true },
    payDate: { of: 'AWSDate' },
    payGroupId: { of: 'ID', required: true },
    periodStartDate: { of: 'AWSDate', required: true },
    sequence: { of: 'Int', default: 1 },
    type: { of: 'PayrollRunType', default: "REGULAR" },
  },
  StateAccountInput: {
    state: { of: 'String', required: true },
    unemploymentAccount: { of: 'String' },
    withholdingAccount: { of: 'String' },
  },
  StateTaxFormInput: {
    additionalAllowances: { of: 'Int' },
    adoptedChildren: { of: 'Int' },
    allowances: { of: 'Int' },
    annualAmount: { of: 'String' },
    blindness: { of: 'Int' },
    electedRatePercent: { of: 'String' },
    exemptForYear: { of: 'Int' },
    extraWithholding: { of: 'String' },
    filingStatus: { of: 'String' },
    firstTimeDependents: { of: 'Int' },
    fixedWithholding: { of: 'String' },
    hasReciprocityCertificate: { of: 'Boolean' },
    isMilitarySpouse: { of: 'Boolean' },
    reducedWithholding: { of: 'String' },
    state: { of: 'String', required: true },
  },
  StateTreatmentInput: {
    incomeTax: { of: 'WageTreatment' },
    levies: { of: 'WageTreatment' },
    place: { of: 'String', required: true },
  },
  TaxProfileBefore2020Input: {
    additionalWithholding: { of: 'String' },
    allowances: { of: 'Int', required: true },
    exemptForYear: { of: 'Int' },
    maritalStatus: { of: 'W4MaritalStatus', required: true },
  },
  TaxProfileInput: {
    deductions: { of: 'String' },
    dependentsCredit: { of: 'String' },
    exemptForYear: { of: 'Int' },
    extraWithholding: { of: 'String' },
    filingStatus: { of: 'FilingStatus', required: true },
    multipleJobs: { of: 'Boolean', default: false },
    otherIncome: { of: 'String' },
  },
  UnemploymentRateInput: {
    ratePercent: { of: 'String', required: true },
    state: { of: 'String', required: true },
    wageBase: { of: 'String' },
  },
  UpsertCompanyInput: {
    clear: { of: 'ClearableCompanyMember', list: true },
    deductionTreatments: { of: 'DecidedTreatmentInput', list: true },
    electedLevies: { of: 'ElectableLevy', list: true },
    idempotencyKey: { of: 'String', required: true },
    isFutaExempt: { of: 'Boolean' },
    name: { of: 'String' },
    secondApproverAbovePercent: { of: 'String' },
    selfApprovalAllowed: { of: 'Boolean' },
    unemploymentRates: { of: 'UnemploymentRateInput', list: true },
  },
  UpsertEmployeesInput: {
    employees: { of: 'EmployeeInput', required: true, list: true },
    idempotencyKey: { of: 'String', required: true },
  },
  UpsertFilingProfileInput: {
    contactEmail: { of: 'String' },
    contactName: { of: 'String' },
    contactPhone: { of: 'String' },
    depositSchedule: { of: 'DepositSchedule' },
    ein: { of: 'String' },
    idempotencyKey: { of: 'String', required: true },
    legalAddress: { of: 'PostalAddressInput' },
    legalName: { of: 'String' },
    mailingAddress: { of: 'PostalAddressInput' },
    stateAccounts: { of: 'StateAccountInput', list: true },
  },
  UpsertFundingAccountInput: {
    accountNumber: { of: 'String' },
    accountType: { of: 'BankAccountType' },
    bankName: { of: 'String' },
    companyEntryName: { of: 'String' },
    companyIdentification: { of: 'String' },
    fundingAccountId: { of: 'ID', required: true },
    idempotencyKey: { of: 'String', required: true },
    immediateDestination: { of: 'String' },
    immediateOrigin: { of: 'String' },
    name: { of: 'String' },
    odfiRoutingNumber: { of: 'String' },
    routingNumber: { of: 'String' },
    sendsBalancedFiles: { of: 'Boolean' },
    sendsPrenotes: { of: 'Boolean' },
  },
  UpsertHookInput: {
    clear: { of: 'ClearableHookMember', list: true },
    hookId: { of: 'ID', required: true },
    idempotencyKey: { of: 'String', required: true },
    isBlocking: { of: 'Boolean' },
    onTimeout: { of: 'HookOutcome' },
    payGroupId: { of: 'ID' },
    point: { of: 'HookPoint' },
    timeoutSeconds: { of: 'Int' },
  },
  UpsertOpeningBalancesInput: {
    balances: { of: 'OpeningBalanceInput', required: true, list: true },
    idempotencyKey: { of: 'String', required: true },
    year: { of: 'Int', required: true },
  },
  UpsertPayGroupInput: {
    anchorDate: { of: 'AWSDate' },
    approvalPolicy: { of: 'ApprovalPolicy' },
    clear: { of: 'ClearablePayGroupMember', list: true },
    cutOff: { of: 'CutOffInput' },
    frequency: { of: 'PayFrequency' },
    fundingAccountId: { of: 'ID' },
    idempotencyKey: { of: 'String', required: true },
    name: { of: 'String' },
    payDateOffsetDays: { of: 'Int' },
    payGroupId: { of: 'ID', required: true },
    startsAutomatically: { of: 'Boolean' },
    workweekStartsOn: { of: 'DayOfWeek' },
  },
  UpsertPayrollInputsInput: {
    idempotencyKey: { of: 'String', required: true },
    inputs: { of: 'PayrollInputInput', required: true, list: true },
    payGroupId: { of: 'ID', required: true },
    periodStartDate: { of: 'AWSDate', required: true },
    source: { of: 'String' },
  },
  VoidPayrollRunInput: {
    employeeIds: { of: 'ID', list: true },
    idempotencyKey: { of: 'String', required: true },
    reason: { of: 'String', required: true },
    runId: { of: 'ID', required: true },
  },
  WorkweekHoursInput: {
    hours: { of: 'String', required: true },
    otherRates: { of: 'HoursAtRateInput', list: true },
    premiumPaidEarlier: { of: 'String' },
    stateOvertime: { of: 'String' },
    week: { of: 'Int', required: true },
  },
  QueryCashRequirementArgs: {
    runId: { of: 'ID', required: true },
  },
  QueryCommandArgs: {
    idempotencyKey: { of: 'String', required: true },
    mutation: { of: 'String', required: true },
  },
  QueryControlChangesArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 50 },
  },
  QueryDiffPayrollRunsArgs: {
    after: { of: 'String' },
    againstRunId: { of: 'ID' },
    first: { of: 'Int', default: 50 },
    runId: { of: 'ID', required: true },
  },
  QueryEmployeeArgs: {
    employeeId: { of: 'ID', required: true },
  },
  QueryEmployeesArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 50 },
  },
  QueryEstimateRunCostArgs: {
    employeeCount: { of: 'Int', required: true },
  },
  QueryExplainPayslipArgs: {
    payslipId: { of: 'ID', required: true },
  },
  QueryFailedPayrollRunItemsArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 50 },
    runId: { of: 'ID', required: true },
  },
  QueryFindPaymentsArgs: {
    amount: { of: 'String' },
    effectiveEntryDate: { of: 'AWSDate' },
    individualId: { of: 'String' },
    traceNumber: { of: 'String' },
  },
  QueryHookCallsArgs: {
    runId: { of: 'ID', required: true },
  },
  QueryImportArgs: {
    importId: { of: 'ID', required: true },
  },
  QueryJournalArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 100 },
    runId: { of: 'ID', required: true },
  },
  QueryMyPayslipArgs: {
    runId: { of: 'ID', required: true },
  },
  QueryMyPayslipDocumentArgs: {
    format: { of: 'DocumentFormat', required: true },
    runId: { of: 'ID', required: true },
  },
  QueryMyPayslipsArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 12 },
  },
  QueryOperationArgs: {
    operationId: { of: 'ID', required: true },
  },
  QueryPayGroupArgs: {
    payGroupId: { of: 'ID', required: true },
  },
  QueryPayGroupsArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 50 },
  },
  QueryPayPeriodsArgs: {
    fromDate: { of: 'AWSDate', required: true },
    payGroupId: { of: 'ID', required: true },
    toDate: { of: 'AWSDate', required: true },
  },
  QueryPaymentFilesArgs: {
    runId: { of: 'ID', required: true },
  },
  QueryPaymentsArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 100 },
    runId: { of: 'ID', required: true },
  },
  QueryPayrollInputArgs: {
    employeeId: { of: 'ID', required: true },
    payGroupId: { of: 'ID', required: true },
    periodStartDate: { of: 'AWSDate', required: true },
  },
  QueryPayrollInputsArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 50 },
    payGroupId: { of: 'ID', required: true },
    periodStartDate: { of: 'AWSDate', required: true },
  },
  QueryPayrollRegisterArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 100 },
    runId: { of: 'ID', required: true },
  },
  QueryPayrollRunArgs: {
    runId: { of: 'ID', required: true },
  },
  QueryPayrollRunByKeyArgs: {
    payGroupId: { of: 'ID', required: true },
    periodStartDate: { of: 'AWSDate', required: true },
    sequence: { of: 'Int', default: 1 },
    type: { of: 'PayrollRunType', default: "REGULAR" },
  },
  QueryPayrollRunEventsArgs: {
    afterSequence: { of: 'Int', default: 0 },
    runId: { of: 'ID', required: true },
  },
  QueryPayrollRunItemsArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 100 },
    runId: { of: 'ID', required: true },
  },
  QueryPayrollRunsArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 20 },
  },
  QueryPayslipArgs: {
    payslipId: { of: 'ID', required: true },
  },
  QueryPayslipDocumentArgs: {
    format: { of: 'DocumentFormat', required: true },
    payslipId: { of: 'ID', required: true },
  },
  QueryPayslipOfEmployeeArgs: {
    employeeId: { of: 'ID', required: true },
    runId: { of: 'ID', required: true },
  },
  QueryPreviewPayslipArgs: {
    input: { of: 'PreviewPayslipInput', required: true },
  },
  QueryRequirementsArgs: {
    runId: { of: 'ID', required: true },
  },
  QueryReturnedPaymentsArgs: {
    after: { of: 'String' },
    first: { of: 'Int', default: 50 },
    runId: { of: 'ID', required: true },
  },
  QueryRunProgressArgs: {
    runId: { of: 'ID', required: true },
  },
  QueryTaxYearArgs: {
    year: { of: 'Int', required: true },
  },
  QueryUpcomingPayrollsArgs: {
    count: { of: 'Int', default: 6 },
    payGroupId: { of: 'ID', required: true },
  },
  QueryVerifyPayslipArgs: {
    payslipId: { of: 'ID', required: true },
  },
  QueryYearToDateArgs: {
    employeeId: { of: 'ID', required: true },
    year: { of: 'Int', required: true },
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, InputMember>>>>;

/** The values of every enum. */
export const ENUM_VALUES = {
  ApiKeyScope: ['READ', 'WRITE'],
  ApprovalPolicy: ['AUTOMATIC', 'REQUIRED'],
  BankAccountType: ['CHECKING', 'SAVINGS'],
  BankReturnKind: ['CHANGE', 'CONTESTED', 'DISHONORED', 'RETURN'],
  BankReturnOutcome: ['ALREADY_RECORDED', 'DIFFERS', 'NEEDS_ATTENTION', 'NOT_FOUND', 'RECORDED'],
  CalculationStepRole: ['INPUT', 'PART', 'STEP'],
  CalculationUnit: ['COUNT', 'HOURS', 'MONEY', 'PERCENT', 'TEXT'],
  ClearableCompanyMember: ['SECOND_APPROVER_ABOVE_PERCENT'],
  ClearableHookMember: ['PAY_GROUP_ID'],
  ClearablePayGroupMember: ['FUNDING_ACCOUNT_ID'],
  CommandOutcome: ['DONE', 'FOUND_EXISTING'],
  CompensationType: ['HOURLY', 'SALARY'],
  Control: ['APPROVAL_POLICY', 'SECOND_APPROVER', 'SELF_APPROVAL'],
  CurrencyCode: ['USD'],
  DayOfWeek: ['FRIDAY', 'MONDAY', 'SATURDAY', 'SUNDAY', 'THURSDAY', 'TUESDAY', 'WEDNESDAY'],
  DeadLetterQueueName: ['EXPORT', 'FAILURE', 'PAYMENT', 'PUBLISH', 'SCHEDULE', 'START'],
  DeductionTakenIn: ['EVERY_RUN', 'REGULAR_RUNS'],
  DeductionType: ['COMMUTER', 'DEPENDENT_CARE_FSA', 'HEALTH_FSA', 'HSA', 'PARKING', 'POST_TAX', 'ROTH_401K', 'SECTION_125_HEALTH', 'TRADITIONAL_401K'],
  DepositRule: ['MONTHLY', 'NEXT_DAY', 'OTHER', 'QUARTERLY', 'SEMIWEEKLY'],
  DepositSchedule: ['MONTHLY', 'SEMIWEEKLY'],
  DifferenceCause: ['CALENDAR', 'EMPLOYEE_RECORD', 'HEADCOUNT', 'INPUT', 'RULE', 'YEAR_TO_DATE'],
  DocumentFormat: ['HTML', 'PDF'],
  EarningType: ['BACK_PAY', 'BONUS', 'COMMISSION', 'GROSS_UP', 'HOLIDAY', 'PAID_LEAVE', 'REIMBURSEMENT', 'SEVERANCE', 'SHIFT_PREMIUM'],
  ElectableLevy: ['NY_PFL', 'NY_SDI'],
  EmployeeMember: ['BIRTH_DATE', 'COMPENSATION', 'COVERED_HOURS', 'FICA_EXEMPTION', 'LOCK_IN_LETTER', 'NONRESIDENT_ALIEN', 'PRIOR_YEAR_SOCIAL_SECURITY_WAGES', 'SUPPORT_ALLOCATION', 'TAX_PROFILE', 'TERMINATION_DATE', 'WAS_TAX_WITHHELD_LAST_YEAR'],
  EmployeeStatus: ['ACTIVE', 'TERMINATED'],
  ErrorCode: ['API_KEY_NOT_FOUND', 'COMPANY_NOT_FOUND', 'EMPLOYEE_IN_OTHER_PAY_GROUP', 'EMPLOYEE_NOT_FOUND', 'FUNDING_ACCOUNT_NOT_FOUND', 'HOOK_NOT_FOUND', 'HOOK_NOT_WAITING', 'IDEMPOTENCY_KEY_REUSED', 'INPUT_NOT_PAYABLE', 'INVALID_AMOUNT', 'INVALID_BANK_ACCOUNT', 'INVALID_INPUT', 'INVALID_STATE', 'LIABILITY_NOT_FOUND', 'NOTICE_NOT_FOUND', 'NOT_EMPLOYED_IN_PERIOD', 'OPERATION_NOT_FOUND', 'PAYMENT_FILE_NOT_FOUND', 'PAYMENT_NOT_FOUND', 'PAYMENT_NOT_RETURNED', 'PAY_DATE_NOT_SUPPORTED', 'PAY_GROUP_NOT_FOUND', 'PERIOD_CLOSED', 'PERIOD_NOT_FOUND', 'REGULAR_RATE_UNKNOWN', 'REQUIREMENT_NOT_MET', 'RETURN_FILE_UNREADABLE', 'RUN_NOT_FOUND', 'SELF_APPROVAL_NOT_ALLOWED', 'SEQUENCE_CLOSED', 'SIMILAR_EMPLOYEE_EXISTS', 'SOURCES_CONTRADICT', 'STALE_CALCULATION', 'VERSION_CONFLICT'],
  FederalW4Form: ['NONE_ON_FILE', 'W4_2020', 'W4_BEFORE_2020'],
  FicaExemption: ['CHILD_18_TO_20_OF_PROPRIETOR', 'CHILD_UNDER_18_OF_PROPRIETOR', 'MINISTER', 'NONRESIDENT_ALIEN_VISA', 'PUBLIC_PLAN_MEDICARE_EXEMPT', 'PUBLIC_PLAN_MEDICARE_TAXED', 'SPOUSE_OR_PARENT_OF_PROPRIETOR', 'STUDENT_OF_EMPLOYER'],
  FilingStatus: ['HEAD_OF_HOUSEHOLD', 'MARRIED_FILING_JOINTLY', 'MARRIED_FILING_SEPARATELY', 'SINGLE'],
  GarnishmentType: ['CHAPTER_13', 'CHILD_SUPPORT', 'CREDITOR', 'FEDERAL_AGENCY_DEBT', 'FEDERAL_TAX_LEVY', 'STATE_TAX_LEVY', 'STUDENT_LOAN'],
  HookCallStatus: ['COMPLETED', 'NOTIFIED', 'TIMED_OUT', 'WAITING'],
  HookOutcome: ['CONTINUE', 'STOP'],
  HookPoint: ['AFTER_PAY', 'BEFORE_CALCULATE', 'BEFORE_PAY', 'ON_FAILURE'],
  HsaCoverage: ['FAMILY', 'SELF_ONLY'],
  ImportKind: ['EMPLOYEES', 'PAYROLL_INPUTS'],
  ImportStatus: ['FAILED', 'QUEUED', 'RUNNING', 'SUCCEEDED', 'WAITING_FOR_FILE'],
  LocalTaxBasis: ['RESIDENT', 'WORKPLACE'],
  NonresidentAlien: ['STANDARD', 'STUDENT_OR_APPRENTICE_FROM_INDIA'],
  NoticeStatus: ['APPLIED', 'OPEN'],
  OperationStatus: ['FAILED', 'QUEUED', 'RUNNING', 'SUCCEEDED'],
  PayFrequency: ['BIWEEKLY', 'MONTHLY', 'SEMIMONTHLY', 'WEEKLY'],
  PaymentFileKind: ['RETRY', 'REVERSAL', 'WAGES'],
  PaymentFileStatus: ['SUBMITTED', 'WRITTEN'],
  PaymentMethod: ['CHECK', 'DIRECT_DEPOSIT'],
  PaymentState: ['DELIVERED', 'PAID_BY_HAND', 'PLANNED', 'READY', 'REISSUED', 'RETURNED', 'SETTLED', 'VOIDED'],
  PaymentStatus: ['PENDING', 'RETURNED', 'REVERSED', 'SUBMITTED'],
  PayrollRunItemStatus: ['CALCULATED', 'EXCLUDED', 'FAILED'],
  PayrollRunStatus: ['APPROVED', 'AWAITING_APPROVAL', 'BLOCKED', 'CALCULATING', 'CANCELLED', 'COMPENSATING', 'DRAFT', 'FAILED', 'PAID', 'PARTIALLY_PAID', 'PAYING', 'PREPARING', 'QUEUED', 'REJECTED', 'VOIDED'],
  PayrollRunType: ['BONUS', 'CORRECTION', 'OFF_CYCLE', 'REGULAR', 'REVERSAL', 'TERMINATION'],
  PayslipLineKind: ['EARNING', 'EMPLOYER_TAX', 'GARNISHMENT', 'POST_TAX_DEDUCTION', 'PRE_TAX_DEDUCTION', 'REIMBURSEMENT', 'TAX'],
  Preparation: ['CALCULATED_AGAIN', 'CHANGED_SETTINGS', 'EDITED_EMPLOYEES', 'ENTERED_PAY', 'PREPARED_EARLIER_RUN', 'STARTED'],
  ReportFormat: ['CSV', 'HTML', 'JSONL', 'PDF'],
  ReportKind: ['JOURNAL', 'PAYMENTS', 'PAYSLIPS', 'REGISTER'],
  RequirementSeverity: ['BLOCKING', 'WARNING'],
  SalaryDivisor: ['PAY_DATES_IN_YEAR', 'PERIODS_PER_YEAR'],
  SupplementalMethod: ['AGGREGATE', 'FLAT'],
  SupportAllocation: ['EQUAL', 'PRORATE'],
  UpsertOutcome: ['CREATED', 'REFUSED', 'REMOVED', 'UNCHANGED', 'UPDATED'],
  W4MaritalStatus: ['MARRIED', 'MARRIED_HIGHER_SINGLE_RATE', 'SINGLE'],
  WageTreatment: ['EXCLUDED', 'TAXED'],
  WhenPayIsShort: ['REDUCE', 'SKIP'],
} as const satisfies { readonly [Name in string]: readonly string[] };

/** The input of every mutation. */
export const MUTATION_INPUTS = {
  acknowledgePaymentFile: 'AcknowledgePaymentFileInput',
  applyNoticeOfChange: 'ApplyNoticeOfChangeInput',
  approvePayrollRun: 'ApprovePayrollRunInput',
  cancelPayrollRun: 'CancelPayrollRunInput',
  completeRunHook: 'CompleteRunHookInput',
  createApiKey: 'CreateApiKeyInput',
  createImport: 'CreateImportInput',
  deleteHook: 'DeleteHookInput',
  downloadPaymentFile: 'DownloadPaymentFileInput',
  excludePayrollRunItems: 'ExcludePayrollRunItemsInput',
  exportPayrollRun: 'ExportPayrollRunInput',
  markPaymentReturned: 'MarkPaymentReturnedInput',
  publishImportUpdate: 'ImportUpdateInput',
  publishPaymentUpdate: 'PaymentUpdateInput',
  publishRunProgress: 'RunProgressInput',
  publishRunStatus: 'RunStatusChangeInput',
  recalculatePayrollRun: 'RecalculatePayrollRunInput',
  recordBankReturns: 'RecordBankReturnsInput',
  recordManualPayment: 'RecordManualPaymentInput',
  recordTaxDeposit: 'RecordTaxDepositInput',
  redriveDeadLetters: 'RedriveDeadLettersInput',
  redrivePayrollRun: 'RedrivePayrollRunInput',
  rejectPayrollRun: 'RejectPayrollRunInput',
  retryPayment: 'RetryPaymentInput',
  retryPayrollRunItems: 'RetryPayrollRunItemsInput',
  revokeApiKey: 'RevokeApiKeyInput',
  startImport: 'StartImportInput',
  startPayrollRun: 'StartPayrollRunInput',
  upsertCompany: 'UpsertCompanyInput',
  upsertEmployees: 'UpsertEmployeesInput',
  upsertFilingProfile: 'UpsertFilingProfileInput',
  upsertFundingAccount: 'UpsertFundingAccountInput',
  upsertHook: 'UpsertHookInput',
  upsertOpeningBalances: 'UpsertOpeningBalancesInput',
  upsertPayGroup: 'UpsertPayGroupInput',
  upsertPayrollInputs: 'UpsertPayrollInputsInput',
  voidPayrollRun: 'VoidPayrollRunInput',
} as const satisfies Readonly<Record<string, keyof typeof INPUT_SHAPES>>;

/** Inputs as they are once they were read: without nulls, and with the defaults of the contract. */
export interface Given {
  AcknowledgePaymentFileInput: {
    hash: string;
    idempotencyKey: string;
    paymentFileId: string;
    runId: string;
  };
  ApplyNoticeOfChangeInput: {
    idempotencyKey: string;
    noticeId: string;
  };
  ApprovePayrollRunInput: {
    calculationHash: string;
    idempotencyKey: string;
    runId: string;
  };
  CancelPayrollRunInput: {
    idempotencyKey: string;
    reason: string;
    runId: string;
  };
  CompensationInput: {
    annualSalary?: string;
    coveredHours?: string;
    divisor?: Schema.SalaryDivisor;
    hourlyRate?: string;
    isOvertimeExempt?: boolean;
    type?: Schema.CompensationType;
  };
  CompleteRunHookInput: {
    hookId: string;
    idempotencyKey: string;
    outcome: Schema.HookOutcome;
    reason?: string;
    runId: string;
  };
  CreateApiKeyInput: {
    idempotencyKey: string;
    name: string;
    scopes: Schema.ApiKeyScope[];
  };
  CreateImportInput: {
    idempotencyKey: string;
    kind: Schema.ImportKind;
    payGroupId?: string;
    periodStartDate?: string;
    sha256: string;
    sizeBytes: number;
    source?: string;
  };
  CutOffInput: {
    daysAfterPeriodEnd: number;
    timeOfDay: string;
    timeZone: string;
  };
  DecidedTreatmentInput: {
    incomeTax?: Schema.WageTreatment;
    levies?: Schema.WageTreatment;
    place: string;
    reason: string;
    type: Schema.DeductionType;
  };
  DeductionInput: {
    amount?: string;
    balance?: string;
    deductionId: string;
    hsaCoverage?: Schema.HsaCoverage;
    isFilingSeparately?: boolean;
    percent?: string;
    stateTreatments?: Given['StateTreatmentInput'][];
    takenIn?: Schema.DeductionTakenIn;
    type: Schema.DeductionType;
    whenPayIsShort?: Schema.WhenPayIsShort;
  };
  DeleteHookInput: {
    hookId: string;
    idempotencyKey: string;
  };
  DirectDepositInput: {
    accountNumber: string;
    accountType: Schema.BankAccountType;
    amount?: string;
    percent?: string;
    routingNumber: string;
  };
  DownloadPaymentFileInput: {
    idempotencyKey: string;
    paymentFileId: string;
    runId: string;
  };
  EarlierEmploymentInput: {
    hireDate: string;
    terminationDate: string;
  };
  EarningInput: {
    amount: string;
    hours?: string;
    isDiscretionary?: boolean;
    offCycleSequence?: number;
    type: Schema.EarningType;
    workweekStartDates?: string[];
  };
  EmployeeInput: {
    birthDate?: string;
    clear?: Schema.EmployeeMember[];
    compensation?: Given['CompensationInput'];
    deductions?: Given['DeductionInput'][];
    directDeposits?: Given['DirectDepositInput'][];
    distinctFrom?: string[];
    earlierEmployments?: Given['EarlierEmploymentInput'][];
    effectiveFrom?: string;
    exemptLevies?: string[];
    expectedVersion?: number;
    externalId: string;
    familyName?: string;
    ficaExemption?: Schema.FicaExemption;
    garnishments?: Given['GarnishmentInput'][];
    givenName?: string;
    hireDate?: string;
    homeState?: string;
    localTaxes?: Given['LocalTaxInput'][];
    lockInLetter?: Given['TaxProfileInput'];
    noTaxProfile?: Given['NoTaxProfileInput'];
    nonresidentAlien?: Schema.NonresidentAlien;
    payGroupId?: string;
    priorYearSocialSecurityWages?: string;
    removedChanges?: string[];
    stateTaxForms?: Given['StateTaxFormInput'][];
    supportAllocation?: Schema.SupportAllocation;
    taxProfile?: Given['TaxProfileInput'];
    taxProfileBefore2020?: Given['TaxProfileBefore2020Input'];
    terminationDate?: string;
    wasTaxWithheldLastYear?: boolean;
    workState?: string;
  };
  ExcludePayrollRunItemsInput: {
    employeeIds: string[];
    idempotencyKey: string;
    reason: string;
    runId: string;
  };
  ExportPayrollRunInput: {
    format: Schema.ReportFormat;
    idempotencyKey: string;
    report: Schema.ReportKind;
    runId: string;
  };
  GarnishmentInput: {
    amount?: string;
    balance?: string;
    exemptAmount?: string;
    hasArrearsOver12Weeks?: boolean;
    hasFederalLimitOnly?: boolean;
    isBeforeSupport?: boolean;
    isSupportingOtherFamily?: boolean;
    orderId: string;
    receivedDate: string;
    stateLimit?: Given['GarnishmentStateLimitInput'];
    type: Schema.GarnishmentType;
  };
  GarnishmentStateLimitInput: {
    percent: string;
    protectedAmount: string;
  };
  HoursAtRateInput: {
    hourlyRate: string;
    hours: string;
  };
  HoursOnDateInput: {
    date: string;
    hourlyRate?: string;
    hours: string;
    stateOvertime?: string;
  };
  ImportUpdateInput: {
    companyId: string;
    createdCount: number;
    doneCount: number;
    importId: string;
    refusedCount: number;
    removedCount: number;
    status: Schema.ImportStatus;
    totalCount?: number;
    unchangedCount: number;
    updatedCount: number;
  };
  LocalTaxInput: {
    annualAmount?: string;
    basis: Schema.LocalTaxBasis;
    jurisdiction: string;
    ratePercent?: string;
  };
  MarkPaymentReturnedInput: {
    idempotencyKey: string;
    paymentId: string;
    returnCode: string;
  };
  NoTaxProfileInput: {
    isFirstPaidBefore2020: boolean;
  };
  OpeningAmountInput: {
    amount: string;
    code: string;
    month?: string;
    reference?: string;
    taxableWages?: string;
  };
  OpeningBalanceInput: {
    amounts: Given['OpeningAmountInput'][];
    asOfDate: string;
    correctionReason?: string;
    externalId: string;
    grossPay: string;
    netPay: string;
    planCompensation?: string;
  };
  PaymentUpdateInput: {
    at: string;
    attempt: number;
    companyId: string;
    employeeId: string;
    paymentId: string;
    returnCode?: string;
    runId: string;
    status: Schema.PaymentStatus;
  };
  PayrollInputInput: {
    earnings?: Given['EarningInput'][];
    expectedVersion?: number;
    externalId: string;
    hoursByDate?: Given['HoursOnDateInput'][];
    hoursWorked?: Given['WorkweekHoursInput'][];
    supplementalMethod?: Schema.SupplementalMethod;
    unpaidAbsenceDays?: number;
  };
  PostalAddressInput: {
    city: string;
    line1: string;
    line2?: string;
    postalCode: string;
    state: string;
  };
  PreviewPayslipInput: {
    compensation?: Given['CompensationInput'];
    earnings?: Given['EarningInput'][];
    employeeId: string;
    hoursWorked?: Given['WorkweekHoursInput'][];
    periodStartDate: string;
    sequence: number;
    type: Schema.PayrollRunType;
  };
  RecalculatePayrollRunInput: {
    idempotencyKey: string;
    reason: string;
    runId: string;
  };
  RecordBankReturnsInput: {
    file: string;
    idempotencyKey: string;
  };
  RecordManualPaymentInput: {
    checkNumber?: string;
    idempotencyKey: string;
    paymentId: string;
    reason: string;
  };
  RecordTaxDepositInput: {
    amount: string;
    confirmation: string;
    depositedOn: string;
    idempotencyKey: string;
    liabilityId: string;
  };
  RedriveDeadLettersInput: {
    idempotencyKey: string;
    queue: Schema.DeadLetterQueueName;
  };
  RedrivePayrollRunInput: {
    idempotencyKey: string;
    runId: string;
  };
  RejectPayrollRunInput: {
    idempotencyKey: string;
    reason: string;
    runId: string;
  };
  RetryPaymentInput: {
    idempotencyKey: string;
    paymentId: string;
  };
  RetryPayrollRunItemsInput: {
    employeeIds?: string[];
    idempotencyKey: string;
    runId: string;
  };
  RevokeApiKeyInput: {
    apiKeyId: string;
    idempotencyKey: string;
  };
  RunItemChangeInput: {
    employeeId: string;
    errorCode?: string;
    status: Schema.PayrollRunItemStatus;
  };
  RunProgressInput: {
    calculatedCount: number;
    changed: Given['RunItemChangeInput'][];
    changedFailedCount: number;
    closedSegmentCount: number;
    companyId: string;
    employeeCount: number;
    excludedCount: number;
    failedCount: number;
    runId: string;
    segmentCount: number;
    sequence: number;
  };
  RunStatusChangeInput: {
    at: string;
    companyId: string;
    runId: string;
    status: Schema.PayrollRunStatus;
    version: number;
  };
  StartImportInput: {
    idempotencyKey: string;
    importId: string;
  };
  StartPayrollRunInput: {
    asDraft: boolean;
    correctsRunId?: string;
    employeeIds?: string[];
    idempotencyKey: string;
    payDate?: string;
    payGroupId: string;
    periodStartDate: string;
    sequence: number;
    type: Schema.PayrollRunType;
  };
  StateAccountInput: {
    state: string;
    unemploymentAccount?: string;
    withholdingAccount?: string;
  };
  StateTaxFormInput: {
    additionalAllowances?: number;
    adoptedChildren?: number;
    allowances?: number;
    annualAmount?: string;
    blindness?: number;
    electedRatePercent?: string;
    exemptForYear?: number;
    extraWithholding?: string;
    filingStatus?: string;
    firstTimeDependents?: number;
    fixedWithholding?: string;
    hasReciprocityCertificate?: boolean;
    isMilitarySpouse?: boolean;
    reducedWithholding?: string;
    state: string;
  };
  StateTreatmentInput: {
    incomeTax?: Schema.WageTreatment;
    levies?: Schema.WageTreatment;
    place: string;
  };
  TaxProfileBefore2020Input: {
    additionalWithholding?: string;
    allowances: number;
    exemptForYear?: number;
    maritalStatus: Schema.W4MaritalStatus;
  };
  TaxProfileInput: {
    deductions?: string;
    dependentsCredit?: string;
    exemptForYear?: number;
    extraWithholding?: string;
    filingStatus: Schema.FilingStatus;
    multipleJobs: boolean;
    otherIncome?: string;
  };
  UnemploymentRateInput: {
    ratePercent: string;
    state: string;
    wageBase?: string;
  };
  UpsertCompanyInput: {
    clear?: Schema.ClearableCompanyMember[];
    deductionTreatments?: Given['DecidedTreatmentInput'][];
    electedLevies?: Schema.ElectableLevy[];
    idempotencyKey: string;
    isFutaExempt?: boolean;
    name?: string;
    secondApproverAbovePercent?: string;
    selfApprovalAllowed?: boolean;
    unemploymentRates?: Given['UnemploymentRateInput'][];
  };
  UpsertEmployeesInput: {
    employees: Given['EmployeeInput'][];
    idempotencyKey: string;
  };
  UpsertFilingProfileInput: {
    contactEmail?: string;
    contactName?: string;
    contactPhone?: string;
    depositSchedule?: Schema.DepositSchedule;
    ein?: string;
    idempotencyKey: string;
    legalAddress?: Given['PostalAddressInput'];
    legalName?: string;
    mailingAddress?: Given['PostalAddressInput'];
    stateAccounts?: Given['StateAccountInput'][];
  };
  UpsertFundingAccountInput: {
    accountNumber?: string;
    accountType?: Schema.BankAccountType;
    bankName?: string;
    companyEntryName?: string;
    companyIdentification?: string;
    fundingAccountId: string;
    idempotencyKey: string;
    immediateDestination?: string;
    immediateOrigin?: string;
    name?: string;
    odfiRoutingNumber?: string;
    routingNumber?: string;
    sendsBalancedFiles?: boolean;
    sendsPrenotes?: boolean;
  };
  UpsertHookInput: {
    clear?: Schema.ClearableHookMember[];
    hookId: string;
    idempotencyKey: string;
    isBlocking?: boolean;
    onTimeout?: Schema.HookOutcome;
    payGroupId?: string;
    point?: Schema.HookPoint;
    timeoutSeconds?: number;
  };
  UpsertOpeningBalancesInput: {
    balances: Given['OpeningBalanceInput'][];
    idempotencyKey: string;
    year: number;
  };
  UpsertPayGroupInput: {
    anchorDate?: string;
    approvalPolicy?: Schema.ApprovalPolicy;
    clear?: Schema.ClearablePayGroupMember[];
    cutOff?: Given['CutOffInput'];
    frequency?: Schema.PayFrequency;
    fundingAccountId?: string;
    idempotencyKey: string;
    name?: string;
    payDateOffsetDays?: number;
    payGroupId: string;
    startsAutomatically?: boolean;
    workweekStartsOn?: Schema.DayOfWeek;
  };
  UpsertPayrollInputsInput: {
    idempotencyKey: string;
    inputs: Given['PayrollInputInput'][];
    payGroupId: string;
    periodStartDate: string;
    source?: string;
  };
  VoidPayrollRunInput: {
    employeeIds?: string[];
    idempotencyKey: string;
    reason: string;
    runId: string;
  };
  WorkweekHoursInput: {
    hours: string;
    otherRates?: Given['HoursAtRateInput'][];
    premiumPaidEarlier?: string;
    stateOvertime?: string;
    week: number;
  };
  QueryCashRequirementArgs: {
    runId: string;
  };
  QueryCommandArgs: {
    idempotencyKey: string;
    mutation: string;
  };
  QueryControlChangesArgs: {
    after?: string;
    first: number;
  };
  QueryDiffPayrollRunsArgs: {
    after?: string;
    againstRunId?: string;
    first: number;
    runId: string;
  };
  QueryEmployeeArgs: {
    employeeId: string;
  };
  QueryEmployeesArgs: {
    after?: string;
    first: number;
  };
  QueryEstimateRunCostArgs: {
    employeeCount: number;
  };
  QueryExplainPayslipArgs: {
    payslipId: string;
  };
  QueryFailedPayrollRunItemsArgs: {
    after?: string;
    first: number;
    runId: string;
  };
  QueryFindPaymentsArgs: {
    amount?: string;
    effectiveEntryDate?: string;
    individualId?: string;
    traceNumber?: string;
  };
  QueryHookCallsArgs: {
    runId: string;
  };
  QueryImportArgs: {
    importId: string;
  };
  QueryJournalArgs: {
    after?: string;
    first: number;
    runId: string;
  };
  QueryMyPayslipArgs: {
    runId: string;
  };
  QueryMyPayslipDocumentArgs: {
    format: Schema.DocumentFormat;
    runId: string;
  };
  QueryMyPayslipsArgs: {
    after?: string;
    first: number;
  };
  QueryOperationArgs: {
    operationId: string;
  };
  QueryPayGroupArgs: {
    payGroupId: string;
  };
  QueryPayGroupsArgs: {
    after?: string;
    first: number;
  };
  QueryPayPeriodsArgs: {
    fromDate: string;
    payGroupId: string;
    toDate: string;
  };
  QueryPaymentFilesArgs: {
    runId: string;
  };
  QueryPaymentsArgs: {
    after?: string;
    first: number;
    runId: string;
  };
  QueryPayrollInputArgs: {
    employeeId: string;
    payGroupId: string;
    periodStartDate: string;
  };
  QueryPayrollInputsArgs: {
    after?: string;
    first: number;
    payGroupId: string;
    periodStartDate: string;
  };
  QueryPayrollRegisterArgs: {
    after?: string;
    first: number;
    runId: string;
  };
  QueryPayrollRunArgs: {
    runId: string;
  };
  QueryPayrollRunByKeyArgs: {
    payGroupId: string;
    periodStartDate: string;
    sequence: number;
    type: Schema.PayrollRunType;
  };
  QueryPayrollRunEventsArgs: {
    afterSequence: number;
    runId: string;
  };
  QueryPayrollRunItemsArgs: {
    after?: string;
    first: number;
    runId: string;
  };
  QueryPayrollRunsArgs: {
    after?: string;
    first: number;
  };
  QueryPayslipArgs: {
    payslipId: string;
  };
  QueryPayslipDocumentArgs: {
    format: Schema.DocumentFormat;
    payslipId: string;
  };
  QueryPayslipOfEmployeeArgs: {
    employeeId: string;
    runId: string;
  };
  QueryPreviewPayslipArgs: {
    input: Given['PreviewPayslipInput'];
  };
  QueryRequirementsArgs: {
    runId: string;
  };
  QueryReturnedPaymentsArgs: {
    after?: string;
    first: number;
    runId: string;
  };
  QueryRunProgressArgs: {
    runId: string;
  };
  QueryTaxYearArgs: {
    year: number;
  };
  QueryUpcomingPayrollsArgs: {
    count: number;
    payGroupId: string;
  };
  QueryVerifyPayslipArgs: {
    payslipId: string;
  };
  QueryYearToDateArgs: {
    employeeId: string;
    year: number;
  };
}