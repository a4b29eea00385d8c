import type { UpsertEmployeesMutation } from '../../generated/operations/graphql.ts';
import type { EmployeeInput } from '../../generated/schema.ts';
import { batchesOf } from '../../sdk/batchesOf.ts';
import { refusedRows, type RowResult } from '../../sdk/upsertAll.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { faultOf } from '../api/faultOf.ts';
import type { SendableRow } from './EmployeeFile.ts';

type Answer = Omit<NonNullable<UpsertEmployeesMutation['upsertEmployees']>, '__typename'>;
export type { RowResult };

export interface ImportState {
  /** `STOPPED`: a request failed, or somebody stopped it; it goes on where it was. */
  status: 'SENDING' | 'STOPPED' | 'DONE';
  /** What became of the rows that were answered, in their order. */
  results: readonly RowResult[];
  fault: ApiFault | undefined;
}

/**
 * Sends rows in batches that one call takes, one after the other. Every batch has an idempotency key of its own: a batch
 * whose answer was lost is sent again without doing anything twice.
 */
export class EmployeeImport {
  readonly rows: readonly SendableRow[];
  readonly #send: (employees: EmployeeInput[], idempotencyKey: string) => Promise<Answer>;
  readonly #batches: readonly EmployeeInput[][];
  readonly #idempotencyKey = crypto.randomUUID();
  readonly #listeners = new Set<() => void>();
  #nextBatch = 0;
  #isStopAsked = false;
  #state: ImportState = { status: 'STOPPED', results: [], fault: undefined };

  constructor(
    rows: readonly SendableRow[],
    send: (employees: EmployeeInput[], idempotencyKey: string) => Promise<Answer>,
  ) {
    this.rows = rows;
    this.#send = send;
    this.#batches = [...batchesOf(rows.map(({ employee }) => employee))];
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): ImportState => this.#state;

  /** Sends what was not answered yet. */
  readonly goOn = async (): Promise<void> => {
    if (this.#state.status !== 'STOPPED') return;
    this.#isStopAsked = false;
    this.#set({ status: 'SENDING', fault: undefined });
    try {
      while (!this.#isStopAsked) {
        const batch = this.#batches[this.#nextBatch];
        if (!batch) return this.#set({ status: 'DONE' });
        const answer = await this.#send(batch, `${this.#idempotencyKey}:${this.#nextBatch}`);
        this.#nextBatch++;
        this.#set({ results: [...this.#state.results, ...resultsOf(batch, answer)] });
      }
      this.#set({ status: 'STOPPED' });
    } catch (error) {
      this.#set({ status: 'STOPPED', fault: faultOf(error) });
    }
  };

  /** Ends after the batch that is on its way. */
  readonly stop = (): void => {
    this.#isStopAsked = true;
  };

  #set(change: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}

/** A call that is refused as a whole refuses each of its rows. */
const resultsOf = (batch: readonly EmployeeInput[], { results, replayed, userErrors }: Answer): readonly RowResult[] =>
  (results.length > 0 ? results : refusedRows(batch, userErrors)).map((result) => ({ ...result, replayed }));
