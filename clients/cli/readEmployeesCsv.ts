import { parse } from 'csv-parse/sync';
import type { EmployeeInput } from '../generated/schema.ts';

/** The columns of an employee file, in any order; those marked with `*` must be there. */
export const EMPLOYEE_COLUMNS = [
  'externalId*',
  'payGroupId*',
  'givenName*',
  'familyName*',
  'hireDate*',
  'terminationDate',
  'workState*',
  'compensationType',
  'annualSalary',
  'hourlyRate',
  'filingStatus',
  'multipleJobs',
  'dependentsCredit',
  'otherIncome',
  'deductions',
  'extraWithholding',
] as const;

export interface RowProblem {
  /** Line of the file, from 1; the heading is line 1. */
  line: number;
  column: string;
  message: string;
}

export interface EmployeeRow {
  line: number;
  employee: EmployeeInput;
}

const COMPENSATION_TYPES = ['SALARY', 'HOURLY'] as const;
const FILING_STATUSES = ['SINGLE', 'MARRIED_FILING_JOINTLY', 'MARRIED_FILING_SEPARATELY', 'HEAD_OF_HOUSEHOLD'] as const;

/** Reads an employee file. A malformed row is a problem of that row; the service checks what the values mean. */
export function readEmployeesCsv(text: string): { rows: EmployeeRow[]; problems: RowProblem[] } {
  const problems: RowProblem[] = [];
  let records: { info: { lines: number }; record: Record<string, string> }[];
  try {
    records = parse(text, { bom: true, columns: true, info: true, trim: true, skip_empty_lines: true });
  } catch (error) {
    const { message, lines = 1 } = error as Error & { lines?: number };
    return {
      rows: [],
      problems: [{ line: lines, column: '', message: `The file is not well-formed CSV: ${message}` }],
    };
  }
  const headings = Object.keys(records[0]?.record ?? {});
  for (const column of EMPLOYEE_COLUMNS.filter((name) => name.endsWith('*')).map((name) => name.slice(0, -1)))
    if (!headings.includes(column))
      problems.push({ line: 1, column, message: `The heading lacks the column ${column}.` });
  for (const heading of headings)
    if (!EMPLOYEE_COLUMNS.some((name) => name.replace('*', '') === heading))
      problems.push({
        line: 1,
        column: heading,
        message: `The column "${heading}" is not known: remove or rename it.`,
      });
  if (problems.length > 0 || records.length === 0) return { rows: [], problems };

  const rows: EmployeeRow[] = [];
  for (const { info, record } of records) {
    const line = info.lines;
    const found: RowProblem[] = [];
    const oneOf = <Value extends string>(column: string, values: readonly Value[]): Value | undefined => {
      const value = record[column];
      if (!value) return undefined;
      if ((values as readonly string[]).includes(value)) return value as Value;
      found.push({ line, column, message: `"${value}" is not one of ${values.join(', ')}.` });
      return undefined;
    };
    const compensationType = oneOf('compensationType', COMPENSATION_TYPES);
    const filingStatus = oneOf('filingStatus', FILING_STATUSES);
    const multipleJobs = oneOf('multipleJobs', ['true', 'false']) === 'true';
    for (const column of ['externalId', 'payGroupId', 'givenName', 'familyName', 'hireDate', 'workState'])
      if (!record[column]) found.push({ line, column, message: `${column} is empty.` });
    if (found.length > 0) {
      problems.push(...found);
      continue;
    }
    const optional = (column: string) => (record[column] ? { [column]: record[column] } : {});
    rows.push({
      line,
      employee: {
        externalId: record['externalId'] ?? '',
        payGroupId: record['payGroupId'] ?? '',
        givenName: record['givenName'] ?? '',
        familyName: record['familyName'] ?? '',
        hireDate: record['hireDate'] ?? '',
        ...optional('terminationDate'),
        workState: record['workState'] ?? '',
        ...(compensationType
          ? { compensation: { type: compensationType, ...optional('annualSalary'), ...optional('hourlyRate') } }
          : {}),
        ...(filingStatus
          ? {
              taxProfile: {
                filingStatus,
                multipleJobs,
                ...optional('dependentsCredit'),
                ...optional('otherIncome'),
                ...optional('deductions'),
                ...optional('extraWithholding'),
              },
            }
          : {}),
      },
    });
  }
  return { rows, problems };
}
