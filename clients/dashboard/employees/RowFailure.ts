import type { EmployeeFile, FileRow } from './EmployeeFile.ts';
import type { RowResult } from './EmployeeImport.ts';

/** Why a row is not imported, and what mends it. */
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
export const failuresOfFile = ({ rows, problems }: Pick<EmployeeFile, 'rows' | 'problems'>): RowFailure[] => [
  ...problems.map(({ line, column, message }) => ({
    ...{ line, externalId: '', place: column, value: '', message },
    resolution: 'Mend the file and choose it again.',
  })),
  ...rows.flatMap(({ cells, problems: found }) =>
    found.map(({ line, column, message }) => ({
      ...{ line, externalId: cells['externalId'] ?? '', place: column, value: cells[column] ?? '', message },
      resolution: `Mend ${column} in the rows that are left over, and import those again.`,
    })),
  ),
];

/** What the service refused; a row that was answered stands at the place of its answer. */
export const failuresOfResults = (rows: readonly FileRow[], results: readonly RowResult[]): RowFailure[] =>
  results.flatMap(({ outcome, externalId, userErrors }, index) => {
    const row = rows[index];
    if (outcome !== 'REFUSED' || !row) return [];
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
