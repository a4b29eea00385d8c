/** The only source of time in the local engine, so that tests can turn it by hand. */
export interface Clock {
  /** Milliseconds since the epoch. */
  now(): number;
  /** Calls `task` once at or after `atMs`; returns a function that cancels it. */
  at(atMs: number, task: () => void): () => void;
}

/** Wall-clock time, or another day's that goes on as it does. A pending task does not keep the process alive. */
export class SystemClock implements Clock {
  /** How much later than the machine's this clock is, in milliseconds. */
  readonly offsetMs: number;

  constructor(offsetMs = 0) {
    this.offsetMs = offsetMs;
  }

  now(): number {
    return Date.now() + this.offsetMs;
  }

  at(atMs: number, task: () => void): () => void {
    let timer: NodeJS.Timeout;
    const arm = () => {
      // setTimeout overflows beyond 2^31 ms and would fire at once.
      const delayMs = Math.max(0, atMs - this.now());
      timer = delayMs > 2_000_000_000 ? setTimeout(arm, 2_000_000_000) : setTimeout(task, delayMs);
      timer.unref();
    };
    arm();
    return () => clearTimeout(timer);
  }
}

/** Time that moves only when a test says so; due tasks run in order of their instant, then of their arming. */
export class VirtualClock implements Clock {
  #nowMs: number;
  #armed = 0;
  readonly #tasks: { atMs: number; order: number; task: () => void }[] = [];

  constructor(startMs: number) {
    this.#nowMs = startMs;
  }

  now(): number {
    return this.#nowMs;
  }

  at(atMs: number, task: () => void): () => void {
    const entry = { atMs, order: this.#armed++, task };
    this.#tasks.push(entry);
    return () => {
      const index = this.#tasks.indexOf(entry);
      if (index >= 0) this.#tasks.splice(index, 1);
    };
  }

  /** Moves time to `toMs`, running everything due on the way; lets promises settle between tasks. */
  async advanceTo(toMs: number): Promise<void> {
    for (;;) {
      this.#tasks.sort((a, b) => a.atMs - b.atMs || a.order - b.order);
      const next = this.#tasks[0];
      if (!next || next.atMs > toMs) break;
      this.#tasks.shift();
      this.#nowMs = Math.max(this.#nowMs, next.atMs);
      next.task();
      await new Promise((resolve) => setImmediate(resolve));
    }
    this.#nowMs = Math.max(this.#nowMs, toMs);
  }

  async advance(byMs: number): Promise<void> {
    await this.advanceTo(this.#nowMs + byMs);
  }
}
