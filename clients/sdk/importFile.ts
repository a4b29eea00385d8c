import {
  CreateImportDocument,
  ImportDocument,
  type ImportQuery,
  StartImportDocument,
} from '../generated/operations/graphql.ts';
import type { CreateImportInput } from '../generated/schema.ts';
import { pause } from './pause.ts';
import type { PayrollClient } from './PayrollClient.ts';
import { PayrollClientError } from './PayrollClientError.ts';
import type { RowResult, UpsertAllOptions } from './upsertAll.ts';

const LOOK_AGAIN_MS = 1_000;

/** How many answers in a row may be lost before that is told. */
const TRIES = 10;

export interface ImportFileOptions extends Pick<UpsertAllOptions, 'onProgress' | 'onResults' | 'signal' | 'stop'> {
  /** Stands for the intention: sent again with the same one, it is the same import. */
  idempotencyKey: string;
}

/** What the file holds. */
export type ImportOf = Pick<CreateImportInput, 'kind' | 'payGroupId' | 'periodStartDate' | 'source'>;

/**
 * Imports rows as one file, however few they are: announces it, sends it, waits for its end, and answers what became of each
 * row, in the order of the rows. After a break, the same call with the same key and rows continues where the import is.
 */
export async function importFile(
  client: PayrollClient,
  of: ImportOf,
  rows: Iterable<unknown>,
  options: ImportFileOptions,
): Promise<RowResult[]> {
  const { idempotencyKey, onResults, signal } = options;
  const file = jsonLinesOf(rows);
  const sha256 = hexOf(await crypto.subtle.digest('SHA-256', file));
  const created = await client.command(
    CreateImportDocument,
    { idempotencyKey, ...of, sizeBytes: file.length, sha256 },
    { signal },
  );
  const importId = created.import?.importId ?? '';
  // What an earlier call brought to its end is not what this one does.
  const replayed = created.replayed && created.import?.status === 'SUCCEEDED';
  if (created.upload) {
    await send(created.upload.url, file, signal);
    await client.command(StartImportDocument, { idempotencyKey: `${idempotencyKey}:start`, importId }, { signal });
  }
  const seen = await endOf(client, importId, options);
  // The import goes on in the service; the same call looks again what became of it.
  if (!seen) return [];
  if (seen.status === 'FAILED')
    throw new PayrollClientError('IMPORT_FAILED', seen.reason ?? 'The import failed.', { retryable: false });
  const results = (await resultsOf(seen, signal)).map((result) => ({ ...result, replayed }));
  onResults?.(0, results);
  return results;
}

/** Waits for the end of an import, through answers that do not come; nothing when nobody waits any more. */
async function endOf(
  client: PayrollClient,
  importId: string,
  { onProgress, signal, stop }: ImportFileOptions,
): Promise<NonNullable<ImportQuery['import']> | undefined> {
  for (let failures = 0; !stop?.aborted; await pause(LOOK_AGAIN_MS, signal)) {
    try {
      const { import: seen } = await client.execute(ImportDocument, { importId }, { signal });
      if (!seen) throw new PayrollClientError('EMPTY', `Import ${importId} is gone.`, { retryable: false });
      failures = 0;
      onProgress?.(seen.doneCount);
      if (seen.status === 'SUCCEEDED' || seen.status === 'FAILED') return seen;
    } catch (error) {
      if (!(error instanceof PayrollClientError && error.retryable) || ++failures === TRIES) throw error;
    }
  }
  return undefined;
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
  const response = await fetched(url, { method: 'PUT', body, ...(signal ? { signal } : {}) });
  if (!response.ok)
    throw new PayrollClientError(`HTTP ${response.status}`, 'The file of the import was not taken.', {
      retryable: response.status >= 500,
    });
}

/** As `fetch`, with the error that a call has when nothing answers. */
async function fetched(url: string, request: RequestInit): Promise<Response> {
  try {
    return await fetch(url, request);
  } catch (cause) {
    request.signal?.throwIfAborted();
    throw new PayrollClientError('NETWORK', `${new URL(url).host} did not answer.`, { retryable: true, cause });
  }
}

async function resultsOf(
  { resultsUrl }: NonNullable<ImportQuery['import']>,
  signal: AbortSignal | undefined,
): Promise<LineResult[]> {
  const response = await fetched(resultsUrl ?? '', signal ? { signal } : {});
  if (!response.ok)
    throw new PayrollClientError(`HTTP ${response.status}`, 'The results of the import were not read.', {
      retryable: true,
    });
  const lines = (await response.text()).split('\n').filter((line) => line !== '');
  return lines.map((line) => lineResultOf(line));
}

type LineResult = Omit<RowResult, 'replayed'>;

/** As a call answers a row: what is absent in the file is null there. */
function lineResultOf(line: string): LineResult {
  const { externalId, outcome, employeeId, version, userErrors } = JSON.parse(line) as Partial<LineResult> &
    Pick<LineResult, 'externalId' | 'outcome' | 'userErrors'>;
  return { externalId, outcome, employeeId: employeeId ?? null, version: version ?? null, userErrors };
}
