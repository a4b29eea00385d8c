import { Cron } from 'croner';
import { AwsError } from '../AwsError.ts';
import { TimeZone } from './TimeZone.ts';

const UNIT_MS: Readonly<Record<string, number>> = { minute: 60_000, hour: 3_600_000, day: 86_400_000 };

const MONTH = 'JAN|FEB|MAR|APR|MAY|JUN|JUL|AUG|SEP|OCT|NOV|DEC';
const WEEKDAY = 'SUN|MON|TUE|WED|THU|FRI|SAT';

/** What each field of an AWS cron expression may hold: minutes, hours, day of month, month, day of week, year. */
const FIELDS = [
  listOf('\\d{1,2}'),
  listOf('\\d{1,2}'),
  new RegExp(`${listOf('\\d{1,2}').source}|^(\\?|L|LW|\\d{1,2}W)$`),
  listOf(`\\d{1,2}|${MONTH}`),
  new RegExp(`${listOf(`[1-7]|${WEEKDAY}`).source}|^(\\?|L|([1-7]|${WEEKDAY})(L|#[1-5]))$`),
  listOf('\\d{4}'),
];

/**
 * When a schedule is due: `rate(5 minutes)`, `cron(0 9 ? * MON-FRI *)` or `at(2026-01-31T09:00:00)`.
 * `cron` and `at` are local times of a zone: one that the clocks skip does not run, one that they repeat runs once.
 */
export class ScheduleExpression {
  readonly kind: 'rate' | 'cron' | 'at';
  readonly #periodMs: number | undefined;
  readonly #next: (afterMs: number, anchorMs: number) => number | undefined;

  /** @throws AwsError `ValidationException` in the Scheduler's wording */
  constructor(expression: string, timeZone: string) {
    const [, kind, content = ''] = /^(rate|cron|at)\((.*)\)$/.exec(expression) ?? [];
    const zone = new TimeZone(timeZone);
    this.#periodMs = kind === 'rate' ? ratePeriodMs(content) : undefined;
    const next =
      kind === 'cron'
        ? compileCron(content, zone)
        : kind === 'at'
          ? compileAt(content, zone)
          : nextOfRate(this.#periodMs);
    if (!next || !kind) throw new AwsError('ValidationException', `Invalid Schedule Expression ${expression}.`);
    this.kind = kind as 'rate' | 'cron' | 'at';
    this.#next = next;
  }

  /**
   * The first instant after `afterMs` at which the schedule is due, or `undefined` when it never is again.
   * @param anchorMs from where a rate counts; it is itself the rate's first instant
   */
  next(afterMs: number, anchorMs: number): number | undefined {
    return this.#next(afterMs, anchorMs);
  }

  /** The last instant in (`afterMs`, `untilMs`] at which the schedule is due: what is left of missed ones. */
  last(afterMs: number, untilMs: number, anchorMs: number): number | undefined {
    let last: number | undefined;
    // A rate is arithmetic: no need to walk through a long absence.
    const fromMs = this.#periodMs === undefined ? afterMs : Math.max(afterMs, untilMs - this.#periodMs);
    for (let at = this.next(fromMs, anchorMs); at !== undefined && at <= untilMs; at = this.next(at, anchorMs))
      last = at;
    return last;
  }
}

function ratePeriodMs(content: string): number | undefined {
  const [, value = '', unit = '', plural] = /^([1-9]\d*) (minute|hour|day)(s?)$/.exec(content) ?? [];
  const unitMs = UNIT_MS[unit];
  if (unitMs === undefined || (value === '1') !== (plural === '')) return undefined;
  return Number(value) * unitMs;
}

function nextOfRate(periodMs: number | undefined): ((afterMs: number, anchorMs: number) => number) | undefined {
  if (periodMs === undefined) return undefined;
  return (afterMs, anchorMs) =>
    afterMs < anchorMs ? anchorMs : anchorMs + (Math.floor((afterMs - anchorMs) / periodMs) + 1) * periodMs;
}

function compileAt(content: string, zone: TimeZone): ((afterMs: number) => number | undefined) | undefined {
  const wallMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/.test(content) ? Date.parse(`${content}Z`) : NaN;
  // `Date` takes 30 February for 2 March.
  if (Number.isNaN(wallMs) || !new Date(wallMs).toISOString().startsWith(content)) return undefined;
  const atMs = zone.instantOf(wallMs);
  return (afterMs) => (atMs !== undefined && atMs > afterMs ? atMs : undefined);
}

function compileCron(content: string, zone: TimeZone): ((afterMs: number) => number | undefined) | undefined {
  const fields = content.split(' ');
  const isWellFormed = fields.length === FIELDS.length && fields.every((field, index) => FIELDS[index]?.test(field));
  // Exactly one of day of month and day of week leaves the choice to the other.
  if (!isWellFormed || (fields[2] === '?') === (fields[4] === '?')) return undefined;
  // Here the last day of the week is Saturday; croner knows L only behind a weekday.
  const pattern = fields.map((field, index) => (field === '?' ? '*' : field === 'L' && index === 4 ? '7' : field));
  let cron: Cron;
  try {
    // Always in UTC, which has no clock changes: croner would move a skipped time to the next valid one, and run
    // some repeated times twice. TimeZone applies AWS's rules instead.
    cron = new Cron(`0 ${pattern.join(' ')}`, {
      timezone: 'UTC',
      mode: '7-part',
      alternativeWeekdays: true, // SUN is 1
      sloppyRanges: true, // 5/15
    });
  } catch {
    return undefined;
  }
  return (afterMs) => {
    let wallMs: number | undefined = zone.wallTimeOf(afterMs);
    for (;;) {
      wallMs = cron.nextRun(new Date(wallMs))?.getTime();
      if (wallMs === undefined) return undefined;
      const atMs = zone.instantOf(wallMs);
      if (atMs !== undefined && atMs > afterMs) return atMs;
    }
  };
}

/** A field of values, ranges and steps. */
function listOf(value: string): RegExp {
  const part = `(\\*|(${value})(-(${value}))?)(/\\d{1,2})?`;
  return new RegExp(`^${part}(,${part})*$`);
}
