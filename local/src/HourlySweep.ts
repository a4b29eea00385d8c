import type { Clock } from './Clock.ts';

const HOUR_MS = 3_600_000;

/**
 * Removes what has expired, every hour. DynamoDB promises it within a few days and S3 about once a day, so nobody may
 * count on the moment.
 */
export class HourlySweep {
  readonly #clock: Clock;
  readonly #sweep: () => Promise<void>;
  #running = Promise.resolve();
  #cancel: () => void = () => {};

  /** @param sweep must not reject */
  constructor(clock: Clock, sweep: () => Promise<void>) {
    this.#clock = clock;
    this.#sweep = sweep;
  }

  start(): void {
    this.#cancel = this.#clock.at(this.#clock.now() + HOUR_MS, () => {
      this.start();
      this.#running = this.#running.then(this.#sweep);
    });
  }

  /** Resolves when a sweep under way has ended. */
  async close(): Promise<void> {
    this.#cancel();
    await this.#running;
  }
}
