import type { Clock } from '../Clock.ts';

/** AWS WAF looks at its counts about every ten seconds; requests are counted in slices of that length. */
const SLICE_MS = 10_000;

/** Requests per key within a window that ends now. Memory grows with the keys of one window, not with the requests. */
export class RequestRate {
  readonly #clock: Clock;
  readonly #windowMs: number;
  /** Key -> slice number -> requests. */
  readonly #counts = new Map<string, Map<number, number>>();
  #lastSlice = -1;

  constructor(clock: Clock, windowMs: number) {
    this.#clock = clock;
    this.#windowMs = windowMs;
  }

  /** Counts one request of `key`; answers how many came within the window, this one included. */
  count(key: string): number {
    const slice = Math.floor(this.#clock.now() / SLICE_MS);
    if (slice !== this.#lastSlice) this.#forgetBefore(slice - this.#windowMs / SLICE_MS + 1);
    this.#lastSlice = slice;
    let slices = this.#counts.get(key);
    if (!slices) this.#counts.set(key, (slices = new Map<number, number>()));
    slices.set(slice, (slices.get(slice) ?? 0) + 1);
    let total = 0;
    for (const requests of slices.values()) total += requests;
    return total;
  }

  #forgetBefore(firstSlice: number): void {
    for (const [key, slices] of this.#counts) {
      for (const slice of slices.keys()) if (slice < firstSlice) slices.delete(slice);
      if (slices.size === 0) this.#counts.delete(key);
    }
  }
}
