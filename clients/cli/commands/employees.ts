import { command } from '../Command.ts';
import { IMPORT, PAGE } from './commonParameters.ts';

const EMPLOYEE = {
  employee: { kind: 'text', of: 'EMPLOYEE', says: 'the employee, as "employees list" shows it', required: true },
} as const;

export const employees = [
  command({
    name: 'employees import',
    summary:
      'Add or change employees from a CSV file, whose columns docs/employee-csv.md describes. What changes is shown by ' +
      'employee first, and asked about on a terminal; elsewhere it is sent unless something looks like a mistake. A file ' +
      'with a malformed row is not imported at all; rows that the service refuses are listed (exit code 1).',
    words: { file: { kind: 'text', of: 'FILE.csv', says: 'the file', required: true } },
    options: IMPORT,
    examples: [
      'employees import employees.csv',
      'employees import employees.csv --dry-run',
      'employees import export.csv --map "First Name=givenName" --map "Notes="',
    ],
    effect: 'CHANGE',
    load: () => import('./employees/import.ts'),
  }),
  command({
    name: 'employees export',
    summary:
      'Write everybody on file as CSV in the columns of an import: importing it again changes nothing. What has no ' +
      'column is named, and an import leaves it alone.',
    options: { output: { kind: 'text', of: 'FILE.csv', says: 'where to; - is standard output', required: true } },
    examples: ['employees export --output employees.csv', 'employees export --output -'],
    load: () => import('./employees/export.ts'),
  }),
  command({
    name: 'employees list',
    summary: 'List employees in the order in which they were added.',
    options: PAGE,
    examples: ['employees list', 'employees list --all --json'],
    load: () => import('./employees/list.ts'),
  }),
  command({
    name: 'employees show',
    summary: 'Show the file of one employee: pay, tax forms, deductions, orders and accounts.',
    words: EMPLOYEE,
    examples: ['employees show emp_1'],
    load: () => import('./employees/show.ts'),
  }),
  command({
    name: 'employees year',
    summary: 'Show what an employee was paid in a calendar year, with all posted runs.',
    words: { ...EMPLOYEE, year: { kind: 'whole', of: 'YEAR', says: 'the calendar year', required: true } },
    examples: ['employees year emp_1 2026'],
    load: () => import('./employees/year.ts'),
  }),
];
