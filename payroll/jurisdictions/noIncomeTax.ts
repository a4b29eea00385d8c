import { LEVIED_ON_GROSS_WAGES } from './deductionTreatments.ts';
import type { Levy, StateRules } from './StateRules.ts';

/** The rules of a state that does not tax wages; its own programmes are `levies`. */
export function noIncomeTax(state: string, name: string, year: number, levies: readonly Levy[] = []): StateRules {
  return {
    jurisdiction: `US-${state}`,
    state,
    name,
    year,
    source: `${name} has no income tax on wages`,
    confidence: 'A',
    keyedBy: 'PAY_DATE',
    editions: [{ effectiveFrom: `${year}-01-01`, incomeTax: { formula: 'NONE' } }],
    incomeTaxExcludes: {},
    leviesExclude: LEVIED_ON_GROSS_WAGES,
    levies,
  };
}
