import type { Work } from './Work.ts';

/** `$states.context.Map.Item`. */
export interface MapItem {
  readonly Index: number;
  readonly Value: unknown;
  /** `STATE_DATA`, or the object that an ItemReader took it from: `S3://bucket/key`. */
  readonly Source: string;
}

/** Where a branch stands, in the form in which it is checkpointed. */
export interface Position {
  /** The current state; `undefined` before the first. */
  state: string | undefined;
  enteredAtMs: number;
  enteredEventId: number;
  /** The event before the state was entered. */
  previousEventId: number;
  lastEventId: number;
  /** Attempts used up, by retrier. */
  retryCounts: number[];
  retryAtMs: number | undefined;
  /** What the state waits for outside of the interpreter. */
  work: Work | undefined;
  /** In an inline Map: the item that this iteration is about. */
  mapItem: MapItem | undefined;
}

export function newPosition(mapItem?: Position['mapItem'], lastEventId = 0): Position {
  return {
    state: undefined,
    enteredAtMs: 0,
    enteredEventId: 0,
    previousEventId: 0,
    lastEventId,
    retryCounts: [],
    retryAtMs: undefined,
    work: undefined,
    mapItem,
  };
}
