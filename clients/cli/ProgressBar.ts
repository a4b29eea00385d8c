import { isPlain } from './isPlain.ts';

/** The bar takes what the words leave of the line, within these. */
const WIDEST = 30;
const NARROWEST = 8;
const REDRAW_EVERY_MS = 50;

/** A line that fills up; on anything but a terminal, or with NO_COLOR, a plain line for every tenth. */
export class ProgressBar {
  readonly #label: string;
  readonly #out: NodeJS.WriteStream;
  readonly #isPlain: boolean;
  readonly #startedAt = performance.now();
  #drawnAt = 0;
  #tenth = 0;
  #isDrawn = false;

  constructor(label: string, out: NodeJS.WriteStream = process.stderr, env: NodeJS.ProcessEnv = process.env) {
    this.#label = label;
    this.#out = out;
    this.#isPlain = isPlain(out, env);
  }

  update(done: number, total: number, note = ''): void {
    const share = total > 0 ? Math.min(1, done / total) : 0;
    const perSecond = Math.round(done / Math.max(0.001, (performance.now() - this.#startedAt) / 1000));
    const text = `${note ? `${note} · ` : ''}${this.#label} ${done}/${total} · ${perSecond}/s`;
    if (this.#isPlain) {
      if (Math.floor(share * 10) <= this.#tenth) return;
      this.#tenth = Math.floor(share * 10);
      this.#out.write(`${text}\n`);
      return;
    }
    const nowMs = performance.now();
    if (share < 1 && nowMs - this.#drawnAt < REDRAW_EVERY_MS) return;
    this.#drawnAt = nowMs;
    this.#isDrawn = true;
    // A line that is longer than the terminal would leave its first half behind each time.
    const columns = (this.#out.columns || 80) - 2;
    const width = Math.max(NARROWEST, Math.min(WIDEST, columns - text.length));
    const filled = Math.round(share * width);
    const room = Math.max(0, columns - width);
    this.#out.write(`\r\x1b[2K${'█'.repeat(filled)}${'░'.repeat(width - filled)} ${text.slice(0, room)}`);
  }

  /** Says something that is no count, above the bar. */
  say(line: string): void {
    this.#out.write(this.#isDrawn ? `\r\x1b[2K${line}\n` : `${line}\n`);
    this.#drawnAt = 0;
  }

  /** Leaves the bar as it is and goes to the next line. */
  end(): void {
    if (this.#isDrawn) this.#out.write('\n');
    this.#isDrawn = false;
  }
}
