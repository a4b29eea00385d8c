import { BYTE_ORDER_MARK, type CsvCell, csvLine } from '../../../payroll/csv.ts';
import type { CallOptions, PayrollClient } from '../PayrollClient.ts';
import { cellsOfEmployee, DEDUCTION_COLUMNS } from './cellsOfEmployee.ts';
import { ALL_EMPLOYEE_COLUMNS, COLUMN_KINDS, type EmployeeColumn } from './employeeColumns.ts';
import { type EmployeeOnFile, factsOf } from './EmployeeOnFile.ts';
import { employeesOnFile } from './onFile.ts';

export interface EmployeesExport {
  /** UTF-8 with a byte order mark, in the columns of an import. */
  csv: string;
  count: number;
  /** What is on file and has no column, in words: an import of the file leaves it alone. */
  notes: readonly string[];
}

/** Everybody on file in the columns of an import: importing it again changes nothing. */
export const exportEmployeesCsv = (client: PayrollClient, options: CallOptions = {}): Promise<EmployeesExport> =>
  exported(employeesOnFile(client, options));

export async function exported(everybody: AsyncIterable<EmployeeOnFile>): Promise<EmployeesExport> {
  const lines = [csvLine(ALL_EMPLOYEE_COLUMNS.map((column) => ({ text: column })))];
  const beyond = new Map<string, string[]>();
  for await (const employee of everybody) {
    const cells = cellsOfEmployee(factsOf(employee));
    lines.push(csvLine(ALL_EMPLOYEE_COLUMNS.map((column) => cellOf(column, cells.get(column) ?? ''))));
    for (const what of beyondColumns(employee)) beyond.set(what, [...(beyond.get(what) ?? []), employee.externalId]);
  }
  return {
    csv: BYTE_ORDER_MARK + lines.join(''),
    count: lines.length - 1,
    notes: [...beyond].map(([what, ids]) => noteOf(what, ids)),
  };
}

/** Figures stay figures; what people entered is guarded, so that no spreadsheet runs it. */
const cellOf = (column: EmployeeColumn, value: string): CsvCell =>
  ['amount', 'percent', 'hours', 'count', 'date'].includes(COLUMN_KINDS[column] as string)
    ? { figure: value }
    : { text: value };

function beyondColumns(employee: EmployeeOnFile): string[] {
  const { garnishments, stateTaxForms, localTaxes, deductions, directDeposits, workState, compensation } = employee;
  const ids = new Set<string>(Object.values(DEDUCTION_COLUMNS).map(({ deductionId }) => deductionId));
  const stateExtras = [
    'firstTimeDependents',
    'adoptedChildren',
    'blindness',
    'fixedWithholding',
    'reducedWithholding',
  ] as const;
  const found: readonly [is: boolean, what: string][] = [
    [garnishments.length > 0, 'orders to withhold'],
    [employee.lockInLetter !== null, 'a lock-in letter'],
    [deductions.some(({ deductionId }) => !ids.has(deductionId)), 'deductions without a column'],
    [stateTaxForms.some(({ state }) => state !== workState), 'certificates of other states'],
    [
      stateTaxForms.some((form) => stateExtras.some((member) => form[member] !== null)),
      'entries of a state certificate without a column',
    ],
    [localTaxes.length > 1, 'several local taxes'],
    [directDeposits.length > 1, 'several accounts for net pay'],
    [compensation?.divisor != null, 'a salary divisor'],
    [employee.nonresidentAlien !== null, 'the status of a nonresident alien'],
    [employee.ficaExemption !== null, 'an exemption from Social Security and Medicare'],
    [employee.supportAllocation !== null, 'a rule to share support'],
    [
      employee.wasTaxWithheldLastYear !== null || employee.priorYearSocialSecurityWages !== null,
      'figures of the last year',
    ],
  ];
  return found.flatMap(([is, what]) => (is ? [what] : []));
}

function noteOf(what: string, ids: readonly string[]): string {
  const shown = ids.slice(0, 5).join(', ');
  const more = ids.length > 5 ? ` and ${ids.length - 5} more` : '';
  const who = ids.length === 1 ? '1 employee has' : `${ids.length} employees have`;
  return `${who} ${what} (${shown}${more}): not in this file, and left alone when it is imported.`;
}
