/** How the text of a cell is read; the words of a list are told by the list. */
export type CellKind =
  'text' | 'date' | 'amount' | 'percent' | 'hours' | 'count' | 'flag' | 'routing' | readonly string[];

export const W4_FORMS = ['W4_2020', 'W4_BEFORE_2020', 'NONE_ON_FILE'] as const;
export const FILING_STATUSES = [
  'SINGLE',
  'MARRIED_FILING_JOINTLY',
  'MARRIED_FILING_SEPARATELY',
  'HEAD_OF_HOUSEHOLD',
] as const;
export const MARITAL_STATUSES = ['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE'] as const;
export const COMPENSATION_TYPES = ['SALARY', 'HOURLY'] as const;
export const LOCAL_BASES = ['RESIDENT', 'WORKPLACE'] as const;
export const ACCOUNT_TYPES = ['CHECKING', 'SAVINGS'] as const;

/** The columns of an employee file in their order, and what each holds; docs/employee-csv.md says it in words. */
export const COLUMN_KINDS = {
  externalId: 'text',
  effectiveFrom: 'date',
  payGroupId: 'text',
  givenName: 'text',
  familyName: 'text',
  hireDate: 'date',
  workState: 'text',
  terminationDate: 'date',
  birthDate: 'date',
  homeState: 'text',
  compensationType: COMPENSATION_TYPES,
  annualSalary: 'amount',
  hourlyRate: 'amount',
  isOvertimeExempt: 'flag',
  coveredHours: 'hours',
  w4Form: W4_FORMS,
  filingStatus: FILING_STATUSES,
  multipleJobs: 'flag',
  dependentsCredit: 'amount',
  otherIncome: 'amount',
  deductions: 'amount',
  extraWithholding: 'amount',
  maritalStatus: MARITAL_STATUSES,
  allowances: 'count',
  additionalWithholding: 'amount',
  isFirstPaidBefore2020: 'flag',
  exemptForYear: 'count',
  stateFilingStatus: 'text',
  stateAllowances: 'count',
  stateAdditionalAllowances: 'count',
  stateAnnualAmount: 'amount',
  stateElectedRatePercent: 'percent',
  stateExtraWithholding: 'amount',
  stateExemptForYear: 'count',
  stateIsMilitarySpouse: 'flag',
  stateHasReciprocityCertificate: 'flag',
  exemptLevies: 'text',
  localJurisdiction: 'text',
  localBasis: LOCAL_BASES,
  localRatePercent: 'percent',
  localAnnualAmount: 'amount',
  traditional401kPercent: 'percent',
  roth401kPercent: 'percent',
  healthPremium: 'amount',
  depositAccountType: ACCOUNT_TYPES,
  depositRoutingNumber: 'routing',
  depositAccountNumber: 'routing',
} as const satisfies Record<string, CellKind>;

export type EmployeeColumn = keyof typeof COLUMN_KINDS;

export const ALL_EMPLOYEE_COLUMNS = Object.keys(COLUMN_KINDS) as EmployeeColumn[];

/** The columns that a file cannot do without, and those that a new employee cannot. */
export const REQUIRED_COLUMNS = ['externalId'] as const;
export const COLUMNS_OF_NEWCOMERS = ['payGroupId', 'givenName', 'familyName', 'hireDate', 'workState'] as const;

export const OPTIONAL_COLUMNS = ALL_EMPLOYEE_COLUMNS.filter((column) => column !== 'externalId');

/** What an employee file may hold, as `readCsv` asks for it. */
export const EMPLOYEE_COLUMNS = {
  required: REQUIRED_COLUMNS,
  optional: OPTIONAL_COLUMNS,
  page: 'docs/employee-csv.md',
};
