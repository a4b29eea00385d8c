import { formatMoney, parseMoney } from '../../../payroll/money.ts';
import type { DeductionInput } from '../../generated/schema.ts';
import type { EmployeeFacts } from './EmployeeOnFile.ts';
import type { EmployeeColumn } from './employeeColumns.ts';

/** The deductions that have columns; each keeps its id, so that a later file changes it and adds no second one. */
export const DEDUCTION_COLUMNS = {
  healthPremium: { deductionId: 'health', type: 'SECTION_125_HEALTH', unit: 'amount' },
  traditional401kPercent: { deductionId: '401k', type: 'TRADITIONAL_401K', unit: 'percent' },
  roth401kPercent: { deductionId: 'roth', type: 'ROTH_401K', unit: 'percent' },
} as const satisfies Partial<
  Record<EmployeeColumn, Pick<DeductionInput, 'deductionId' | 'type'> & { unit: 'amount' | 'percent' }>
>;

type Cells = Map<EmployeeColumn, string>;
type Value = string | number | boolean | null | undefined;

/**
 * An employee as a row of a file: an export writes it, and a preview compares it before and after. What there are several
 * of and the file has room for one of is left empty.
 */
export function cellsOfEmployee(facts: EmployeeFacts): Cells {
  const { compensation, workState } = facts;
  const form = facts.stateTaxForms?.find(({ state }) => state === workState);
  const localTax = onlyOf(facts.localTaxes);
  const deposit = onlyOf(facts.directDeposits);
  const cells: readonly [EmployeeColumn, Value][] = [
    ['externalId', facts.externalId],
    ['payGroupId', facts.payGroupId],
    ['givenName', facts.givenName],
    ['familyName', facts.familyName],
    ['hireDate', facts.hireDate],
    ['terminationDate', facts.terminationDate],
    ['birthDate', facts.birthDate],
    ['workState', workState],
    ['homeState', facts.homeState],
    ['compensationType', compensation?.type],
    ['annualSalary', amount(compensation?.annualSalary)],
    ['hourlyRate', amount(compensation?.hourlyRate)],
    ['isOvertimeExempt', compensation?.isOvertimeExempt],
    ['coveredHours', decimal(compensation?.coveredHours)],
    ...federalCells(facts),
    ['stateFilingStatus', form?.filingStatus],
    ['stateAllowances', form?.allowances],
    ['stateAdditionalAllowances', form?.additionalAllowances],
    ['stateAnnualAmount', amount(form?.annualAmount)],
    ['stateElectedRatePercent', decimal(form?.electedRatePercent)],
    ['stateExtraWithholding', amount(form?.extraWithholding)],
    ['stateExemptForYear', form?.exemptForYear],
    ['stateIsMilitarySpouse', form?.isMilitarySpouse],
    ['stateHasReciprocityCertificate', form?.hasReciprocityCertificate],
    ['exemptLevies', facts.exemptLevies?.join(' ')],
    ['localJurisdiction', localTax?.jurisdiction],
    ['localBasis', localTax?.basis],
    ['localRatePercent', decimal(localTax?.ratePercent)],
    ['localAnnualAmount', amount(localTax?.annualAmount)],
    ...deductionCells(facts),
    ['depositAccountType', deposit?.accountType],
    ['depositRoutingNumber', deposit?.routingNumber],
    ['depositAccountNumber', maskedAccount(deposit?.accountNumber)],
  ];
  return new Map(
    cells.flatMap(([column, value]): [EmployeeColumn, string][] =>
      value === undefined || value === null || value === '' ? [] : [[column, String(value)]],
    ),
  );
}

function federalCells(facts: EmployeeFacts): [EmployeeColumn, Value][] {
  const { taxProfile: since2020, taxProfileBefore2020: before2020, noTaxProfile: none } = facts;
  const form = since2020 ? 'W4_2020' : before2020 ? 'W4_BEFORE_2020' : none ? 'NONE_ON_FILE' : undefined;
  return [
    ['w4Form', form],
    ['filingStatus', since2020?.filingStatus],
    ['multipleJobs', since2020 ? (since2020.multipleJobs ?? false) : undefined],
    ['dependentsCredit', notZero(since2020?.dependentsCredit)],
    ['otherIncome', notZero(since2020?.otherIncome)],
    ['deductions', notZero(since2020?.deductions)],
    ['extraWithholding', notZero(since2020?.extraWithholding)],
    ['maritalStatus', before2020?.maritalStatus],
    ['allowances', before2020?.allowances],
    ['additionalWithholding', notZero(before2020?.additionalWithholding)],
    ['exemptForYear', since2020?.exemptForYear ?? before2020?.exemptForYear],
    ['isFirstPaidBefore2020', none?.isFirstPaidBefore2020],
  ];
}

const deductionCells = ({ deductions = [] }: EmployeeFacts): [EmployeeColumn, Value][] =>
  (Object.keys(DEDUCTION_COLUMNS) as (keyof typeof DEDUCTION_COLUMNS)[]).map((column) => {
    const { deductionId, type, unit } = DEDUCTION_COLUMNS[column];
    const found = deductions?.find((deduction) => deduction.deductionId === deductionId && deduction.type === type);
    return [column, unit === 'amount' ? amount(found?.amount) : decimal(found?.percent)];
  });

const onlyOf = <Item>(items: readonly Item[] | null | undefined): Item | undefined =>
  items?.length === 1 ? items[0] : undefined;

/** The end of an account number; one that is masked already stays as it is. */
export const maskedAccount = (number: string | undefined): string | undefined =>
  number === undefined || number.startsWith('*') ? number : `****${number.slice(-4)}`;

function amount(text: string | null | undefined): string | undefined {
  if (text === null || text === undefined) return undefined;
  const parsed = parseMoney(text, 'ANY');
  return parsed.ok ? formatMoney(parsed.value) : text;
}

/** The form says nothing where it says zero. */
const notZero = (text: string | null | undefined) => (amount(text) === '0.00' ? undefined : amount(text));

const decimal = (text: string | null | undefined): string | undefined =>
  text?.includes('.') ? text.replace(/\.?0+$/, '') : (text ?? undefined);
