/** One event of an execution's history, as it is kept. */
export interface HistoryEvent {
  readonly id: number;
  readonly previousEventId: number;
  /** For example `TaskScheduled`. */
  readonly type: string;
  readonly atMs: number;
  /** The event's own member, for example `taskScheduledEventDetails`; `undefined` for types that have none. */
  readonly details: Readonly<Record<string, unknown>> | undefined;
}

/** The member of `GetExecutionHistory` that carries an event's details. */
export function detailsMemberOf(type: string): string {
  // All kinds of states share one member for entering, and one for leaving.
  if (type.endsWith('StateEntered')) return 'stateEnteredEventDetails';
  if (type.endsWith('StateExited')) return 'stateExitedEventDetails';
  return `${type.charAt(0).toLowerCase()}${type.slice(1)}EventDetails`;
}
