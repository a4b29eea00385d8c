import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { EmployeeDocument, EmployeesDocument } from '../../generated/operations/graphql.ts';
import { upsertAllEmployees } from '../../sdk/upsertAll.ts';
import { CliError, EXIT } from '../CliError.ts';
import type { Command } from '../Command.ts';
import { columns, print } from '../print.ts';
import { ProgressBar } from '../ProgressBar.ts';
import { REQUIRED_COLUMNS } from '../employeesCsv/employeeColumns.ts';
import { readEmployeesCsv } from '../employeesCsv/readEmployeesCsv.ts';

export const employeesImport: Command = {
  name: 'employees import',
  synopsis: 'FILE.csv [--dry-run]',
  summary:
    `Add or change employees from a CSV file. It has the columns ${REQUIRED_COLUMNS.join(', ')}, ` +
    'and any of those in docs/employee-csv.md.',
  options: { 'dry-run': { type: 'boolean' } },
  async run({ words, options, session: { client }, json }) {
    const [file] = words;
    if (!file) throw new CliError(EXIT.usage, 'MISSING_ARGUMENT', 'Name the CSV file.');
    const text = readText(file);
    const { rows, problems } = readEmployeesCsv(text);
    // One bad row stops the import before anything is sent: half an import is harder to mend than a file.
    if (problems.length > 0) {
      print(json, { imported: 0, problems }, () =>
        [...problems.map(({ line, message }) => `${file}:${line}: ${message}`), 'Nothing was imported.'].join('\n'),
      );
      return EXIT.refused;
    }
    if (options['dry-run']) {
      print(json, { imported: 0, rows: rows.length }, () => `${rows.length} rows are well-formed; nothing was sent.`);
      return EXIT.ok;
    }
    const bar = new ProgressBar('imported');
    const results = await upsertAllEmployees(
      client,
      rows.map(({ employee }) => employee),
      {
        idempotencyKey: `import:${createHash('sha256').update(text).digest('hex').slice(0, 32)}`,
        onProgress: (done) => !json && bar.update(done, rows.length),
      },
    );
    if (!json) bar.end();
    const refused = results.flatMap(({ outcome, externalId, userErrors: [error] }, index) =>
      outcome === 'REFUSED'
        ? [{ line: rows[index]?.line ?? 0, externalId, code: error?.code, message: error?.message }]
        : [],
    );
    const count = (outcome: string) => results.filter((result) => result.outcome === outcome).length;
    const summary = { created: count('CREATED'), updated: count('UPDATED'), unchanged: count('UNCHANGED'), refused };
    print(json, summary, () =>
      [
        ...refused.map(({ line, externalId, code, message }) => `${file}:${line}: ${externalId}: ${code} ${message}`),
        `${summary.created} created, ${summary.updated} updated, ${summary.unchanged} unchanged, ${refused.length} refused`,
      ].join('\n'),
    );
    return refused.length > 0 ? EXIT.incomplete : EXIT.ok;
  },
};

export const employeesList: Command = {
  name: 'employees list',
  synopsis: '[--first N] [--after CURSOR]',
  summary: 'List employees in the order in which they were added, a page at a time.',
  options: { first: { type: 'string' }, after: { type: 'string' } },
  async run({ options, session: { client }, json }) {
    const first = typeof options['first'] === 'string' ? Number(options['first']) : 50;
    const after = typeof options['after'] === 'string' ? options['after'] : null;
    const { employees } = await client.execute(EmployeesDocument, { first, after });
    print(json, employees, () =>
      [
        columns(
          ['EMPLOYEE', 'NUMBER', 'NAME', 'GROUP', 'STATE', 'PAY', 'VERSION'],
          (employees?.nodes ?? []).map(({ compensation, ...employee }) => [
            employee.employeeId,
            employee.externalId,
            `${employee.givenName} ${employee.familyName}`,
            employee.payGroupId,
            employee.workState,
            compensation?.annualSalary?.amount ?? compensation?.hourlyRate?.amount ?? '-',
            employee.version,
          ]),
        ),
        ...(employees?.pageInfo.hasNextPage ? [`More: --after ${employees.pageInfo.endCursor}`] : []),
      ].join('\n'),
    );
    return EXIT.ok;
  },
};

export const employeesShow: Command = {
  name: 'employees show',
  synopsis: 'EMPLOYEE',
  summary: 'Show the file of one employee: pay, tax forms, deductions and orders.',
  async run({ words: [employeeId], session: { client }, json }) {
    if (!employeeId)
      throw new CliError(EXIT.usage, 'MISSING_ARGUMENT', 'Name the employee, as "employees list" shows it.');
    const { employee } = await client.execute(EmployeeDocument, { employeeId });
    if (!employee)
      throw new CliError(
        EXIT.refused,
        'EMPLOYEE_NOT_FOUND',
        `Employee "${employeeId}" does not exist in this company.`,
      );
    // What nobody recorded is left out, so that a person sees what is there.
    print(json, employee, () => JSON.stringify(employee, (_name, value: unknown) => value ?? undefined, 2));
    return EXIT.ok;
  },
};

function readText(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new CliError(EXIT.usage, 'FILE_NOT_READABLE', `${file} cannot be read: ${(error as Error).message}`);
  }
}
