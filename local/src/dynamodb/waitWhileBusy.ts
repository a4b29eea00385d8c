/** SQLite's primary result codes for a file, or a table of it, that somebody else holds. */
const SQLITE_BUSY = 5;
const SQLITE_LOCKED = 6;
const MAX_PAUSE_MS = 2;
const sleeper = new Int32Array(new SharedArrayBuffer(4));

/**
 * Does `task`, again and again at short random intervals while another thread holds the file, for at most
 * `timeoutMs`; then throws SQLite's error. SQLite's own waiting sleeps up to 100 ms at a time, which starves one of
 * eight threads whose writes take 0.2 ms each.
 */
export function waitWhileBusy<T>(timeoutMs: number, task: () => T): T {
  const deadlineMs = performance.now() + timeoutMs;
  for (let pauseMs = 0.1; ; pauseMs = Math.min(2 * pauseMs, MAX_PAUSE_MS)) {
    try {
      return task();
    } catch (error) {
      if (!isBusy(error) || performance.now() > deadlineMs) throw error;
    }
    Atomics.wait(sleeper, 0, 0, pauseMs * (0.5 + Math.random()));
  }
}

export function isBusy(error: unknown): boolean {
  const code = primaryCode(error);
  return code === SQLITE_BUSY || code === SQLITE_LOCKED;
}

/** SQLite's primary result code of an error: the low byte of its extended one. 0 for any other error. */
export function primaryCode(error: unknown): number {
  const code = error instanceof Error && 'errcode' in error ? error.errcode : 0;
  return typeof code === 'number' ? code & 0xff : 0;
}
