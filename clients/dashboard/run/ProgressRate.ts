/** Long enough to smooth over segments of a hundred employees, short enough to follow a throttled service. */
const WINDOW_MS = 15_000;

/** How fast employees are done, from the counts of the last seconds. It is told the time. */
export class ProgressRate {
  #samples: { atMs: number; doneCount: number }[] = [];

  take(doneCount: number, atMs: number): void {
    const last = this.#samples.at(-1);
    // Counting restarted: earlier counts say nothing about the rate.
    if (last && doneCount < last.doneCount) this.#samples = [];
    else if (last && doneCount === last.doneCount) return;
    this.#samples.push({ atMs, doneCount });
    // One sample older than the window stays: it is what the window is measured from.
    while (this.#samples.length > 2 && (this.#samples[1]?.atMs ?? atMs) < atMs - WINDOW_MS) this.#samples.shift();
  }

  /** Employees per second; undefined until two counts are known. Falls while nothing comes. */
  perSecond(nowMs: number): number | undefined {
    const [first] = this.#samples;
    const last = this.#samples.at(-1);
    if (!first || !last || last === first) return undefined;
    return ((last.doneCount - first.doneCount) / Math.max(1, nowMs - first.atMs)) * 1000;
  }
}
