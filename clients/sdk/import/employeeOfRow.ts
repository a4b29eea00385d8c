import type { DeductionInput, EmployeeInput, EmployeeMember } from '../../generated/schema.ts';
import { defined } from '../defined.ts';
import { DEDUCTION_COLUMNS, maskedAccount } from './cellsOfEmployee.ts';
import {
  ACCOUNT_TYPES,
  ALL_EMPLOYEE_COLUMNS,
  COLUMN_KINDS,
  COLUMNS_OF_NEWCOMERS,
  COMPENSATION_TYPES,
  type EmployeeColumn,
  LOCAL_BASES,
} from './employeeColumns.ts';
import type { EmployeeFacts } from './EmployeeOnFile.ts';
import { federalCertificateOf, merged } from './federalCertificateOf.ts';
import type { RowCells } from './RowCells.ts';

type Cells = RowCells<EmployeeColumn>;

/** Reads every cell for its own sake: what is malformed is a problem, no matter who is on file. */
export function checkCells(cells: Cells): void {
  for (const column of ALL_EMPLOYEE_COLUMNS) {
    const kind = COLUMN_KINDS[column];
    if (kind === 'date') cells.date(column);
    else if (kind === 'amount') cells.amount(column);
    else if (kind === 'percent') cells.percent(column);
    else if (kind === 'hours') cells.hours(column);
    else if (kind === 'count') cells.whole(column);
    else if (kind === 'flag') cells.flag(column);
    else if (kind === 'routing') cells.digits(column, column === 'depositRoutingNumber' ? 9 : undefined);
    else if (kind !== 'text') cells.oneOf(column, kind);
    if (cells.isCleared(column) && !CLEARABLE.has(column))
      cells.refuse(column, `${column} cannot be cleared: an employee always has one, or it has no meaning by itself.`);
  }
  cells.required('externalId');
}

/** What `(clear)` may stand in. */
const CLEARABLE: ReadonlySet<EmployeeColumn> = new Set<EmployeeColumn>([
  'terminationDate',
  'birthDate',
  'compensationType',
  'coveredHours',
  'w4Form',
  'dependentsCredit',
  'otherIncome',
  'deductions',
  'extraWithholding',
  'additionalWithholding',
  'exemptForYear',
  'stateFilingStatus',
  'stateAllowances',
  'stateAdditionalAllowances',
  'stateAnnualAmount',
  'stateElectedRatePercent',
  'stateExtraWithholding',
  'stateExemptForYear',
  'stateIsMilitarySpouse',
  'stateHasReciprocityCertificate',
  'exemptLevies',
  'localJurisdiction',
  'localRatePercent',
  'localAnnualAmount',
  'traditional401kPercent',
  'roth401kPercent',
  'healthPremium',
  'depositAccountNumber',
]);

/**
 * What a row changes about an employee. An empty cell leaves alone what is recorded, and lists keep what the row does not
 * speak of: they are handed in as a whole, so they are put together from what is recorded. The service checks the values.
 * @param recorded what is on file; absent for a new employee
 */
export function employeeOfRow(cells: Cells, recorded: EmployeeFacts | undefined): EmployeeInput {
  if (!recorded)
    for (const column of COLUMNS_OF_NEWCOMERS)
      if (cells.text(column) === undefined)
        cells.refuse(column, `${column} is empty: a new employee needs ${COLUMNS_OF_NEWCOMERS.join(', ')}.`);
  const workState = cells.text('workState') ?? recorded?.workState ?? '';
  return {
    externalId: cells.required('externalId'),
    ...defined({
      effectiveFrom: cells.date('effectiveFrom'),
      payGroupId: cells.text('payGroupId'),
      givenName: cells.text('givenName'),
      familyName: cells.text('familyName'),
      hireDate: cells.date('hireDate'),
      workState: cells.text('workState'),
      terminationDate: cells.date('terminationDate'),
      birthDate: cells.date('birthDate'),
      homeState: cells.text('homeState'),
    }),
    ...compensationOfRow(cells, recorded),
    ...(cells.isCleared('w4Form') ? {} : federalCertificateOf(cells, recorded ?? {})),
    ...stateTaxFormsOfRow(cells, workState, recorded),
    ...exemptLeviesOfRow(cells),
    ...localTaxesOfRow(cells, recorded),
    ...deductionsOfRow(cells, recorded),
    ...directDepositsOfRow(cells, recorded),
    ...clearOfRow(cells, recorded),
  };
}

const CLEARED_MEMBERS = {
  terminationDate: 'TERMINATION_DATE',
  birthDate: 'BIRTH_DATE',
  compensationType: 'COMPENSATION',
  coveredHours: 'COVERED_HOURS',
  w4Form: 'TAX_PROFILE',
} as const satisfies Partial<Record<EmployeeColumn, EmployeeMember>>;

function clearOfRow(cells: Cells, recorded: EmployeeFacts | undefined): Pick<EmployeeInput, 'clear'> {
  const columns = Object.keys(CLEARED_MEMBERS) as (keyof typeof CLEARED_MEMBERS)[];
  const clear = columns.filter((column) => cells.isCleared(column)).map((column) => CLEARED_MEMBERS[column]);
  return clear.length > 0 && recorded ? { clear } : {};
}

const PAY_CELLS = ['annualSalary', 'hourlyRate', 'isOvertimeExempt', 'coveredHours'] as const;

function compensationOfRow(cells: Cells, recorded: EmployeeFacts | undefined): Pick<EmployeeInput, 'compensation'> {
  if (cells.isCleared('compensationType')) {
    cells.mustBeEmpty(PAY_CELLS, 'compensationType is cleared');
    return {};
  }
  const given = cells.oneOf('compensationType', COMPENSATION_TYPES);
  if (given === undefined && !cells.isAnyFilled(PAY_CELLS)) return {};
  if (given === undefined && cells.text('compensationType') !== undefined) return {};
  const type = given ?? recorded?.compensation?.type ?? undefined;
  if (type === undefined) {
    cells.mustBeEmpty(PAY_CELLS, 'compensationType is empty');
    return {};
  }
  const foreign = type === 'SALARY' ? (['hourlyRate'] as const) : (['annualSalary', 'coveredHours'] as const);
  cells.mustBeEmpty(foreign, `the compensation is ${type}`);
  const pay = defined({
    annualSalary: cells.amount('annualSalary'),
    hourlyRate: cells.amount('hourlyRate'),
    coveredHours: cells.hours('coveredHours'),
    isOvertimeExempt: cells.flag('isOvertimeExempt'),
  });
  return { compensation: { type, ...pay } };
}

const STATE_CELLS = [
  'stateFilingStatus',
  'stateAllowances',
  'stateAdditionalAllowances',
  'stateAnnualAmount',
  'stateElectedRatePercent',
  'stateExtraWithholding',
  'stateExemptForYear',
  'stateIsMilitarySpouse',
  'stateHasReciprocityCertificate',
] as const satisfies readonly EmployeeColumn[];

/** The certificate for the work state: a file has room for one, and the others stay. */
function stateTaxFormsOfRow(
  cells: Cells,
  state: string,
  recorded: EmployeeFacts | undefined,
): Pick<EmployeeInput, 'stateTaxForms'> {
  if (!cells.isAnyFilled(STATE_CELLS)) return {};
  const forms = recorded?.stateTaxForms ?? [];
  const before = forms.find((form) => form.state === state) ?? { state };
  const form = merged(before, cells, {
    filingStatus: ['stateFilingStatus', cells.text('stateFilingStatus')],
    allowances: ['stateAllowances', cells.whole('stateAllowances')],
    additionalAllowances: ['stateAdditionalAllowances', cells.whole('stateAdditionalAllowances')],
    annualAmount: ['stateAnnualAmount', cells.amount('stateAnnualAmount')],
    electedRatePercent: ['stateElectedRatePercent', cells.percent('stateElectedRatePercent')],
    extraWithholding: ['stateExtraWithholding', cells.amount('stateExtraWithholding')],
    exemptForYear: ['stateExemptForYear', cells.whole('stateExemptForYear')],
    isMilitarySpouse: ['stateIsMilitarySpouse', cells.flag('stateIsMilitarySpouse')],
    hasReciprocityCertificate: ['stateHasReciprocityCertificate', cells.flag('stateHasReciprocityCertificate')],
  });
  const isEmpty = Object.keys(form).length === 1;
  return { stateTaxForms: replaced(forms, forms.indexOf(before), isEmpty ? [] : [form]) };
}

/** The levies that a letter forbids to withhold: a cell holds all their codes, with blanks between them. */
function exemptLeviesOfRow(cells: Cells): Pick<EmployeeInput, 'exemptLevies'> {
  if (cells.isCleared('exemptLevies')) return { exemptLevies: [] };
  const codes = cells.text('exemptLevies');
  return codes === undefined ? {} : { exemptLevies: codes.split(/\s+/) };
}

const LOCAL_CELLS = ['localJurisdiction', 'localBasis', 'localRatePercent', 'localAnnualAmount'] as const;

/** The local tax: another one takes the place of the only one, and is refused where there are several. */
function localTaxesOfRow(cells: Cells, recorded: EmployeeFacts | undefined): Pick<EmployeeInput, 'localTaxes'> {
  if (!cells.isAnyFilled(LOCAL_CELLS)) return {};
  const taxes = recorded?.localTaxes ?? [];
  const only = taxes.length === 1 ? taxes[0] : undefined;
  if (cells.isCleared('localJurisdiction')) {
    cells.mustBeEmpty(['localBasis', 'localRatePercent', 'localAnnualAmount'], 'localJurisdiction is cleared');
    return { localTaxes: [] };
  }
  const jurisdiction = cells.text('localJurisdiction') ?? only?.jurisdiction;
  if (jurisdiction === undefined) {
    cells.mustBeEmpty(['localBasis', 'localRatePercent', 'localAnnualAmount'], 'localJurisdiction is empty');
    return {};
  }
  const before = taxes.find((tax) => tax.jurisdiction === jurisdiction);
  if (!before && taxes.length > 1) {
    cells.refuse(
      'localJurisdiction',
      `The employee has ${taxes.length} local taxes, and a file has room for one. Change them with upsertEmployees.`,
    );
    return {};
  }
  const tax = merged(before ?? { jurisdiction, basis: 'RESIDENT' as const }, cells, {
    basis: ['localBasis', cells.oneOf('localBasis', LOCAL_BASES)],
    ratePercent: ['localRatePercent', cells.percent('localRatePercent')],
    annualAmount: ['localAnnualAmount', cells.amount('localAnnualAmount')],
  });
  const place = before ? taxes.indexOf(before) : only ? 0 : -1;
  return { localTaxes: replaced(taxes, place, [tax]) };
}

/** The deductions that have columns; all others stay. */
function deductionsOfRow(cells: Cells, recorded: EmployeeFacts | undefined): Pick<EmployeeInput, 'deductions'> {
  const columns = Object.keys(DEDUCTION_COLUMNS) as (keyof typeof DEDUCTION_COLUMNS)[];
  if (!cells.isAnyFilled(columns)) return {};
  let deductions: DeductionInput[] = [...(recorded?.deductions ?? [])];
  for (const column of columns) {
    if (!cells.isAnyFilled([column])) continue;
    const { deductionId, type, unit } = DEDUCTION_COLUMNS[column];
    const place = deductions.findIndex((deduction) => deduction.deductionId === deductionId);
    const before = deductions[place];
    if (before && before.type !== type) {
      cells.refuse(
        column,
        `The employee's deduction "${deductionId}" is ${before.type}, not ${type}: change it elsewhere.`,
      );
      continue;
    }
    const value = unit === 'amount' ? cells.amount(column) : cells.percent(column);
    const { amount: _amount, percent: _percent, ...rest } = before ?? { deductionId, type };
    deductions = replaced(deductions, place, value === undefined ? [] : [{ ...rest, [unit]: value }]);
  }
  return { deductions };
}

/** One account for all of net pay. The masked number of an export stands for the account that is on file. */
function directDepositsOfRow(cells: Cells, recorded: EmployeeFacts | undefined): Pick<EmployeeInput, 'directDeposits'> {
  const others = ['depositAccountType', 'depositRoutingNumber'] as const;
  if (cells.isCleared('depositAccountNumber')) {
    cells.mustBeEmpty(others, 'depositAccountNumber is cleared');
    return { directDeposits: [] };
  }
  const accountNumber = cells.digits('depositAccountNumber');
  if (accountNumber === undefined) {
    cells.mustBeEmpty(others, 'depositAccountNumber is empty');
    return {};
  }
  const deposits = recorded?.directDeposits ?? [];
  if (deposits.length > 1) {
    cells.refuse(
      'depositAccountNumber',
      `Net pay is divided among ${deposits.length} accounts, and a file has room for one. Change them with upsertEmployees.`,
    );
    return {};
  }
  const [before] = deposits;
  const accountType = cells.oneOf('depositAccountType', ACCOUNT_TYPES) ?? 'CHECKING';
  const routingNumber = cells.digits('depositRoutingNumber', 9) ?? cells.required('depositRoutingNumber');
  if (!accountNumber.startsWith('*')) return { directDeposits: [{ accountType, routingNumber, accountNumber }] };
  if (
    before?.accountType === accountType &&
    before.routingNumber === routingNumber &&
    maskedAccount(before.accountNumber) === accountNumber
  )
    return {};
  cells.refuse(
    'depositAccountNumber',
    `"${accountNumber}" is a masked number, and no such account is on file. Enter the whole number, or leave the cell empty.`,
  );
  return {};
}

/** The list with `items` in the place of one; at its end where there is none. */
function replaced<Item>(list: readonly Item[], place: number, items: readonly Item[]): Item[] {
  const at = place < 0 ? list.length : place;
  return [...list.slice(0, at), ...items, ...list.slice(place < 0 ? at : at + 1)];
}
