import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { OPTIONAL_COLUMNS, REQUIRED_COLUMNS } from '../../../../clients/sdk/import/employeeColumns.ts';
import type { EmployeeInput } from '../../../../clients/generated/schema.ts';
import { planEmployeeImport } from '../../../../clients/sdk/import/planEmployeeImport.ts';
import { readEmployeesCsv } from '../../../../clients/sdk/import/readEmployeesCsv.ts';

/* Nothing in an employee file is lost in silence. */

const KNOWN = {
  externalId: '7',
  payGroupId: 'weekly',
  givenName: 'Ana',
  familyName: 'Chen',
  hireDate: '2021-03-15',
  workState: 'CA',
};

const withoutVersion = ({ expectedVersion: _none, ...employee }: EmployeeInput) => employee;

/** What a file comes to where nobody is on file: the employees that can be sent, and all problems. */
const outcomeOf = (file: Uint8Array | string, mapping?: ReadonlyMap<string, string>) => {
  const { rows, problems } = planEmployeeImport(readEmployeesCsv(file, mapping ? { mapping } : {}), new Map());
  return {
    rows: rows.flatMap(({ line, employee }) => (employee ? [{ line, row: withoutVersion(employee) }] : [])),
    problems: [...problems, ...rows.flatMap((row) => row.problems)],
  };
};

/** A file of one row. */
const read = (cells: Record<string, string>) => {
  const row = { ...KNOWN, ...cells };
  return outcomeOf(`${Object.keys(row).join(',')}\n${Object.values(row).join(',')}\n`);
};

test.each<[what: string, cells: Record<string, string>, employee: object]>([
  ['nothing but what must be there', {}, KNOWN],
  ['dates and home', { birthDate: '1990-01-31', homeState: 'NV' }, { birthDate: '1990-01-31', homeState: 'NV' }],
  [
    'a salary with overtime',
    { compensationType: 'SALARY', annualSalary: '52000', isOvertimeExempt: 'false', coveredHours: '40' },
    { compensation: { type: 'SALARY', annualSalary: '52000', isOvertimeExempt: false, coveredHours: '40' } },
  ],
  [
    'a filing status alone: a Form W-4 of 2020',
    { filingStatus: 'SINGLE', extraWithholding: '25' },
    { taxProfile: { filingStatus: 'SINGLE', multipleJobs: false, extraWithholding: '25' } },
  ],
  [
    'a Form W-4 of 2019',
    { w4Form: 'W4_BEFORE_2020', maritalStatus: 'MARRIED', allowances: '3', exemptForYear: '2026' },
    { taxProfileBefore2020: { maritalStatus: 'MARRIED', allowances: 3, exemptForYear: 2026 } },
  ],
  [
    'no Form W-4 on file',
    { w4Form: 'NONE_ON_FILE', isFirstPaidBefore2020: 'true' },
    { noTaxProfile: { isFirstPaidBefore2020: true } },
  ],
  [
    'the certificate of the work state',
    { stateFilingStatus: 'MARRIED_ONE_INCOME', stateAllowances: '2', stateExtraWithholding: '5.00' },
    { stateTaxForms: [{ state: 'CA', filingStatus: 'MARRIED_ONE_INCOME', allowances: 2, extraWithholding: '5.00' }] },
  ],
  [
    'a local tax',
    { localJurisdiction: 'US-IN-COUNTY', localRatePercent: '2.02' },
    { localTaxes: [{ jurisdiction: 'US-IN-COUNTY', basis: 'RESIDENT', ratePercent: '2.02' }] },
  ],
  [
    'an account for direct deposit',
    { depositRoutingNumber: '011000015', depositAccountNumber: '0012345' },
    { directDeposits: [{ accountType: 'CHECKING', routingNumber: '011000015', accountNumber: '0012345' }] },
  ],
  [
    'the usual deductions',
    { healthPremium: '92.50', traditional401kPercent: '6', roth401kPercent: '2' },
    {
      deductions: [
        { deductionId: 'health', type: 'SECTION_125_HEALTH', amount: '92.50' },
        { deductionId: '401k', type: 'TRADITIONAL_401K', percent: '6' },
        { deductionId: 'roth', type: 'ROTH_401K', percent: '2' },
      ],
    },
  ],
])('%s', (_what, cells, employee) => {
  expect(read(cells)).toEqual({ rows: [{ line: 2, row: { ...KNOWN, ...employee } }], problems: [] });
});

test.each<[what: string, cells: Record<string, string>, column: string]>([
  ['an empty required cell', { givenName: '' }, 'givenName'],
  ['a word that is not one of the words', { filingStatus: 'WIDOWED' }, 'filingStatus'],
  ['a claim that is neither true nor false', { filingStatus: 'SINGLE', multipleJobs: 'yes' }, 'multipleJobs'],
  ['a count that is none', { w4Form: 'W4_BEFORE_2020', maritalStatus: 'SINGLE', allowances: 'two' }, 'allowances'],
  ['pay without saying which', { annualSalary: '52000' }, 'annualSalary'],
  ['a credit without a form', { dependentsCredit: '2200' }, 'dependentsCredit'],
  [
    'a filing status beside a form of 2019',
    { w4Form: 'W4_BEFORE_2020', maritalStatus: 'SINGLE', allowances: '0', filingStatus: 'SINGLE' },
    'filingStatus',
  ],
  ['a form of 2020 without its filing status', { w4Form: 'W4_2020' }, 'filingStatus'],
  ['an account without its bank', { depositAccountNumber: '0012345' }, 'depositRoutingNumber'],
  ['the rate of no locality', { localRatePercent: '1' }, 'localRatePercent'],
  ['a day that no calendar has', { hireDate: '2024-02-30' }, 'hireDate'],
  ['a date in another order', { birthDate: '31.01.1990' }, 'birthDate'],
])('%s is a problem of its line and column', (_what, cells, column) => {
  expect(read(cells)).toMatchObject({ rows: [], problems: [{ line: 2, column }] });
});

describe('a file', () => {
  test('keeps its good rows apart from the problems of the others, by their lines', () => {
    const heading = Object.keys(KNOWN).join(',');
    const good = Object.values(KNOWN).join(',');
    const { rows, problems } = outcomeOf(
      `${heading}\r\n${good}\r\n8,,Ben,Diaz,2020-01-01,TX\r\n\r\n${good.replace('7', '9')}\r\n`,
    );
    expect(rows.map(({ line }) => line)).toEqual([2, 5]);
    expect(problems).toMatchObject([{ line: 3, column: 'payGroupId' }]);
  });

  test('with a heading that lacks a column, or has one that nobody knows, is not read at all', () => {
    const heading = Object.keys(KNOWN).join(',').replace('hireDate', 'hiredOn');
    const { rows, problems } = outcomeOf(`${heading}\n${Object.values(KNOWN).join(',')}\n`);
    expect(rows).toEqual([]);
    expect(problems).toMatchObject([{ line: 1, column: 'hiredOn', suggestion: 'hireDate' }]);
  });

  test('with a heading and no row is in order, and empty', () => {
    expect(outcomeOf(`${Object.keys(KNOWN).join(',')}\n`)).toEqual({ rows: [], problems: [] });
  });

  test('blames a cell for what is wrong with it, and no other', () => {
    const { problems } = read({ compensationType: 'WEEKLY', annualSalary: '52000' });
    expect(problems.map(({ column }) => column)).toEqual(['compensationType']);
  });

  test('with an open quote is told with the line where it stands', () => {
    expect(outcomeOf('externalId,payGroupId\n"1,weekly\n').problems).toMatchObject([{ column: '' }]);
  });
});

describe('docs/employee-csv.md', () => {
  const page = readFileSync(join(import.meta.dirname, '..', '..', '..', '..', 'docs', 'employee-csv.md'), 'utf8');

  test('tells every column, and no other', () => {
    const told = page
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .flatMap((line) => [...(line.split('|')[1] ?? '').matchAll(/`(\w+)`/g)].map(([, column]) => column));
    expect(told.sort()).toEqual([...REQUIRED_COLUMNS, ...OPTIONAL_COLUMNS].sort());
  });

  test('has an example that can be imported', () => {
    const [, example = ''] = /```csv\n([\s\S]*?)```/.exec(page) ?? [];
    expect(outcomeOf(example)).toMatchObject({ rows: [{ line: 2 }, { line: 3 }], problems: [] });
  });
});
