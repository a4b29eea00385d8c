import {
  CompanyDocument,
  OnRunProgressDocument,
  OnRunStatusChangedDocument,
  PayrollRunDocument,
  PayrollRunItemsDocument,
  RunProgressDocument,
} from '../generated/operations/graphql.ts';
import type { PayrollRunItemStatus, PayrollRunStatus } from '../generated/schema.ts';
import { backoffMs } from './backoffMs.ts';
import { Bell } from './Bell.ts';
import { pause } from './pause.ts';
import type { PayrollClient } from './PayrollClient.ts';
import { PayrollClientError } from './PayrollClientError.ts';
import { RunView } from './RunView.ts';
import { phaseOf } from './runPhases.ts';

export interface FollowRunOptions {
  /** Where to stop. */
  until: (status: PayrollRunStatus) => boolean;
  /** Called after every change, with the same view each time. */
  onChange?: ((view: RunView) => void) | undefined;
  /** Makes up for employees that no message told of, by reading the run's employees: a call for each hundred. */
  employees?: boolean | undefined;
  signal?: AbortSignal | undefined;
}

/**
 * How long there may be no news before the state is read all the same. While messages come, one may be lost; while none
 * come, this is how often the run is polled.
 */
const READ_AFTER_MS = {
  MOVING: { live: 5_000, polled: 2_000 },
  WAITING: { live: 60_000, polled: 10_000 },
  ENDED: { live: 60_000, polled: 10_000 },
};

/** How long the first subscription may take before the run is read without it. */
const SUBSCRIBE_FIRST_MS = 3_000;

/** How long a message may be on its way after a later one, or after the run came to rest. */
const STRAGGLER_MS = 3_000;

/** Employees are read again no sooner than this after the last time: it takes a call for each hundred. */
const READ_EMPLOYEES_EVERY_MS = 10_000;

const LONGEST_RETRY_MS = 5_000;
const LONGEST_RESUBSCRIBE_MS = 30_000;

/**
 * Follows a run until its status is one to stop at, and answers what the service holds then. Subscribes first and reads
 * after, so that nothing falls between; subscribes and reads again after each break, and reads after a silence. A
 * subscription that cannot be had is no failure: then the run is polled. Throws when the run cannot be read.
 */
export async function followRun(client: PayrollClient, runId: string, options: FollowRunOptions): Promise<RunView> {
  const stop = new AbortController();
  const signal = options.signal ? AbortSignal.any([options.signal, stop.signal]) : stop.signal;
  const follower = new Follower(client, runId, options, signal);
  try {
    return await follower.follow();
  } finally {
    stop.abort();
  }
}

class Follower {
  readonly #client: PayrollClient;
  readonly #options: FollowRunOptions;
  readonly #signal: AbortSignal;
  readonly #view: RunView;
  readonly #bell = new Bell();
  #heardAtMs = Date.now();
  #isReadWanted = true;
  #missingSinceMs: number | undefined;
  #employeesReadAtMs = -Infinity;

  constructor(client: PayrollClient, runId: string, options: FollowRunOptions, signal: AbortSignal) {
    this.#client = client;
    this.#options = options;
    this.#signal = signal;
    this.#view = new RunView(runId);
  }

  async follow(): Promise<RunView> {
    this.#signal.throwIfAborted();
    void this.#keepListening();
    await this.#bell.wait(SUBSCRIBE_FIRST_MS, this.#signal);
    do {
      while (!this.#hasArrived) {
        if (this.#isReadWanted || this.#restMs <= 0) await this.#patiently(() => this.#read());
        else if (this.#employeesDueMs <= 0) await this.#patiently(() => this.#readEmployees());
        else await this.#bell.wait(Math.max(0, Math.min(this.#restMs, this.#employeesDueMs)), this.#signal);
        this.#signal.throwIfAborted();
      }
      await this.#settle();
    } while (!this.#hasArrived); // a run that waited may have been moved on meanwhile
    return this.#view;
  }

  get #hasArrived(): boolean {
    const { status } = this.#view;
    return status !== undefined && this.#options.until(status);
  }

  /** Time until the run has to be read for want of news. */
  get #restMs(): number {
    const { status, isLive } = this.#view;
    const { live, polled } = READ_AFTER_MS[status === undefined ? 'MOVING' : phaseOf(status)];
    return this.#heardAtMs + (isLive ? live : polled) - Date.now();
  }

  /** Time until the employees have to be read, because a message has not come. */
  get #employeesDueMs(): number {
    if (!this.#options.employees || this.#missingSinceMs === undefined) return Infinity;
    const dueAtMs = Math.max(this.#missingSinceMs + STRAGGLER_MS, this.#employeesReadAtMs + READ_EMPLOYEES_EVERY_MS);
    return dueAtMs - Date.now();
  }

  /** The view must be what the table holds: whether a message is missing at the end is known from reading alone. */
  async #settle(): Promise<void> {
    const { employees = false } = this.#options;
    await this.#patiently(() => this.#read());
    this.#heardAtMs = Date.now();
    while (this.#view.isMissingMessages && this.#view.isLive && this.#heardAtMs + STRAGGLER_MS > Date.now()) {
      await this.#bell.wait(this.#heardAtMs + STRAGGLER_MS - Date.now(), this.#signal);
      this.#signal.throwIfAborted();
    }
    if (employees && this.#view.isMissingEmployees) await this.#patiently(() => this.#readEmployees());
  }

  /** Subscribes, again after each break, until the signal is aborted. */
  async #keepListening(): Promise<void> {
    let companyId: string | undefined;
    for (let failures = 0; !this.#signal.aborted;) {
      const round = new AbortController();
      const signal = AbortSignal.any([this.#signal, round.signal]);
      try {
        companyId ??= await this.#companyId();
        await new Promise<never>((_, reject) => {
          signal.addEventListener('abort', reject, { once: true });
          this.#subscribe(companyId ?? '', reject, signal).then(() => {
            failures = 0;
            this.#view.isLive = true;
            this.#wantRead();
          }, reject);
        });
      } catch {
        failures += 1;
      }
      round.abort();
      if (this.#view.isLive && !this.#signal.aborted) this.#take(() => (this.#view.isLive = false));
      this.#bell.ring();
      await pause(backoffMs(failures, LONGEST_RESUBSCRIBE_MS), this.#signal).catch(() => {});
    }
  }

  async #companyId(): Promise<string> {
    const { company } = await this.#client.execute(CompanyDocument, {}, { signal: this.#signal });
    if (company) return company.companyId;
    throw new PayrollClientError('COMPANY_NOT_FOUND', 'The caller has no company.', { retryable: false });
  }

  async #subscribe(companyId: string, onClosed: (error: unknown) => void, signal: AbortSignal): Promise<void> {
    const { runId } = this.#view;
    const progress = this.#client.subscribe(
      OnRunProgressDocument,
      { runId },
      ({ onRunProgress }) => {
        if (onRunProgress)
          this.#take(() => this.#view.takeProgress({ ...onRunProgress, changed: onRunProgress.changed ?? [] }));
      },
      onClosed,
      { signal },
    );
    const status = this.#client.subscribe(
      OnRunStatusChangedDocument,
      { companyId },
      ({ onRunStatusChanged }) => {
        if (onRunStatusChanged?.runId === runId) this.#take(() => this.#view.takeStatus(onRunStatusChanged));
      },
      onClosed,
      { signal },
    );
    await Promise.all([progress, status]);
  }

  /** Asks again for as long as it may help; somebody waits for the run, and nothing is changed by asking. */
  async #patiently<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
    for (let failures = 0; ; failures++) {
      try {
        return await ask();
      } catch (error) {
        if (!(error instanceof PayrollClientError && error.retryable)) throw error;
        await pause(backoffMs(failures, LONGEST_RETRY_MS), this.#signal);
      }
    }
  }

  async #read(): Promise<void> {
    const { runId } = this.#view;
    this.#isReadWanted = false;
    const [{ payrollRun }, { runProgress }] = await Promise.all([
      this.#client.execute(PayrollRunDocument, { runId }, { signal: this.#signal }),
      this.#client.execute(RunProgressDocument, { runId }, { signal: this.#signal }),
    ]);
    if (!payrollRun)
      throw new PayrollClientError('RUN_NOT_FOUND', `Run ${runId} does not exist.`, { retryable: false });
    this.#take(() => {
      if (runProgress) this.#view.takeProgress({ ...runProgress, changed: null });
      this.#view.takeStatus(payrollRun);
    });
  }

  async #readEmployees(): Promise<void> {
    const { runId } = this.#view;
    const signal = this.#signal;
    const { runProgress } = await this.#client.execute(RunProgressDocument, { runId }, { signal });
    const employees = new Map<string, PayrollRunItemStatus>();
    const items = this.#client.nodes(PayrollRunItemsDocument, { runId, first: 100 }, { signal });
    for await (const { employeeId, status } of items) employees.set(employeeId, status);
    this.#employeesReadAtMs = Date.now();
    this.#take(() => {
      if (runProgress) this.#view.takeProgress({ ...runProgress, changed: null });
      this.#view.takeEmployees(employees, runProgress?.sequence ?? 0);
    });
  }

  #take(change: () => void): void {
    change();
    this.#heardAtMs = Date.now();
    if (!this.#view.isMissingEmployees) this.#missingSinceMs = undefined;
    else this.#missingSinceMs ??= this.#heardAtMs;
    this.#options.onChange?.(this.#view);
    this.#bell.ring();
  }

  #wantRead(): void {
    this.#isReadWanted = true;
    this.#bell.ring();
  }
}
