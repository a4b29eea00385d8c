import {
  OnPaymentUpdatedDocument,
  OnRunProgressDocument,
  OnRunStatusChangedDocument,
  PayrollRunDocument,
  RunProgressDocument,
  type RunProgressQuery,
} from '../../generated/operations/graphql.ts';
import type { PayrollRunStatus } from '../../generated/schema.ts';
import { RunView } from '../../sdk/RunView.ts';
import type { ApiFault } from '../api/ApiFault.ts';
import { execute } from '../api/execute.ts';
import { faultOf } from '../api/faultOf.ts';
import { type ConnectionChange, onConnectionChange } from '../api/onConnectionChange.ts';
import { subscribe, type SubscriptionHandlers } from '../api/subscribe.ts';
import { isInProgress } from './isInProgress.ts';
import { ProgressRate } from './ProgressRate.ts';
import type { Run } from './Run.ts';

/**
 * `CONNECTING` until the service listens and the state was read; `LIVE` while messages come; `RECONNECTING` while none can
 * come; `CAUGHT_UP` when everything that was missed has been read, until the next message.
 */
export type Connection = 'CONNECTING' | 'LIVE' | 'RECONNECTING' | 'CAUGHT_UP';

export interface RunSnapshot {
  connection: Connection;
  /** Undefined until it is read, and when there is no such run. */
  run: Run | undefined;
  isMissing: boolean;
  status: PayrollRunStatus | undefined;
  sequence: number;
  employeeCount: number;
  calculatedCount: number;
  failedCount: number;
  excludedCount: number;
  segmentCount: number;
  closedSegmentCount: number;
  /** When a message or an answer last came. */
  updatedAtMs: number;
  rate: ProgressRate;
  /** Why the last read failed; it is tried again. */
  fault: ApiFault | undefined;
}

/** The parts of a progress message that `RunView` does not keep. */
type RunParts = Pick<RunSnapshot, 'sequence' | 'segmentCount' | 'closedSegmentCount'>;

type Progress = NonNullable<RunProgressQuery['runProgress']>;

/** Screens need no more than this many changes a second. */
const NOTIFY_EVERY_MS = 50;

/** How long a run that moves may be silent before it is read anyway: messages can be lost. */
const SILENCE_MS = 5_000;

/** The same for a run that waits for a person. */
const RESTING_SILENCE_MS = 60_000;

/** A read may be a moment behind a message. */
const READ_AGAIN_MS = 500;

/** The subscriptions that a run is followed by. */
const SUBSCRIPTIONS = 3;

/** How long to wait before subscribing again after the service ended a subscription. */
const RESUBSCRIBE_MS = 5_000;

/**
 * Watches one run for as long as somebody listens: subscribes first and reads after, merges both by sequence and version,
 * and reads again after a break of the connection, a silence, and each change of status.
 */
export class RunWatch {
  readonly #companyId: string;
  readonly #view: RunView;
  #parts: RunParts = { sequence: -1, segmentCount: 0, closedSegmentCount: 0 };
  readonly #rate = new ProgressRate();
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<'notify' | 'silence' | 'read' | 'resubscribe', ReturnType<typeof setTimeout>>();
  #stops: (() => void)[] = [];
  #listening = new Set<string>();
  #run: Run | undefined;
  #isMissing = false;
  #wasLost = false;
  #isReading = false;
  #isReadWanted = false;
  #connection: Connection = 'CONNECTING';
  #fault: ApiFault | undefined;
  #updatedAtMs = Date.now();
  #snapshot: RunSnapshot;

  constructor(companyId: string, runId: string) {
    this.#companyId = companyId;
    this.#view = new RunView(runId);
    this.#snapshot = this.#takeSnapshot();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    if (this.#listeners.size === 1) this.#start();
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size === 0) this.#stop();
    };
  };

  readonly getSnapshot = (): RunSnapshot => this.#snapshot;

  /** Takes what a command answered, and reads whatever else has changed with it. */
  readonly takeRun = (run: Run): void => {
    this.#merge(run);
    this.#readSoon(0);
  };

  readonly readAgain = (): void => this.#readSoon(0);

  #start(): void {
    this.#stops.push(onConnectionChange((change) => this.#takeConnection(change)));
    this.#subscribeAll();
    this.#readSoon(0); // something to look at; what counts is the read after the service listens
  }

  #stop(): void {
    for (const stop of this.#stops.splice(0)) stop();
    for (const timer of this.#timers.values()) clearTimeout(timer);
    this.#timers.clear();
    this.#listening.clear();
    this.#connection = 'CONNECTING';
  }

  #subscribeAll(): void {
    const { runId } = this.#view;
    const stops = [
      subscribe(
        OnRunProgressDocument,
        { runId },
        {
          ...this.#handlersOf('progress'),
          onMessage: ({ onRunProgress }) => {
            if (!onRunProgress) return;
            this.#takeProgress(onRunProgress);
            this.#heard();
          },
        },
      ),
      subscribe(
        OnRunStatusChangedDocument,
        { companyId: this.#companyId },
        {
          ...this.#handlersOf('status'),
          onMessage: ({ onRunStatusChanged }) => {
            if (onRunStatusChanged?.runId !== runId) return;
            this.#view.takeStatus(onRunStatusChanged);
            this.#heard();
            this.#readSoon(0); // totals, hash and reason come with the run
          },
        },
      ),
      subscribe(
        OnPaymentUpdatedDocument,
        { runId },
        {
          ...this.#handlersOf('payments'),
          onMessage: () => {
            this.#heard();
            this.#readSoon(0); // a return and a retry raise the run's version
          },
        },
      ),
    ];
    this.#stops.push(...stops);
    // Without any answer of the real-time service the run is read all the same.
    this.#watchSilence();
  }

  #handlersOf(name: string): Omit<SubscriptionHandlers<unknown>, 'onMessage'> {
    return {
      onListening: () => {
        this.#listening.add(name);
        if (this.#listening.size === SUBSCRIPTIONS) this.#readSoon(0);
      },
      onEnded: ({ kind }) => {
        this.#takeConnection('BROKEN');
        // Amplify closes the whole socket at each refusal; asking again would break what else listens, for ever.
        if (kind === 'FORBIDDEN') return;
        this.#after('resubscribe', RESUBSCRIBE_MS, () => {
          this.#stop();
          this.#start();
          this.#connection = 'RECONNECTING';
        });
      },
    };
  }

  #takeConnection(change: ConnectionChange): void {
    if (change === 'CONNECTED') {
      if (this.#wasLost) this.#readSoon(0);
      return;
    }
    if (this.#connection !== 'CONNECTING') this.#connection = 'RECONNECTING';
    this.#wasLost = true;
    if (change === 'BROKEN') this.#listening.clear();
    this.#watchSilence();
    this.#notifySoon();
  }

  #heard(): void {
    this.#connection = 'LIVE';
    this.#updatedAtMs = Date.now();
    this.#rate.take(this.#view.doneCount, this.#updatedAtMs);
    this.#watchSilence();
    this.#notifySoon();
  }

  #readSoon(delayMs: number): void {
    this.#after('read', delayMs, () => void this.#read());
  }

  async #read(): Promise<void> {
    // One at a time: a read that is asked for while another is under way follows it.
    if (this.#isReading) {
      this.#isReadWanted = true;
      return;
    }
    const { runId } = this.#view;
    this.#isReading = true;
    this.#isReadWanted = false;
    const wasListening = this.#listening.size === SUBSCRIPTIONS;
    try {
      const [{ payrollRun }, { runProgress }] = await Promise.all([
        execute(PayrollRunDocument, { runId }),
        execute(RunProgressDocument, { runId }),
      ]);
      this.#fault = undefined;
      this.#isMissing = !payrollRun;
      if (runProgress) this.#takeProgress(runProgress);
      if (payrollRun) this.#merge(payrollRun);
      if (wasListening && this.#listening.size === SUBSCRIPTIONS) {
        this.#connection = this.#wasLost ? 'CAUGHT_UP' : 'LIVE';
        this.#wasLost = false;
      }
      this.#updatedAtMs = Date.now();
      this.#rate.take(this.#view.doneCount, this.#updatedAtMs);
      if (payrollRun && payrollRun.version < this.#view.version) this.#readSoon(READ_AGAIN_MS);
    } catch (error) {
      this.#fault = faultOf(error);
    } finally {
      this.#isReading = false;
    }
    if (this.#listeners.size === 0) return;
    if (this.#isReadWanted) this.#readSoon(0);
    this.#watchSilence();
    this.#notifySoon();
  }

  #takeProgress(progress: Progress): void {
    this.#view.takeProgress(progress);
    if (progress.sequence > this.#parts.sequence) this.#parts = progress;
  }

  #merge(run: Run): void {
    if (run.version >= (this.#run?.version ?? 0)) this.#run = run;
    this.#view.takeStatus(run);
    this.#notifySoon();
  }

  #watchSilence(): void {
    const { status } = this.#view;
    const isMoving = status === undefined || isInProgress(status);
    const silenceMs = isMoving || this.#listening.size < SUBSCRIPTIONS ? SILENCE_MS : RESTING_SILENCE_MS;
    this.#after('silence', silenceMs, () => void this.#read());
  }

  #notifySoon(): void {
    if (this.#timers.has('notify')) return;
    this.#after('notify', NOTIFY_EVERY_MS, () => {
      this.#snapshot = this.#takeSnapshot();
      for (const listener of this.#listeners) listener();
    });
  }

  #after(name: 'notify' | 'silence' | 'read' | 'resubscribe', delayMs: number, action: () => void): void {
    clearTimeout(this.#timers.get(name));
    const timer = setTimeout(() => {
      this.#timers.delete(name);
      action();
    }, delayMs);
    this.#timers.set(name, timer);
  }

  #takeSnapshot(): RunSnapshot {
    const { status, sequence, employeeCount, calculatedCount, failedCount, excludedCount } = this.#view;
    return {
      connection: this.#connection,
      run: this.#run,
      isMissing: this.#isMissing,
      status,
      sequence,
      employeeCount,
      calculatedCount,
      failedCount,
      excludedCount,
      segmentCount: this.#parts.segmentCount,
      closedSegmentCount: this.#parts.closedSegmentCount,
      updatedAtMs: this.#updatedAtMs,
      rate: this.#rate,
      fault: this.#fault,
    };
  }
}
