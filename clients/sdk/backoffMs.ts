const FIRST_MS = 200;

/**
 * How long to wait after so many failures in a row: anything up to a limit that doubles each time. All of it is jitter, so
 * that many clients that failed together do not retry together.
 */
export const backoffMs = (failures: number, longestMs: number): number =>
  Math.random() * Math.min(longestMs, FIRST_MS * 2 ** failures);
