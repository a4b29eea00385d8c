import type { Given } from '../../clients/generated/inputShapes.ts';

/** What a text may hold: so many characters, and of which alphabet. */
export interface TextLimit {
  readonly least: number;
  readonly most: number;
  /** Absent: every character but control characters. */
  readonly alphabet?: { readonly pattern: RegExp; readonly words: string };
  /** Whether it may run over several lines. */
  readonly hasLines?: true;
  /** Spaces around an id make a second one that nobody can tell from the first. */
  readonly isTrimmed?: true;
}

/** How many elements a list may have. */
export interface ListLimit {
  readonly least: number;
  readonly most: number;
}

type Coordinate = { [Name in keyof Given]: `${Name}.${keyof Given[Name] & string}` }[keyof Given];
type Limits<Limit> = { readonly [Member in Coordinate]?: Limit };

const IN_IDS = { pattern: /^[\w.-]*$/, words: 'letters, digits, ".", "-" or "_"' };
const IN_CHOSEN_IDS = { pattern: /^[\w-]*$/, words: 'letters, digits, "-" or "_"' };

const CHOSEN_ID: TextLimit = { least: 1, most: 40, alphabet: IN_CHOSEN_IDS };
const DOTTED_ID: TextLimit = { least: 1, most: 40, alphabet: IN_IDS };
const REASON: TextLimit = { least: 1, most: 500, hasLines: true };
const EXTERNAL_ID: TextLimit = { least: 1, most: 64, isTrimmed: true };
const named = (most: number): TextLimit => ({ least: 1, most });

/** Any id: those that the service makes are shorter. */
const ID: TextLimit = { least: 1, most: 80, alphabet: IN_IDS };
/** Any other text: most are decimal strings and codes, which their worker reads. */
const TEXT: TextLimit = { least: 0, most: 200 };
const IDEMPOTENCY_KEY: TextLimit = { least: 1, most: 128 };
/** The longest that the table's own tokens get. */
const CURSOR: TextLimit = { least: 0, most: 8192 };

const TEXT_LIMITS: Limits<TextLimit> = {
  'UpsertCompanyInput.name': named(200),
  'DecidedTreatmentInput.reason': REASON,
  'UpsertPayGroupInput.payGroupId': CHOSEN_ID,
  'UpsertPayGroupInput.name': named(200),
  'UpsertFundingAccountInput.fundingAccountId': CHOSEN_ID,
  'UpsertFundingAccountInput.name': named(100),
  'UpsertFundingAccountInput.bankName': named(100),
  'UpsertHookInput.hookId': CHOSEN_ID,
  'UpsertFundingAccountInput.companyIdentification': named(40),
  'UpsertFundingAccountInput.companyEntryName': named(40),
  'CreateApiKeyInput.name': named(100),
  'UpsertFilingProfileInput.legalName': named(100),
  'UpsertFilingProfileInput.contactName': named(100),
  'UpsertFilingProfileInput.contactPhone': named(40),
  'UpsertFilingProfileInput.contactEmail': named(100),
  'PostalAddressInput.line1': named(100),
  'PostalAddressInput.line2': named(100),
  'PostalAddressInput.city': named(60),
  'StateAccountInput.withholdingAccount': named(40),
  'StateAccountInput.unemploymentAccount': named(40),
  'RecordTaxDepositInput.confirmation': named(100),
  'EmployeeInput.externalId': EXTERNAL_ID,
  'EmployeeInput.distinctFrom': EXTERNAL_ID,
  'EmployeeInput.givenName': named(100),
  'EmployeeInput.familyName': named(100),
  'PayrollInputInput.externalId': EXTERNAL_ID,
  'UpsertPayrollInputsInput.source': DOTTED_ID,
  'CreateImportInput.source': DOTTED_ID,
  'DeductionInput.deductionId': DOTTED_ID,
  'GarnishmentInput.orderId': DOTTED_ID,
  'RejectPayrollRunInput.reason': REASON,
  'CancelPayrollRunInput.reason': REASON,
  'RecalculatePayrollRunInput.reason': REASON,
  'ExcludePayrollRunItemsInput.reason': REASON,
  'VoidPayrollRunInput.reason': REASON,
  'RecordManualPaymentInput.reason': REASON,
  'RecordBankReturnsInput.file': { least: 1, most: 950_000, hasLines: true },
  'CompleteRunHookInput.reason': { ...REASON, least: 0 },
};

/** Any list: as long as a page. */
const LIST: ListLimit = { least: 0, most: 100 };
const EMPLOYEES: ListLimit = { least: 1, most: 100 };

const LIST_LIMITS: Limits<ListLimit> = {
  // Rows of a bulk mutation; how many one call takes, its worker says.
  'UpsertEmployeesInput.employees': { least: 0, most: 1000 },
  'UpsertPayrollInputsInput.inputs': { least: 0, most: 1000 },
  'StartPayrollRunInput.employeeIds': EMPLOYEES,
  'RetryPayrollRunItemsInput.employeeIds': EMPLOYEES,
  'ExcludePayrollRunItemsInput.employeeIds': EMPLOYEES,
  'VoidPayrollRunInput.employeeIds': EMPLOYEES,
};

/** Lists whose elements are read one by one, each for itself: a bad row does not hold up the others. */
export const ROWS: ReadonlySet<string> = new Set([
  'UpsertEmployeesInput.employees',
  'UpsertPayrollInputsInput.inputs',
] satisfies Coordinate[]);

/** @param coordinate input and member, such as `EmployeeInput.externalId` */
export function textLimitOf(coordinate: string, of: string): TextLimit {
  const own = (TEXT_LIMITS as Readonly<Record<string, TextLimit | undefined>>)[coordinate];
  if (own) return own;
  if (of === 'ID') return ID;
  if (coordinate.endsWith('.idempotencyKey')) return IDEMPOTENCY_KEY;
  return coordinate.endsWith('Args.after') ? CURSOR : TEXT;
}

export const listLimitOf = (coordinate: string): ListLimit =>
  (LIST_LIMITS as Readonly<Record<string, ListLimit | undefined>>)[coordinate] ?? LIST;
