import { defined } from '../defined.ts';
import { type EmployeeColumn, FILING_STATUSES, MARITAL_STATUSES, W4_FORMS } from './employeeColumns.ts';
import type { EmployeeFacts } from './EmployeeOnFile.ts';
import type { RowCells } from './RowCells.ts';

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
} as const satisfies Record<(typeof W4_FORMS)[number], readonly EmployeeColumn[]>;

const ALL_CELLS: readonly EmployeeColumn[] = ['w4Form', ...new Set(Object.values(CELLS).flat())];

export type FederalCertificate = Pick<EmployeeFacts, 'taxProfile' | 'taxProfileBefore2020' | 'noTaxProfile'>;

/**
 * The federal certificate that a row gives, with what is recorded of the same form where the row is silent. Without `w4Form`
 * it is the recorded form; a filing status alone stands for a Form W-4 of 2020 or later.
 */
export function federalCertificateOf(
  cells: RowCells<EmployeeColumn>,
  recorded: FederalCertificate,
): FederalCertificate {
  if (!cells.isAnyFilled(ALL_CELLS)) return {};
  const form =
    cells.oneOf('w4Form', W4_FORMS) ?? (cells.text('filingStatus') === undefined ? recordedForm(recorded) : 'W4_2020');
  const why = form === undefined ? 'neither w4Form nor filingStatus is' : `the form is ${form}`;
  const own: readonly EmployeeColumn[] = form === undefined ? [] : CELLS[form];
  cells.mustBeEmpty(
    ALL_CELLS.filter((column) => column !== 'w4Form' && !own.includes(column)),
    why,
  );
  switch (form) {
    case 'W4_2020': {
      const before = recorded.taxProfile;
      const filingStatus = cells.oneOf('filingStatus', FILING_STATUSES) ?? before?.filingStatus;
      if (filingStatus === undefined) cells.required('filingStatus');
      const rest = merged(before ?? {}, cells, {
        multipleJobs: ['multipleJobs', cells.flag('multipleJobs')],
        dependentsCredit: ['dependentsCredit', cells.amount('dependentsCredit')],
        otherIncome: ['otherIncome', cells.amount('otherIncome')],
        deductions: ['deductions', cells.amount('deductions')],
        extraWithholding: ['extraWithholding', cells.amount('extraWithholding')],
        exemptForYear: ['exemptForYear', cells.whole('exemptForYear')],
      });
      return { taxProfile: { multipleJobs: false, ...rest, filingStatus: filingStatus ?? 'SINGLE' } };
    }
    case 'W4_BEFORE_2020': {
      const before = recorded.taxProfileBefore2020;
      const maritalStatus = cells.oneOf('maritalStatus', MARITAL_STATUSES) ?? before?.maritalStatus;
      const allowances = cells.whole('allowances') ?? before?.allowances;
      if (maritalStatus === undefined) cells.required('maritalStatus');
      if (allowances === undefined) cells.required('allowances');
      const rest = merged(before ?? {}, cells, {
        additionalWithholding: ['additionalWithholding', cells.amount('additionalWithholding')],
        exemptForYear: ['exemptForYear', cells.whole('exemptForYear')],
      });
      return {
        taxProfileBefore2020: { ...rest, maritalStatus: maritalStatus ?? 'SINGLE', allowances: allowances ?? 0 },
      };
    }
    case 'NONE_ON_FILE': {
      const isFirstPaidBefore2020 = cells.flag('isFirstPaidBefore2020') ?? recorded.noTaxProfile?.isFirstPaidBefore2020;
      if (isFirstPaidBefore2020 === undefined) cells.required('isFirstPaidBefore2020');
      return { noTaxProfile: { isFirstPaidBefore2020: isFirstPaidBefore2020 ?? false } };
    }
    case undefined:
      return {};
  }
}

function recordedForm({ taxProfile, taxProfileBefore2020, noTaxProfile }: FederalCertificate) {
  return taxProfile ? 'W4_2020' : taxProfileBefore2020 ? 'W4_BEFORE_2020' : noTaxProfile ? 'NONE_ON_FILE' : undefined;
}

/** What is recorded, with the members that a row gives and without those that it clears. */
export function merged<Shape extends object>(
  recorded: Shape,
  cells: RowCells<EmployeeColumn>,
  given: Readonly<Record<string, readonly [column: EmployeeColumn, value: unknown]>>,
): Shape {
  const kept = Object.entries(recorded).filter(([name]) => !given[name] || !cells.isCleared(given[name][0]));
  const values = Object.fromEntries(Object.entries(given).map(([name, [, value]]) => [name, value]));
  return { ...(Object.fromEntries(kept) as Shape), ...(defined(values) as Partial<Shape>) };
}
