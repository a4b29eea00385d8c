import type { DeductionInput, EmployeeInput } from '../../generated/schema.ts';
import { defined } from '../defined.ts';
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
    ...defined({ homeState: cells.text('homeState') }),
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
  return defined({ terminationDate: cells.date('terminationDate'), birthDate: cells.date('birthDate') });
}

const COMPENSATION_CELLS = ['annualSalary', 'hourlyRate', 'isOvertimeExempt', 'coveredHours'] as const;

function compensationOfRow(cells: RowCells<EmployeeColumn>): Pick<EmployeeInput, 'compensation'> {
  const type = cells.oneOf('compensationType', ['SALARY', 'HOURLY']);
  if (type === undefined) {
    if (cells.text('compensationType') === undefined)
      cells.mustBeEmpty(COMPENSATION_CELLS, 'compensationType is empty');
    return {};
  }
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
] as const satisfies readonly EmployeeColumn[];

/** The certificate for the work state: a file has room for one. */
function stateTaxFormOfRow(cells: RowCells<EmployeeColumn>, state: string): Pick<EmployeeInput, 'stateTaxForms'> {
  if (!cells.isAnyFilled(STATE_CELLS)) return {};
  const form = defined({
    filingStatus: cells.text('stateFilingStatus'),
    annualAmount: cells.amount('stateAnnualAmount'),
    electedRatePercent: cells.percent('stateElectedRatePercent'),
    extraWithholding: cells.amount('stateExtraWithholding'),
    allowances: cells.whole('stateAllowances'),
    additionalAllowances: cells.whole('stateAdditionalAllowances'),
  });
  return { stateTaxForms: [{ state, ...form }] };
}

function localTaxOfRow(cells: RowCells<EmployeeColumn>): Pick<EmployeeInput, 'localTaxes'> {
  const jurisdiction = cells.text('localJurisdiction');
  if (jurisdiction === undefined) {
    cells.mustBeEmpty(['localBasis', 'localRatePercent', 'localAnnualAmount'], 'localJurisdiction is empty');
    return {};
  }
  const basis = cells.oneOf('localBasis', ['RESIDENT', 'WORKPLACE']) ?? 'RESIDENT';
  const amounts = defined({
    ratePercent: cells.percent('localRatePercent'),
    annualAmount: cells.amount('localAnnualAmount'),
  });
  return { localTaxes: [{ jurisdiction, basis, ...amounts }] };
}

/** The deductions that most companies have; each keeps its id, so that a later file changes it and adds no second one. */
function deductionsOfRow(cells: RowCells<EmployeeColumn>): Pick<EmployeeInput, 'deductions'> {
  const premium = cells.amount('healthPremium');
  const traditional = cells.percent('traditional401kPercent');
  const roth = cells.percent('roth401kPercent');
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
  const routingNumber = cells.digits('depositRoutingNumber', 9) ?? cells.required('depositRoutingNumber');
  const accountNumber = cells.digits('depositAccountNumber') ?? '';
  return { directDeposits: [{ accountType, routingNumber, accountNumber }] };
}
