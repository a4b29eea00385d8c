/** What a state waits for, in the form in which it survives the process. */
export type Work = TaskWork | WaitWork | ForkWork | MapRunWork;

export interface TaskWork {
  readonly kind: 'TASK';
  /** Handed out as `$states.context.Task.Token` by `.waitForTaskToken`. */
  readonly token: string | undefined;
  /** The event that holds the evaluated arguments, so that a second dispatch sends the same. */
  scheduledEventId: number;
  deadlineMs: number | undefined;
  heartbeatSeconds: number | undefined;
  heartbeatDeadlineMs: number | undefined;
  /** The event that holds the service's answer, once there is one to wait beyond. */
  submittedEventId: number | undefined;
  /** How the token came back; kept before SendTaskSuccess is answered. */
  outcome: { readonly output: string } | { readonly error?: string; readonly cause?: string } | undefined;
}

export interface WaitWork {
  readonly kind: 'WAIT';
  readonly untilMs: number;
}

/** The children of a Parallel or inline Map state, each a branch of its own. */
export interface ForkWork {
  readonly kind: 'FORK';
  readonly count: number;
}

export interface MapRunWork {
  readonly kind: 'MAP_RUN';
  readonly mapRunId: number;
}
