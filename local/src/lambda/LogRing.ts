/** One log event of a function: what one call of `console.log` wrote, or what the service says about an invocation. */
export interface LogLine {
  functionName: string;
  /** Empty while the environment initializes. */
  requestId: string;
  line: string;
}

const LINES_PER_FUNCTION = 200;

/** The newest log events of each function, so that a failure can be explained without keeping every line of every run. */
export class LogRing {
  readonly #lines = new Map<string, LogLine[]>();

  add(line: LogLine): void {
    let lines = this.#lines.get(line.functionName);
    if (!lines) this.#lines.set(line.functionName, (lines = []));
    lines.push(line);
    // Cut in blocks: shifting an array on every line would copy it on every line.
    if (lines.length >= 2 * LINES_PER_FUNCTION) lines.splice(0, lines.length - LINES_PER_FUNCTION);
  }

  /** The newest events of a function (at most 200), oldest first. */
  of(functionName: string): readonly LogLine[] {
    return this.#lines.get(functionName)?.slice(-LINES_PER_FUNCTION) ?? [];
  }
}
