import type { Calculation } from './Calculation.ts';
import { refuse, type Refusal } from './errors.ts';
import type { StateRules } from './jurisdictions/StateRules.ts';

/** The rules of a state, or `JURISDICTION_NOT_SUPPORTED`: a state that is not implemented is never taken as untaxed. */
export function stateRulesOf(c: Calculation, state: string, field: string): StateRules | Refusal {
  const rules = c.rules.states[state];
  if (rules !== undefined) return rules;
  return refuse(
    'JURISDICTION_NOT_SUPPORTED',
    `${state === '' ? 'No state' : `US-${state}`} has no confirmed rules for ${c.rules.year} in rule set ${c.rules.version}.`,
    'Correct the state, workState and homeState alike: a row that changes workState leaves homeState as it was. If it is right, pay this employee outside this service until its taxes are added to the rules.',
    field,
  );
}
