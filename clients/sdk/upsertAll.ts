import { UpsertEmployeesDocument, UpsertPayrollInputsDocument } from '../generated/operations/graphql.ts';
import type { EmployeeInput, PayrollInputInput, UpsertEmployeeResult } from '../generated/schema.ts';
import { batchesOf } from './batchesOf.ts';
import { pause } from './pause.ts';
import type { PayrollClient } from './PayrollClient.ts';
import { PayrollClientError } from './PayrollClientError.ts';

type RowResult = Omit<UpsertEmployeeResult, '__typename'>;

/** How many calls are under way at the same time. */
const CALLS_AT_ONCE = 6;

/** The firewall counts calls over five minutes and blocks who sends too many; a batch is never too long for it. */
const BLOCKED = 'WAFForbiddenException';
const PAUSE_MS = 30_000;
const PAUSES = 20;

export interface UpsertAllOptions {
  /** Begins the idempotency keys: the same import sent again changes nothing. */
  idempotencyKey: string;
  onProgress?: (doneRows: number) => void;
  /** The firewall lets no more calls of this address through for now: it goes on by itself after `pauseMs`. */
  onBlocked?: (pauseMs: number) => void;
  signal?: AbortSignal | undefined;
}

/** Adds or changes any number of employees; answers what became of each row, in the order of the rows. */
export const upsertAllEmployees = (client: PayrollClient, employees: EmployeeInput[], options: UpsertAllOptions) =>
  inBatches(employees, options, async (batch, idempotencyKey) => {
    const input = { idempotencyKey, employees: batch };
    const { upsertEmployees } = await client.execute(UpsertEmployeesDocument, { input }, options);
    return upsertEmployees ?? { results: [], userErrors: [] };
  });

/** Hands in the hours of any number of employees for one pay period. */
export const upsertAllPayrollInputs = (
  client: PayrollClient,
  period: { payGroupId: string; periodStartDate: string },
  inputs: PayrollInputInput[],
  options: UpsertAllOptions,
) =>
  inBatches(inputs, options, async (batch, idempotencyKey) => {
    const input = { idempotencyKey, ...period, inputs: batch };
    const { upsertPayrollInputs } = await client.execute(UpsertPayrollInputsDocument, { input }, options);
    return upsertPayrollInputs ?? { results: [], userErrors: [] };
  });

interface BatchAnswer {
  results: RowResult[];
  userErrors: RowResult['userErrors'];
}

async function inBatches<Row extends { externalId: string }>(
  rows: Row[],
  { idempotencyKey, onProgress, onBlocked, signal }: UpsertAllOptions,
  send: (batch: Row[], idempotencyKey: string) => Promise<BatchAnswer>,
): Promise<RowResult[]> {
  const batches = [...batchesOf(rows)];
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
    for (let index = next++; index < batches.length; index = next++) {
      const batch = batches[index] as Row[];
      const { results, userErrors } = await patiently(() => send(batch, `${idempotencyKey}:${index}`));
      // A call that is refused as a whole refuses each of its rows.
      answers[index] =
        results.length > 0
          ? results
          : batch.map(({ externalId }) => ({
              externalId,
              outcome: 'REFUSED',
              employeeId: null,
              version: null,
              userErrors,
            }));
      doneRows += batch.length;
      onProgress?.(doneRows);
    }
  };
  await Promise.all(Array.from({ length: CALLS_AT_ONCE }, worker));
  return answers.flat();
}
