import { vi } from 'vitest';

interface Timer {
  id: number;
  dueMs: number;
  fire: () => void;
}

/**
 * Stands in for the platform's timers and clock. Time passes only when nothing is left to do, straight to the next timer.
 * Unlike vitest's own fake timers it spends no real millisecond on each.
 */
export class VirtualTime {
  nowMs = 1_800_000_000_000;
  readonly #timers = new Map<number, Map<number, Timer>>();
  readonly #dueAt = new Map<number, number>();
  #instants: number[] = [];
  #nextId = 1;

  /** Takes the place of the global timers until `vi.unstubAllGlobals()` and `vi.restoreAllMocks()`. */
  install(): void {
    vi.stubGlobal('setTimeout', (fire: () => void, ms = 0) => this.after(ms, fire));
    vi.stubGlobal('clearTimeout', (id: number | undefined) => this.#clear(id));
    vi.spyOn(Date, 'now').mockImplementation(() => this.nowMs);
  }

  after(ms: number, fire: () => void): number {
    const id = this.#nextId++;
    const dueMs = this.nowMs + Math.max(1, Math.ceil(ms));
    let timers = this.#timers.get(dueMs);
    if (!timers) {
      timers = new Map();
      this.#timers.set(dueMs, timers);
      this.#push(dueMs);
    }
    timers.set(id, { id, dueMs, fire });
    this.#dueAt.set(id, dueMs);
    return id;
  }

  /** Lets time pass until `promise` is settled. */
  async passUntil<Value>(promise: Promise<Value>): Promise<Value> {
    let isSettled = false;
    const settle = () => (isSettled = true);
    promise.then(settle, settle);
    for (await idle(); !isSettled; await idle()) {
      const dueMs = this.#pop();
      if (dueMs === undefined) throw new Error('Nothing more will happen, and the end has not come.');
      const timers = this.#timers.get(dueMs);
      this.#timers.delete(dueMs);
      if (!timers || timers.size === 0) continue;
      this.nowMs = dueMs;
      for (const [id, { fire }] of timers) {
        this.#dueAt.delete(id);
        fire();
      }
    }
    return promise;
  }

  #clear(id: number | undefined): void {
    const dueMs = this.#dueAt.get(id ?? -1);
    if (dueMs === undefined) return;
    this.#dueAt.delete(id ?? -1);
    this.#timers.get(dueMs)?.delete(id ?? -1);
  }

  /* A binary heap of the instants at which something is due. */

  #push(instant: number): void {
    const heap = this.#instants;
    let at = heap.push(instant) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if ((heap[parent] as number) <= instant) break;
      heap[at] = heap[parent] as number;
      at = parent;
    }
    heap[at] = instant;
  }

  #pop(): number | undefined {
    const heap = this.#instants;
    const first = heap[0];
    const last = heap.pop();
    if (first === undefined || last === undefined || heap.length === 0) return first;
    let at = 0;
    for (;;) {
      let child = 2 * at + 1;
      if (child >= heap.length) break;
      if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child += 1;
      if ((heap[child] as number) >= last) break;
      heap[at] = heap[child] as number;
      at = child;
    }
    heap[at] = last;
    return first;
  }
}

/** Resolves when every promise that can go on has gone on. */
const idle = () => new Promise<void>((resolve) => setImmediate(resolve));
