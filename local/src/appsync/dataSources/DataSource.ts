/** What a data source answered: `ctx.result`, and `ctx.error` when it failed. */
export interface SourceOutcome {
  result: unknown;
  error?: SourceError;
}

export interface SourceError {
  message: string;
  type: string;
}

/** A request object, as a request handler returned it. */
export type SourceRequest = Readonly<Record<string, unknown>>;

/** Where a resolver or function sends what its request handler returned. */
export interface DataSource {
  /** Failures of the source are outcomes; a request that it does not understand throws `FieldError`. */
  invoke(request: SourceRequest): Promise<SourceOutcome>;
}
