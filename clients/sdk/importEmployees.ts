import {
  CreateImportDocument,
  ImportDocument,
  type ImportQuery,
  StartImportDocument,
} from '../generated/operations/graphql.ts';
import type { EmployeeInput } from '../generated/schema.ts';
import { pause } from './pause.ts';
import type { PayrollClient } from './PayrollClient.ts';
import { PayrollClientError } from './PayrollClientError.ts';
import { upsertAllEmployees } from './upsertAll.ts';

type RowResult = Awaited<ReturnType<typeof upsertAllEmployees>>[number];

/** Up to here rows go in calls of their own, which answer at once; beyond it they go as one file. */
const MOST_ROWS_IN_CALLS = 2_000;

const LOOK_AGAIN_MS = 1_000;

export interface ImportEmployeesOptions {
  /** Stands for the intention: sent again with the same one, it is the same import. */
  idempotencyKey: string;
  onProgress?: (doneRows: number) => void;
  signal?: AbortSignal | undefined;
}

/**
 * Adds or changes any number of employees; answers what became of each row, in the order of the rows. A few thousand go in
 * calls, more as a file that the service imports: sent again after a break, such an import continues where it is.
 */
export async function importEmployees(
  client: PayrollClient,
  employees: EmployeeInput[],
  options: ImportEmployeesOptions,
): Promise<Pick<RowResult, 'externalId' | 'outcome' | 'userErrors'>[]> {
  if (employees.length <= MOST_ROWS_IN_CALLS) return upsertAllEmployees(client, employees, options);
  return importEmployeesFile(client, employees, options);
}

/** The same, as a file however few they are. */
export async function importEmployeesFile(
  client: PayrollClient,
  employees: Iterable<EmployeeInput>,
  { idempotencyKey, onProgress, signal }: ImportEmployeesOptions,
): Promise<RowResult[]> {
  const file = jsonLinesOf(employees);
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', file));
  const created = await client.command(
    CreateImportDocument,
    { idempotencyKey, kind: 'EMPLOYEES', sizeBytes: file.length, sha256 },
    { signal },
  );
  const importId = created.import?.importId ?? '';
  if (created.upload) {
    await send(created.upload.url, file, signal);
    await client.command(StartImportDocument, { idempotencyKey: `${idempotencyKey}:start`, importId }, { signal });
  }
  for (;;) {
    const { import: seen } = await client.execute(ImportDocument, { importId }, { signal });
    if (!seen) throw new PayrollClientError('EMPTY', `Import ${importId} is gone.`, { retryable: false });
    onProgress?.(seen.doneCount);
    if (seen.status === 'FAILED')
      throw new PayrollClientError('IMPORT_FAILED', seen.reason ?? 'The import failed.', { retryable: false });
    if (seen.status === 'SUCCEEDED') return resultsOf(seen, signal);
    await pause(LOOK_AGAIN_MS, signal);
  }
}

function jsonLinesOf(rows: Iterable<unknown>): Uint8Array<ArrayBuffer> {
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  for (const row of rows) parts.push(encoder.encode(`${JSON.stringify(row)}\n`));
  const file = new Uint8Array(parts.reduce((bytes, part) => bytes + part.length, 0));
  let at = 0;
  for (const part of parts) {
    file.set(part, at);
    at += part.length;
  }
  return file;
}

const hexOf = (bytes: ArrayBuffer) =>
  [...new Uint8Array(bytes)].map((byte) => byte.toString(16).padStart(2, '0')).join('');

async function send(url: string, body: Uint8Array<ArrayBuffer>, signal: AbortSignal | undefined): Promise<void> {
  const response = await fetch(url, { method: 'PUT', body, ...(signal ? { signal } : {}) });
  if (!response.ok)
    throw new PayrollClientError(`HTTP ${response.status}`, 'The file of the import was not taken.', {
      retryable: response.status >= 500,
    });
}

async function resultsOf(
  { resultsUrl }: NonNullable<ImportQuery['import']>,
  signal: AbortSignal | undefined,
): Promise<RowResult[]> {
  const response = await fetch(resultsUrl ?? '', signal ? { signal } : {});
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => JSON.parse(line) as RowResult);
}
