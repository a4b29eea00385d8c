import { type Clock, SystemClock } from 'cdk-local-engine';

/** The Tuesday after the sample period, in New York's morning. */
const OPENED_AT_MS = Date.parse('2026-11-24T15:00:00Z');

/** Time that passes as on the wall, but of that day: what is listed, due or late does not depend on the day of the test. */
export class OfficeClock implements Clock {
  readonly #wall = new SystemClock();
  /** What has to be added to the machine's time. */
  readonly aheadMs = OPENED_AT_MS - this.#wall.now();

  now(): number {
    return this.#wall.now() + this.aheadMs;
  }

  at(atMs: number, task: () => void): () => void {
    return this.#wall.at(atMs - this.aheadMs, task);
  }
}
