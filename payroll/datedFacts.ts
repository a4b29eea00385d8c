import type { CalendarDate } from './dates.ts';
import { addDays } from './dates.ts';

/** Something that holds from a day on, until the next change. */
export type Change<Facts> = Facts & { readonly effectiveFrom: CalendarDate };

/** Something that holds, and its first and last day. */
export type Stretch<Facts> = { readonly from: CalendarDate; readonly to: CalendarDate; readonly facts: Facts };

/** What holds on a day: `first` until the first change. Changes are in the order of their days. */
export function factsOn<Facts>(first: Facts, changes: readonly Change<Facts>[], day: CalendarDate): Facts {
  let found = first;
  for (const change of changes) {
    if (change.effectiveFrom > day) break;
    found = change;
  }
  return found;
}

/** What holds from one day to another, cut where it changes. */
export function stretchesBetween<Facts>(
  first: Facts,
  changes: readonly Change<Facts>[],
  from: CalendarDate,
  to: CalendarDate,
): Stretch<Facts>[] {
  const stretches: Stretch<Facts>[] = [];
  let begin = from;
  for (const { effectiveFrom } of changes) {
    if (effectiveFrom <= begin) continue;
    if (effectiveFrom > to) break;
    stretches.push({ from: begin, to: addDays(effectiveFrom, -1), facts: factsOn(first, changes, begin) });
    begin = effectiveFrom;
  }
  if (begin <= to) stretches.push({ from: begin, to, facts: factsOn(first, changes, begin) });
  return stretches;
}
