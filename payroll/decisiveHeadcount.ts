import { ruleSetOf } from './ruleSets.ts';

/**
 * How many employees an employer may have before one more makes no difference to any rule: counting them may stop
 * there. 0 where no rule asks, and for a rule set that this build does not carry.
 */
export function decisiveHeadcount(ruleSetVersion: string): number {
  const ruleSet = ruleSetOf(ruleSetVersion);
  if (!ruleSet.ok) return 0;
  const levies = Object.values(ruleSet.value.states).flatMap((state) => state.levies);
  return Math.max(0, ...levies.map(({ fromHeadcount = 0 }) => fromHeadcount));
}
