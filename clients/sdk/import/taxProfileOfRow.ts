import type { EmployeeInput } from '../../generated/schema.ts';
import { defined } from '../defined.ts';
import type { EmployeeColumn } from './employeeColumns.ts';
import type { RowCells } from './RowCells.ts';

const FORMS = ['W4_2020', 'W4_BEFORE_2020', 'NONE_ON_FILE'] as const;
const FILING_STATUSES = ['SINGLE', 'MARRIED_FILING_JOINTLY', 'MARRIED_FILING_SEPARATELY', 'HEAD_OF_HOUSEHOLD'] as const;
const MARITAL_STATUSES = ['SINGLE', 'MARRIED', 'MARRIED_HIGHER_SINGLE_RATE'] as const;

/** Which cells belong to which Form W-4. */
const CELLS = {
  W4_2020: [
    'filingStatus',
    'multipleJobs',
    'dependentsCredit',
    'otherIncome',
    'deductions',
    'extraWithholding',
    'exemptForYear',
  ],
  W4_BEFORE_2020: ['maritalStatus', 'allowances', 'additionalWithholding', 'exemptForYear'],
  NONE_ON_FILE: ['isFirstPaidBefore2020'],
} as const satisfies Record<(typeof FORMS)[number], readonly EmployeeColumn[]>;

type TaxProfile = Pick<EmployeeInput, 'taxProfile' | 'taxProfileBefore2020' | 'noTaxProfile'>;

/** The federal certificate of a row. Without `w4Form` a filing status stands for a Form W-4 of 2020 or later. */
export function taxProfileOfRow(cells: RowCells<EmployeeColumn>): TaxProfile {
  const form = cells.oneOf('w4Form', FORMS) ?? (cells.text('filingStatus') === undefined ? undefined : 'W4_2020');
  const why = form === undefined ? 'neither w4Form nor filingStatus is' : `the form is ${form}`;
  const own: readonly EmployeeColumn[] = form === undefined ? [] : CELLS[form];
  const foreign = [...new Set(Object.values(CELLS).flat())].filter((column) => !own.includes(column));
  cells.mustBeEmpty(foreign, why);
  const exemptForYear = form === 'NONE_ON_FILE' ? undefined : cells.whole('exemptForYear');
  const exempt = exemptForYear === undefined ? {} : { exemptForYear };
  if (form === 'W4_2020') {
    cells.required('filingStatus');
    const filingStatus = cells.oneOf('filingStatus', FILING_STATUSES) ?? 'SINGLE';
    const amounts = defined({
      dependentsCredit: cells.amount('dependentsCredit'),
      otherIncome: cells.amount('otherIncome'),
      deductions: cells.amount('deductions'),
      extraWithholding: cells.amount('extraWithholding'),
    });
    return { taxProfile: { filingStatus, multipleJobs: cells.flag('multipleJobs') ?? false, ...amounts, ...exempt } };
  }
  if (form === 'W4_BEFORE_2020') {
    cells.required('maritalStatus');
    cells.required('allowances');
    const maritalStatus = cells.oneOf('maritalStatus', MARITAL_STATUSES) ?? 'SINGLE';
    const allowances = cells.whole('allowances') ?? 0;
    const amounts = defined({ additionalWithholding: cells.amount('additionalWithholding') });
    return { taxProfileBefore2020: { maritalStatus, allowances, ...amounts, ...exempt } };
  }
  if (form === undefined) return {};
  cells.required('isFirstPaidBefore2020');
  return { noTaxProfile: { isFirstPaidBefore2020: cells.flag('isFirstPaidBefore2020') ?? false } };
}
