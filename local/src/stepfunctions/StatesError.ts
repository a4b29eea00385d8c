/**
 * A failure that Amazon States Language can name: `Retry` and `Catch` match on `error`, histories and
 * `DescribeExecution` show `error` and `cause`. Both may be absent (SendTaskFailure without them).
 */
export class StatesError extends Error {
  readonly error: string | undefined;
  override readonly cause: string | undefined;
  /** Whether a Task's work failed, so that `States.TaskFailed` matches. */
  readonly isTaskFailure: boolean;
  /** A heartbeat that expired is recorded as `States.Timeout`, yet documented as `States.HeartbeatTimeout`: both match. */
  readonly isHeartbeat: boolean;

  constructor(
    error: string | undefined,
    cause?: string,
    kind: { isTaskFailure?: boolean; isHeartbeat?: boolean } = {},
  ) {
    super(`${error}: ${cause}`);
    this.name = 'StatesError';
    this.error = error;
    this.cause = cause;
    this.isTaskFailure = kind.isTaskFailure ?? false;
    this.isHeartbeat = kind.isHeartbeat ?? false;
  }
}
