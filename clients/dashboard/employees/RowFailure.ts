import type { EmployeeRow } from '../../sdk/import/readEmployeesCsv.ts';
import type { RowProblem } from '../../sdk/import/RowProblem.ts';
import type { EmployeeFile, SendableRow } from './EmployeeFile.ts';
import type { RowResult } from './EmployeeImport.ts';

/** Why a row is not imported, and how to fix it. */
export interface RowFailure {
  line: number;
  externalId: string;
  /** The column, or the field of the employee as the service calls it. */
  place: string;
  value: string;
  message: string;
  resolution: string;
}

/** What the reader found before anything was sent. */
export const failuresOfFile = ({ headings, rows, problems }: Pick<EmployeeFile, 'headings' | 'rows' | 'problems'>) => [
  ...problems.map((problem) => failureOf(problem, 'Correct the file and choose it again.')),
  ...failuresOfRows(headings, rows),
];

/** What the reader found in rows that are not sent. */
export const failuresOfRows = (headings: readonly string[], rows: readonly EmployeeRow[]): RowFailure[] =>
  rows.flatMap(({ externalId, texts, problems }) =>
    problems.map((problem) => ({
      ...failureOf(problem, 'Correct it in the rows that are left over, and import those again.'),
      externalId,
      value: texts[headings.indexOf(problem.column)] ?? '',
    })),
  );

const failureOf = ({ line, column, message }: RowProblem, resolution: string): RowFailure => ({
  ...{ line, externalId: '', place: column, value: '', message },
  resolution,
});

/** What the service refused; a row that was answered stands at the place of its answer. */
export const failuresOfResults = (
  rows: readonly SendableRow[],
  results: readonly (RowResult | undefined)[],
): RowFailure[] =>
  results.flatMap((result, index) => {
    const row = rows[index];
    if (result?.outcome !== 'REFUSED' || !row) return [];
    const { externalId, userErrors } = result;
    return userErrors.map(({ field, message, resolution }) => ({
      ...{ line: row.line, externalId, message, resolution },
      place: field?.join('.') ?? '',
      value: valueAt(row.employee, field ?? []),
    }));
  });

/** What was sent at a path of the employee; nothing where the path leads elsewhere. */
function valueAt(employee: unknown, path: readonly string[]): string {
  let value = employee;
  for (const step of path) value = (value as Record<string, unknown> | null | undefined)?.[step];
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean' ? String(value) : '';
}
