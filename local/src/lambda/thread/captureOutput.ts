/**
 * Sends what the function writes to stdout and stderr to `log`: one event per write, which is one event per call of
 * `console.log` and of the Powertools logger (it builds a `Console` of its own over these two streams).
 */
export function captureOutput(log: (text: string) => void): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.write = (chunk: string | Uint8Array, encodingOrDone?: unknown, maybeDone?: unknown): boolean => {
      const text = typeof chunk === 'string' ? chunk : Buffer.from(chunk).toString();
      log(text.endsWith('\n') ? text.slice(0, -1) : text);
      const done = typeof encodingOrDone === 'function' ? encodingOrDone : maybeDone;
      if (typeof done === 'function') process.nextTick(done);
      return true;
    };
  }
}
