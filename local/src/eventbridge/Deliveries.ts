import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { Cloud } from '../Cloud.ts';
import { inTransaction } from '../inTransaction.ts';
import { type AcceptedEvent, DeliveryFailure, failureOf } from './DeliveryFailure.ts';

/** How long and how often a delivery is retried: AWS's `RetryPolicy`, with its defaults filled in. */
export interface RetryPolicy {
  readonly maximumAgeMs: number;
  readonly maximumRetries: number;
}

/** Something that is on its way to one target. */
export interface Delivery<T> {
  readonly id: number;
  /** What its sender finds the target by, after a restart too. */
  readonly key: string;
  readonly value: T;
  readonly enqueuedAtMs: number;
  /** Attempts that were made before the current one. */
  readonly attempts: number;
  /** Of those, the ones in which the target function itself threw. */
  readonly functionErrors: number;
}

/** Why a delivery ended without success, as the attributes of a dead letter say it. */
export interface DeliveryEnd {
  readonly failure: DeliveryFailure;
  readonly exhausted: 'MaximumRetryAttempts' | 'MaximumEventAgeInSeconds' | undefined;
}

/** What a sender of deliveries knows about them. */
export interface DeliveryRoute<T> {
  parse(text: string): T;
  /** The ARN that faults are injected for; `undefined` when the target no longer exists, and the delivery with it. */
  targetOf(delivery: Delivery<T>): string | undefined;
  retryPolicyOf(delivery: Delivery<T>): RetryPolicy;
  /** One attempt; throws what the target refused it with. */
  attempt(delivery: Delivery<T>): Promise<void>;
  /** Keeps what could not be delivered, where a dead-letter queue is set; answers why not, otherwise. */
  deadLetter(delivery: Delivery<T>, end: DeliveryEnd): Promise<string | undefined>;
  keepFailedEvent: KeepFailedEvent;
}

/** Puts an event into the dead-letter queue of the function that failed on it to the last; answers why not, otherwise. */
export type KeepFailedEvent = (accepted: AcceptedEvent, errorMessage: string) => Promise<string | undefined>;

export interface NewDelivery<T> {
  readonly key: string;
  readonly value: T;
  /** `value` as `parse` reads it; written once by the caller, who may send the same to several targets. */
  readonly text: string;
}

/** A delivery that was given up without a dead-letter queue, for status pages. */
export interface DroppedDelivery {
  readonly key: string;
  readonly reason: string;
}

/** AWS's defaults and largest values: 24 hours and 185 retries. */
export const DEFAULT_RETRY_POLICY: RetryPolicy = { maximumAgeMs: 24 * 3_600_000, maximumRetries: 185 };

/** Attempts under way at a time; what is beyond waits in the database, so that a slow target costs no memory. */
const MAX_ACTIVE = 256;
const DROPPED_KEPT = 100;
/** 185 retries in 24 hours are one in about eight minutes, once the exponential part is over. */
const MAX_BACKOFF_MS = 480_000;
const MAX_FAULT_DELAY_MS = 10_000;
/** Lambda retries an asynchronous invocation of a function that throws twice, after one minute and after two more. */
const FUNCTION_RETRIES_MS = [60_000, 120_000];

/**
 * At-least-once delivery: written down before it is promised, attempted at once, retried with growing pauses, then
 * dead-lettered or dropped. What succeeds at the first attempt costs one insert, and its share of a common delete.
 */
export class Deliveries<T> {
  readonly #database: DatabaseSync;
  readonly #cloud: Cloud;
  readonly #route: DeliveryRoute<T>;
  readonly #insert: StatementSync;
  readonly #delete: StatementSync;
  readonly #active = new Set<number>();
  readonly #settled: number[] = [];
  readonly dropped: DroppedDelivery[] = [];
  #isOpen = false;
  #hasBacklog = true;
  #isFlushArmed = false;
  #wakeAtMs = Infinity;
  #cancelWake: () => void = () => {};
  #idleWaiters: (() => void)[] = [];

  constructor(database: DatabaseSync, cloud: Cloud, route: DeliveryRoute<T>) {
    this.#database = database;
    this.#cloud = cloud;
    this.#route = route;
    database.exec(`
      CREATE TABLE IF NOT EXISTS deliveries (
        id INTEGER PRIMARY KEY AUTOINCREMENT, key TEXT NOT NULL, text TEXT NOT NULL, enqueuedAtMs INTEGER NOT NULL,
        dueAtMs INTEGER NOT NULL, attempts INTEGER NOT NULL DEFAULT 0, functionErrors INTEGER NOT NULL DEFAULT 0);
      CREATE INDEX IF NOT EXISTS deliveriesByDue ON deliveries (dueAtMs)`);
    this.#delete = database.prepare('DELETE FROM deliveries WHERE id IN (SELECT value FROM json_each(?))');
    this.#insert = database.prepare('INSERT INTO deliveries (key, text, enqueuedAtMs, dueAtMs) VALUES (?, ?, ?, ?)');
  }

  /** Promises the deliveries: they are durable when this returns, and attempted in the same turn of the event loop. */
  add(deliveries: readonly NewDelivery<T>[]): void {
    const nowMs = this.#cloud.clock.now();
    const stored = inTransaction(this.#database, () =>
      deliveries.map(({ key, value, text }) => ({
        id: Number(this.#insert.run(key, text, nowMs, nowMs).lastInsertRowid),
        key,
        value,
        enqueuedAtMs: nowMs,
        attempts: 0,
        functionErrors: 0,
      })),
    );
    for (const delivery of stored) {
      if (!this.#isOpen || this.#hasBacklog || this.#active.size >= MAX_ACTIVE) this.#hasBacklog = true;
      else this.#begin(delivery);
    }
  }

  /** Goes on with what a previous process did not finish. */
  start(): void {
    this.#isOpen = true;
    this.#refill();
  }

  close(): void {
    this.#flush();
    this.#isOpen = false;
    this.#cancelWake();
  }

  /** Resolves when nothing is being delivered or due now; retries that wait for the clock do not count. */
  idle(): Promise<void> {
    return new Promise((resolve) => {
      this.#idleWaiters.push(resolve);
      queueMicrotask(() => this.#checkIdle());
    });
  }

  #begin(delivery: Delivery<T>): void {
    this.#active.add(delivery.id);
    void this.#deliver(delivery).finally(() => {
      this.#active.delete(delivery.id);
      if (!this.#isOpen) return;
      if (this.#hasBacklog && this.#active.size <= MAX_ACTIVE / 2) this.#refill();
      this.#checkIdle();
    });
  }

  async #deliver(delivery: Delivery<T>): Promise<void> {
    const target = this.#route.targetOf(delivery);
    if (target === undefined) return this.#settle(delivery);
    const fault = this.#cloud.faults.next('EVENT_DELIVERY', target);
    if (fault === 'DROP') return this.#settle(delivery);
    if (fault === 'DELAY') {
      return this.#postpone(delivery, 1 + Math.floor(this.#cloud.random() * MAX_FAULT_DELAY_MS), 0);
    }
    try {
      // Leaves the sender's turn: whoever put the event is answered before its targets run.
      await Promise.resolve();
      await this.#route.attempt(delivery);
      if (fault === 'DUPLICATE') await this.#route.attempt(delivery);
      if (fault === 'CRASH') throw new DeliveryFailure('INTERNAL_ERROR', 'the answer of the target was lost', true);
      this.#settle(delivery);
    } catch (error) {
      await this.#fail(delivery, failureOf(error));
    }
  }

  async #fail(delivery: Delivery<T>, failure: DeliveryFailure): Promise<void> {
    if (!this.#isOpen) return;
    if (failure.accepted) {
      const pauseMs = FUNCTION_RETRIES_MS[delivery.functionErrors];
      if (pauseMs !== undefined) return this.#postpone(delivery, pauseMs, 1);
      // Lambda has taken the event, so this is no failure of the delivery: the function's dead letter, not the target's.
      return this.#giveUp(delivery, failure.message, this.#route.keepFailedEvent(failure.accepted, failure.message));
    }
    if (!failure.isRetryable) return this.#deadLetter(delivery, { failure, exhausted: undefined });
    const { maximumAgeMs, maximumRetries } = this.#route.retryPolicyOf(delivery);
    if (delivery.attempts >= maximumRetries) {
      return this.#deadLetter(delivery, { failure, exhausted: 'MaximumRetryAttempts' });
    }
    const backoffMs = Math.min(MAX_BACKOFF_MS, 1000 * 2 ** Math.min(delivery.attempts, 20));
    const pauseMs = Math.ceil(backoffMs * (0.5 + this.#cloud.random() / 2));
    if (this.#cloud.clock.now() + pauseMs > delivery.enqueuedAtMs + maximumAgeMs) {
      return this.#deadLetter(delivery, { failure, exhausted: 'MaximumEventAgeInSeconds' });
    }
    this.#postpone(delivery, pauseMs, 0, delivery.attempts + 1);
  }

  #deadLetter(delivery: Delivery<T>, end: DeliveryEnd): Promise<void> {
    const reason = `${end.failure.code}: ${end.failure.message}`;
    return this.#giveUp(delivery, reason, this.#route.deadLetter(delivery, end));
  }

  /** @param kept becomes why the dead letter could not be written; `undefined` when it was */
  async #giveUp(delivery: Delivery<T>, reason: string, kept: Promise<string | undefined>): Promise<void> {
    const notKept = await kept.catch((error: unknown) => failureOf(error).message);
    if (!this.#isOpen) return;
    if (notKept === undefined) this.#settle(delivery);
    else this.#drop(delivery, `${reason}; ${notKept}`);
  }

  #drop(delivery: Delivery<T>, reason: string): void {
    this.dropped.push({ key: delivery.key, reason });
    if (this.dropped.length > DROPPED_KEPT) this.dropped.shift();
    this.#settle(delivery);
  }

  #postpone(delivery: Delivery<T>, pauseMs: number, functionErrors: 0 | 1, attempts = delivery.attempts): void {
    const dueAtMs = this.#cloud.clock.now() + pauseMs;
    this.#database
      .prepare('UPDATE deliveries SET dueAtMs = ?, attempts = ?, functionErrors = functionErrors + ? WHERE id = ?')
      .run(dueAtMs, attempts, functionErrors, delivery.id);
    this.#wakeAt(dueAtMs);
  }

  #settle(delivery: Delivery<T>): void {
    if (!this.#isOpen) return; // left as undelivered: the next process delivers once more, which at-least-once allows
    this.#settled.push(delivery.id);
    if (this.#isFlushArmed) return;
    this.#isFlushArmed = true;
    setImmediate(() => {
      this.#isFlushArmed = false;
      if (this.#isOpen) this.#flush();
    });
  }

  #flush(): void {
    if (this.#settled.length === 0) return;
    this.#delete.run(JSON.stringify(this.#settled));
    this.#settled.length = 0;
  }

  /** Begins what is due and not under way, as far as there is room. */
  #refill(): void {
    this.#flush();
    const nowMs = this.#cloud.clock.now();
    const rows = this.#database
      .prepare('SELECT * FROM deliveries WHERE dueAtMs <= ? ORDER BY dueAtMs, id LIMIT ?')
      .all(nowMs, this.#active.size + MAX_ACTIVE + 1);
    this.#hasBacklog = false;
    for (const row of rows) {
      const id = Number(row['id']);
      if (this.#active.has(id)) continue;
      if (this.#active.size >= MAX_ACTIVE) {
        this.#hasBacklog = true;
        break;
      }
      this.#begin({
        id,
        key: String(row['key']),
        value: this.#route.parse(String(row['text'])),
        enqueuedAtMs: Number(row['enqueuedAtMs']),
        attempts: Number(row['attempts']),
        functionErrors: Number(row['functionErrors']),
      });
    }
    const next = this.#database.prepare('SELECT min(dueAtMs) AS atMs FROM deliveries WHERE dueAtMs > ?').get(nowMs);
    if (next?.['atMs']) this.#wakeAt(Number(next['atMs']));
  }

  #wakeAt(atMs: number): void {
    if (atMs >= this.#wakeAtMs) return;
    this.#cancelWake();
    this.#wakeAtMs = atMs;
    this.#cancelWake = this.#cloud.clock.at(atMs, () => {
      this.#wakeAtMs = Infinity;
      this.#refill();
    });
  }

  #checkIdle(): void {
    if (this.#active.size > 0 || this.#hasBacklog) return;
    const waiters = this.#idleWaiters;
    this.#idleWaiters = [];
    for (const resolve of waiters) resolve();
  }
}
