const WIDTH = 30;
const REDRAW_EVERY_MS = 50;

/** A line that fills up; on anything but a terminal, a plain line for every tenth. */
export class ProgressBar {
  readonly #label: string;
  readonly #out: NodeJS.WriteStream;
  readonly #startedAt = performance.now();
  #drawnAt = 0;
  #tenth = 0;

  constructor(label: string, out: NodeJS.WriteStream = process.stderr) {
    this.#label = label;
    this.#out = out;
  }

  update(done: number, total: number, note = ''): void {
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const perSecond = Math.round(done / Math.max(0.001, (performance.now() - this.#startedAt) / 1000));
    const text = `${this.#label} ${done}/${total} · ${perSecond}/s${note ? ` · ${note}` : ''}`;
    if (!this.#out.isTTY) {
      if (Math.floor(share * 10) <= this.#tenth) return;
      this.#tenth = Math.floor(share * 10);
      this.#out.write(`${text}\n`);
      return;
    }
    const nowMs = performance.now();
    if (share < 1 && nowMs - this.#drawnAt < REDRAW_EVERY_MS) return;
    this.#drawnAt = nowMs;
    const filled = Math.round(share * WIDTH);
    this.#out.write(`\r\x1b[2K${'█'.repeat(filled)}${'░'.repeat(WIDTH - filled)} ${text}`);
  }

  /** Leaves the bar as it is and goes to the next line. */
  end(): void {
    if (this.#out.isTTY) this.#out.write('\n');
  }
}
