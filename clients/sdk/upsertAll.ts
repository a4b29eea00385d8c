import { UpsertEmployeesDocument, UpsertPayrollInputsDocument } from '../generated/operations/graphql.ts';
import type { EmployeeInput, PayrollInputInput, UpsertEmployeeResult } from '../generated/schema.ts';
import { batchesOf } from './batchesOf.ts';
import { pause } from './pause.ts';
import type { PayrollClient } from './PayrollClient.ts';
import { BLOCKED, PayrollClientError } from './PayrollClientError.ts';
import { tooLargeRow } from './import/tooLargeRow.ts';

/** What became of a row. */
export interface RowResult extends Omit<UpsertEmployeeResult, '__typename'> {
  /** The answer is that of an earlier call with the same idempotency key: this call did nothing. */
  replayed: boolean;
}

/** How many calls are under way at the same time. */
const CALLS_AT_ONCE = 6;

/** The firewall counts calls over five minutes and blocks an address that sends too many. */
const PAUSE_MS = 30_000;
const PAUSES = 20;

export interface UpsertAllOptions {
  /**
   * Begins the idempotency keys, and stands for the intention: a call with the same one and the same rows is the same
   * call, and answers what it answered before. Left out, it is a new one.
   */
  idempotencyKey?: string;
  onProgress?: (doneRows: number) => void;
  /** What became of some rows, as soon as it is known. @param firstRow the place of the first of them, from 0 */
  onResults?: (firstRow: number, results: readonly RowResult[]) => void;
  /** Once aborted no more calls are sent; the answers of those that are on their way are awaited. */
  stop?: AbortSignal | undefined;
  /** The firewall lets no more calls of this address through for now: it continues by itself after `pauseMs`. */
  onBlocked?: (pauseMs: number) => void;
  signal?: AbortSignal | undefined;
}

/** Adds or changes any number of employees; answers what became of each row, in the order of the rows. */
export const upsertAllEmployees = (client: PayrollClient, employees: EmployeeInput[], options: UpsertAllOptions) =>
  inBatches(employees, options, async (batch, idempotencyKey) => {
    const input = { idempotencyKey, employees: batch };
    const { upsertEmployees } = await client.execute(UpsertEmployeesDocument, { input }, options);
    return upsertEmployees ?? NOTHING;
  });

/** What inputs are entered for, and by which system; left out, by the office. */
export interface InputsPlace {
  payGroupId: string;
  periodStartDate: string;
  source?: string;
}

/** Hands in the hours of any number of employees for one pay period. */
export const upsertAllPayrollInputs = (
  client: PayrollClient,
  place: InputsPlace,
  inputs: PayrollInputInput[],
  options: UpsertAllOptions,
) =>
  inBatches(inputs, options, async (batch, idempotencyKey) => {
    const input = { idempotencyKey, ...place, inputs: batch };
    const { upsertPayrollInputs } = await client.execute(UpsertPayrollInputsDocument, { input }, options);
    return upsertPayrollInputs ?? NOTHING;
  });

interface BatchAnswer {
  results: Omit<UpsertEmployeeResult, '__typename'>[];
  replayed: boolean;
  userErrors: RowResult['userErrors'];
}

const NOTHING: BatchAnswer = { results: [], replayed: false, userErrors: [] };

async function inBatches<Row extends { externalId: string }>(
  rows: Row[],
  { idempotencyKey = crypto.randomUUID(), onProgress, onResults, onBlocked, signal, stop }: UpsertAllOptions,
  send: (batch: Row[], idempotencyKey: string) => Promise<BatchAnswer>,
): Promise<RowResult[]> {
  const batches = [...batchesOf(rows)];
  const firstRows = batches.map(() => 0);
  for (const index of batches.keys()) firstRows[index + 1] = (firstRows[index] ?? 0) + (batches[index]?.length ?? 0);
  const answers: RowResult[][] = [];
  let next = 0;
  let doneRows = 0;
  let waiting = 0;
  /** Sends again, after a pause, what the firewall's rate rule blocked: the idempotency key makes that safe. */
  const patiently = async (sendOnce: () => Promise<BatchAnswer>): Promise<BatchAnswer> => {
    for (let pauses = 0; ; pauses++) {
      try {
        return await sendOnce();
      } catch (error) {
        if (!(error instanceof PayrollClientError && error.code === BLOCKED) || pauses === PAUSES) throw error;
      }
      if (waiting++ === 0) onBlocked?.(PAUSE_MS); // the others wait for the same reason
      await pause(PAUSE_MS, signal).finally(() => waiting--);
    }
  };
  const worker = async () => {
    for (let index = next++; index < batches.length && !stop?.aborted; index = next++) {
      const batch = batches[index] as Row[];
      const tooLarge = batch.length === 1 ? tooLargeRow(batch[0] as Row) : undefined;
      const { results, replayed, userErrors } = tooLarge
        ? { ...NOTHING, userErrors: [tooLargeError(tooLarge)] }
        : await patiently(() => send(batch, `${idempotencyKey}:${index}`));
      const answer = (results.length > 0 ? results : refusedRows(batch, userErrors)).map((result) => ({
        ...result,
        replayed,
      }));
      answers[index] = answer;
      onResults?.(firstRows[index] ?? 0, answer);
      doneRows += batch.length;
      onProgress?.(doneRows);
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker));
  return answers.flat();
}

/** A call that is refused as a whole refuses each of its rows. */
export const refusedRows = (rows: readonly { externalId: string }[], userErrors: RowResult['userErrors']) =>
  rows.map(({ externalId }) => ({
    externalId,
    outcome: 'REFUSED' as const,
    employeeId: null,
    version: null,
    userErrors,
  }));

const tooLargeError = (why: string): RowResult['userErrors'][number] => ({
  code: 'INVALID_INPUT',
  message: `The row ${why}`,
  field: null,
  resolution: 'Send the employee in parts: lists that are left out stay as they are.',
});
