/** The columns of an employee file that every row fills. */
export const REQUIRED_COLUMNS = [
  'externalId',
  'payGroupId',
  'givenName',
  'familyName',
  'hireDate',
  'workState',
] as const;

/** Those that a row may leave empty, and a file leave out; docs/employee-csv.md says what each holds. */
export const OPTIONAL_COLUMNS = [
  'terminationDate',
  'birthDate',
  'homeState',
  'compensationType',
  'annualSalary',
  'hourlyRate',
  'isOvertimeExempt',
  'coveredHours',
  'w4Form',
  'filingStatus',
  'multipleJobs',
  'dependentsCredit',
  'otherIncome',
  'deductions',
  'extraWithholding',
  'maritalStatus',
  'allowances',
  'additionalWithholding',
  'isFirstPaidBefore2020',
  'exemptForYear',
  'stateFilingStatus',
  'stateAllowances',
  'stateAdditionalAllowances',
  'stateAnnualAmount',
  'stateElectedRatePercent',
  'stateExtraWithholding',
  'localJurisdiction',
  'localBasis',
  'localRatePercent',
  'localAnnualAmount',
  'traditional401kPercent',
  'roth401kPercent',
  'healthPremium',
  'depositAccountType',
  'depositRoutingNumber',
  'depositAccountNumber',
] as const;

export type EmployeeColumn = (typeof REQUIRED_COLUMNS)[number] | (typeof OPTIONAL_COLUMNS)[number];

/** What an employee file may hold, as `readCsv` asks for it. */
export const EMPLOYEE_COLUMNS = {
  required: REQUIRED_COLUMNS,
  optional: OPTIONAL_COLUMNS,
  page: 'docs/employee-csv.md',
};
