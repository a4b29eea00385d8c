import type { Run } from '../run/Run.ts';
import type { PayPeriod } from './usePayPeriods.ts';

/** A run that pays nobody leaves its period open. */
const PAYS_NOBODY = ['CANCELLED', 'REJECTED', 'VOIDED', 'FAILED'];

/**
 * The period that is most likely to be run now: the first after the last one that has a regular run, or the last that ended
 * where nothing was run so far.
 * @param periods those that have begun, the latest first
 * @param runs those of the pay group
 */
export function offeredPeriod(periods: readonly PayPeriod[], runs: readonly Run[]): PayPeriod | undefined {
  const today = new Date().toISOString().slice(0, 10);
  const [lastRun] = runs
    .filter(({ type, status }) => type === 'REGULAR' && !PAYS_NOBODY.includes(status))
    .map(({ period }) => period.startDate)
    .sort()
    .toReversed();
  if (lastRun === undefined) return periods.find(({ endDate }) => endDate < today) ?? periods.at(-1);
  const later = periods.filter(({ startDate }) => startDate > lastRun);
  return later.at(-1) ?? periods.find(({ startDate }) => startDate === lastRun) ?? periods[0];
}
