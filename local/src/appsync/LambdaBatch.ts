import type { SourceOutcome } from './dataSources/DataSource.ts';
import type { LambdaDataSource } from './dataSources/LambdaDataSource.ts';

interface Waiting {
  payload: unknown;
  resolve: (outcome: SourceOutcome) => void;
  reject: (error: unknown) => void;
}

/** Gathers the `BatchInvoke` requests that one field makes at one level of a request into invocations of bounded size. */
export class LambdaBatch {
  readonly #dataSource: LambdaDataSource;
  readonly #maxBatchSize: number;
  #waiting: Waiting[] = [];

  constructor(dataSource: LambdaDataSource, maxBatchSize: number) {
    this.#dataSource = dataSource;
    this.#maxBatchSize = maxBatchSize;
  }

  add(payload: unknown): Promise<SourceOutcome> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ payload, resolve, reject });
      if (this.#waiting.length === this.#maxBatchSize) this.#flush();
      // The siblings of a list are resolved in one turn of the event loop.
      else if (this.#waiting.length === 1) setImmediate(() => this.#flush());
    });
  }

  #flush(): void {
    const batch = this.#waiting;
    this.#waiting = [];
    if (batch.length === 0) return;
    this.#dataSource.invokeBatch(batch.map(({ payload }) => payload)).then(
      (outcomes) => batch.forEach(({ resolve }, index) => resolve(outcomes[index] ?? { result: null })),
      (error: unknown) => batch.forEach(({ reject }) => reject(error)),
    );
  }
}
