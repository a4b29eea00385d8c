import type { EmployeeInput } from '../../generated/schema.ts';
import { type ImportOptions, MOST_ROWS_IN_CALLS } from '../../sdk/importRows.ts';
import type { RowResult } from '../../sdk/upsertAll.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { faultOf } from '../api/faultOf.ts';
import type { SendableRow } from './EmployeeFile.ts';

export type { RowResult };

/** `importEmployees` of the SDK, as the signed-in user. */
export type SendEmployees = (employees: EmployeeInput[], options: ImportOptions) => Promise<unknown>;

export interface ImportState {
  /** `STOPPED`: a request failed, or somebody stopped it; it continues where it was. */
  status: 'SENDING' | 'STOPPED' | 'DONE';
  /** Rows that were answered, or of which the service says that they are done. */
  doneRows: number;
  /** What became of each row, at its place; absent for those whose answer is not here. */
  results: readonly (RowResult | undefined)[];
  fault: ApiFault | undefined;
}

/** An import of the SDK that can be stopped and continued: its key stands for it, so that nothing is done twice. */
export class EmployeeImport {
  readonly rows: readonly SendableRow[];
  /** A large file is imported by the service, whether somebody waits or not. */
  readonly isStoppable: boolean;
  readonly #send: SendEmployees;
  readonly #idempotencyKey = crypto.randomUUID();
  readonly #listeners = new Set<() => void>();
  #stop = new AbortController();
  #state: ImportState;

  constructor(rows: readonly SendableRow[], send: SendEmployees) {
    this.rows = rows;
    this.isStoppable = rows.length <= MOST_ROWS_IN_CALLS;
    this.#send = send;
    this.#state = { status: 'STOPPED', doneRows: 0, results: rows.map(() => undefined), fault: undefined };
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly getState = (): ImportState => this.#state;

  /** Sends the rows; those that were answered before answer the same once more. */
  readonly goOn = async (): Promise<void> => {
    if (this.#state.status !== 'STOPPED') return;
    this.#stop = new AbortController();
    this.#set({ status: 'SENDING', fault: undefined });
    try {
      await this.#send(
        this.rows.map(({ employee }) => employee),
        {
          idempotencyKey: this.#idempotencyKey,
          stop: this.#stop.signal,
          onProgress: (done) => this.#set({ doneRows: Math.max(done, this.#state.doneRows) }),
          onResults: (firstRow, results) =>
            this.#set({ results: this.#state.results.toSpliced(firstRow, results.length, ...results) }),
        },
      );
      this.#set({ status: this.#state.results.every((result) => result) ? 'DONE' : 'STOPPED' });
    } catch (error) {
      this.#set({ status: 'STOPPED', fault: faultOf(error) });
    }
  };

  /** Ends after the calls that are on their way. */
  readonly stop = (): void => this.#stop.abort();

  #set(change: Partial<ImportState>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of this.#listeners) listener();
  }
}
