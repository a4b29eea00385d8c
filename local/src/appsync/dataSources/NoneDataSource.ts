import type { DataSource, SourceOutcome, SourceRequest } from './DataSource.ts';

/** Answers with the request's payload. */
export class NoneDataSource implements DataSource {
  invoke(request: SourceRequest): Promise<SourceOutcome> {
    return Promise.resolve({ result: request['payload'] ?? null });
  }
}
