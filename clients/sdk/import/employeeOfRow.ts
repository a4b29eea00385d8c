import type { DeductionInput, EmployeeInput } from '../../generated/schema.ts';
import type { EmployeeColumn } from './employeeColumns.ts';
import type { RowCells } from './RowCells.ts';
import { taxProfileOfRow } from './taxProfileOfRow.ts';

/** An employee as a row of a file tells it. What the values mean is checked by the service. */
export function employeeOfRow(cells: RowCells<EmployeeColumn>): EmployeeInput {
  const workState = cells.required('workState');
  return {
    externalId: cells.required('externalId'),
    payGroupId: cells.required('payGroupId'),
    givenName: cells.required('givenName'),
    familyName: cells.required('familyName'),
    hireDate: requiredDate(cells, 'hireDate'),
    workState,
    ...datesOfRow(cells),
    ...cells.texts({ homeState: 'homeState' }),
    ...compensationOfRow(cells),
    ...taxProfileOfRow(cells),
    ...stateTaxFormOfRow(cells, workState),
    ...localTaxOfRow(cells),
    ...deductionsOfRow(cells),
    ...directDepositOfRow(cells),
  };
}

/** The date of a column that must be filled; what is no date is a problem of the row. */
const requiredDate = (cells: RowCells<EmployeeColumn>, column: EmployeeColumn): string =>
  cells.text(column) === undefined ? cells.required(column) : (cells.date(column) ?? '');

function datesOfRow(cells: RowCells<EmployeeColumn>): Pick<EmployeeInput, 'terminationDate' | 'birthDate'> {
  const terminationDate = cells.date('terminationDate');
  const birthDate = cells.date('birthDate');
  return {
    ...(terminationDate === undefined ? {} : { terminationDate }),
    ...(birthDate === undefined ? {} : { birthDate }),
  };
}

const COMPENSATION_CELLS = ['annualSalary', 'hourlyRate', 'isOvertimeExempt', 'coveredHours'] as const;

function compensationOfRow(cells: RowCells<EmployeeColumn>): Pick<EmployeeInput, 'compensation'> {
  const type = cells.oneOf('compensationType', ['SALARY', 'HOURLY']);
  if (type === undefined) {
    if (cells.text('compensationType') === undefined)
      cells.mustBeEmpty(COMPENSATION_CELLS, 'compensationType is empty');
    return {};
  }
  const isOvertimeExempt = cells.flag('isOvertimeExempt');
  const pay = cells.texts({ annualSalary: 'annualSalary', hourlyRate: 'hourlyRate', coveredHours: 'coveredHours' });
  return { compensation: { type, ...pay, ...(isOvertimeExempt === undefined ? {} : { isOvertimeExempt }) } };
}

const STATE_CELLS = [
  'stateFilingStatus',
  'stateAllowances',
  'stateAdditionalAllowances',
  'stateAnnualAmount',
  'stateElectedRatePercent',
  'stateExtraWithholding',
] as const satisfies readonly EmployeeColumn[];

/** The certificate for the work state: a file has room for one. */
function stateTaxFormOfRow(cells: RowCells<EmployeeColumn>, state: string): Pick<EmployeeInput, 'stateTaxForms'> {
  if (!cells.isAnyFilled(STATE_CELLS)) return {};
  const allowances = cells.whole('stateAllowances');
  const additionalAllowances = cells.whole('stateAdditionalAllowances');
  const texts = cells.texts({
    filingStatus: 'stateFilingStatus',
    annualAmount: 'stateAnnualAmount',
    electedRatePercent: 'stateElectedRatePercent',
    extraWithholding: 'stateExtraWithholding',
  });
  const counts = {
    ...(allowances === undefined ? {} : { allowances }),
    ...(additionalAllowances === undefined ? {} : { additionalAllowances }),
  };
  return { stateTaxForms: [{ state, ...texts, ...counts }] };
}

function localTaxOfRow(cells: RowCells<EmployeeColumn>): Pick<EmployeeInput, 'localTaxes'> {
  const jurisdiction = cells.text('localJurisdiction');
  if (jurisdiction === undefined) {
    cells.mustBeEmpty(['localBasis', 'localRatePercent', 'localAnnualAmount'], 'localJurisdiction is empty');
    return {};
  }
  const basis = cells.oneOf('localBasis', ['RESIDENT', 'WORKPLACE']) ?? 'RESIDENT';
  const amounts = cells.texts({ ratePercent: 'localRatePercent', annualAmount: 'localAnnualAmount' });
  return { localTaxes: [{ jurisdiction, basis, ...amounts }] };
}

/** The deductions that most companies have; each keeps its id, so that a later file changes it and adds no second one. */
function deductionsOfRow(cells: RowCells<EmployeeColumn>): Pick<EmployeeInput, 'deductions'> {
  const premium = cells.text('healthPremium');
  const traditional = cells.text('traditional401kPercent');
  const roth = cells.text('roth401kPercent');
  const deductions: DeductionInput[] = [
    ...(premium ? [{ deductionId: 'health', type: 'SECTION_125_HEALTH' as const, amount: premium }] : []),
    ...(traditional ? [{ deductionId: '401k', type: 'TRADITIONAL_401K' as const, percent: traditional }] : []),
    ...(roth ? [{ deductionId: 'roth', type: 'ROTH_401K' as const, percent: roth }] : []),
  ];
  return deductions.length > 0 ? { deductions } : {};
}

/** One account for all of net pay. Without one the service keeps those that are recorded. */
function directDepositOfRow(cells: RowCells<EmployeeColumn>): Pick<EmployeeInput, 'directDeposits'> {
  if (cells.text('depositAccountNumber') === undefined) {
    cells.mustBeEmpty(['depositAccountType', 'depositRoutingNumber'], 'depositAccountNumber is empty');
    return {};
  }
  const accountType = cells.oneOf('depositAccountType', ['CHECKING', 'SAVINGS']) ?? 'CHECKING';
  const routingNumber = cells.required('depositRoutingNumber');
  return { directDeposits: [{ accountType, routingNumber, accountNumber: cells.required('depositAccountNumber') }] };
}
