import { AwsError } from '../AwsError.ts';

const DAY_MS = 86_400_000;

/** A zone of the IANA database. Wall times are written as the epoch milliseconds that UTC would have for them. */
export class TimeZone {
  readonly #format: Intl.DateTimeFormat;

  /** @throws AwsError `ValidationException` for a zone that does not exist */
  constructor(name: string) {
    try {
      this.#format = new Intl.DateTimeFormat('en-US', {
        timeZone: name,
        hourCycle: 'h23',
        year: 'numeric',
        month: 'numeric',
        day: 'numeric',
        hour: 'numeric',
        minute: 'numeric',
        second: 'numeric',
      });
    } catch {
      throw new AwsError('ValidationException', `Invalid Schedule Expression Timezone ${name}.`);
    }
  }

  wallTimeOf(instantMs: number): number {
    const part: Record<string, number> = {};
    for (const { type, value } of this.#format.formatToParts(instantMs)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second);
  }

  /**
   * The first instant at which clocks show `wallMs`: the earlier one of a repeated time, `undefined` for a skipped one.
   * Offsets a day before and after cover both sides of any clock change.
   */
  instantOf(wallMs: number): number | undefined {
    const candidates = [wallMs - DAY_MS, wallMs + DAY_MS]
      .map((nearMs) => wallMs - (this.wallTimeOf(nearMs) - nearMs))
      .filter((instantMs) => this.wallTimeOf(instantMs) === wallMs);
    return candidates.length > 0 ? Math.min(...candidates) : undefined;
  }
}
