import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { SystemClock } from 'cdk-local-engine';
import { join } from 'node:path';

/** The Monday after the sample period, in New York's morning. */
const SAMPLE_TODAY_MS = Date.parse('2026-11-23T14:00:00Z');
/** From here on the next pay dates are not in 2026 any more, and the service knows the law of no later year. */
const LAST_MACHINE_DAY_MS = Date.parse('2026-12-15T00:00:00Z');

/**
 * The clock of a sample company: the machine's, as long as that is within the year whose rules the service has; later it is
 * November 2026 when the company is made, and time continues from there. Kept with the data, whose time must not go backwards.
 */
export function sampleClock(dataDirectory: string): SystemClock {
  const file = join(dataDirectory, 'clock.json');
  if (existsSync(file)) {
    const { offsetMs } = JSON.parse(readFileSync(file, 'utf8')) as { offsetMs: number };
    return new SystemClock(offsetMs);
  }
  const clock = new SystemClock(Date.now() < LAST_MACHINE_DAY_MS ? 0 : SAMPLE_TODAY_MS - Date.now());
  mkdirSync(dataDirectory, { recursive: true });
  writeFileSync(file, JSON.stringify({ offsetMs: clock.offsetMs }));
  return clock;
}
