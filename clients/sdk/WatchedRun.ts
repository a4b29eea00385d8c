import type { PayrollRunItemStatus, PayrollRunStatus } from '../generated/schema.ts';
import { Bell } from './Bell.ts';
import type { FollowRunOptions } from './followRun.ts';
import type { RunView } from './RunView.ts';

export interface WatchRunOptions extends Pick<FollowRunOptions, 'employees'> {
  /** Where to stop; by default at the terminal state. `isResting` stops when the run waits for a person, too. */
  until?: FollowRunOptions['until'];
  signal?: AbortSignal | undefined;
}

/** What is known of a run at one moment. */
export interface RunSnapshot {
  readonly runId: string;
  /** Undefined until it is read. */
  readonly status: PayrollRunStatus | undefined;
  readonly version: number;
  readonly sequence: number;
  readonly employeeCount: number;
  readonly calculatedCount: number;
  readonly failedCount: number;
  /** Employees who were left out of the run. */
  readonly excludedCount: number;
  /** Employees who are calculated or have failed. */
  readonly doneCount: number;
  /** Whether messages come; otherwise the run is read from time to time. */
  readonly isLive: boolean;
  /** What became of the employees that are known so far, by id; the same map each time. Whole with `employees: true`. */
  readonly employees: ReadonlyMap<string, PayrollRunItemStatus>;
}

/** A run that is watched for as long as somebody iterates over it or waits for its end. */
export class WatchedRun implements AsyncIterable<RunSnapshot, void, undefined> {
  readonly #follow: (onChange: (view: RunView) => void, stopped: AbortSignal) => Promise<RunView>;

  constructor(follow: (onChange: (view: RunView) => void, stopped: AbortSignal) => Promise<RunView>) {
    this.#follow = follow;
  }

  /** The end, as the service holds it. */
  async finished(): Promise<RunSnapshot> {
    return snapshotOf(await this.#follow(() => {}, new AbortController().signal));
  }

  /** Every change, the last one last; who is slow gets the newest. Leaving the loop ends the watching. */
  async *[Symbol.asyncIterator](): AsyncGenerator<RunSnapshot, void, undefined> {
    const stop = new AbortController();
    const bell = new Bell();
    let newest: RunView | undefined;
    let end: { error?: unknown } | undefined;
    const tell = (view: RunView) => {
      newest = view;
      bell.ring();
    };
    void this.#follow(tell, stop.signal)
      .then(
        (view) => {
          newest = view;
          end = {};
        },
        (error: unknown) => {
          end = { error };
        },
      )
      .then(() => bell.ring());
    try {
      for (;;) {
        await bell.wait(Infinity, stop.signal);
        const isLast = end !== undefined;
        if (end && 'error' in end) throw end.error;
        if (newest) yield snapshotOf(newest);
        newest = undefined;
        if (isLast) return;
      }
    } finally {
      stop.abort(new Error('Nobody watches the run any more.'));
    }
  }
}

const snapshotOf = (view: RunView): RunSnapshot => ({
  runId: view.runId,
  status: view.status,
  version: view.version,
  sequence: view.sequence,
  employeeCount: view.employeeCount,
  calculatedCount: view.calculatedCount,
  failedCount: view.failedCount,
  excludedCount: view.excludedCount,
  doneCount: view.doneCount,
  isLive: view.isLive,
  employees: view.employees,
});
