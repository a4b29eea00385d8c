import type { Calculation } from './Calculation.ts';
import { refuse, type Refusal } from './errors.ts';
import type { StateEdition, StateRules } from './jurisdictions/StateRules.ts';

/** The edition in force on the date that the state goes by. */
export function editionOf(c: Calculation, state: StateRules): StateEdition | Refusal {
  const { period } = c.facts;
  const date = state.keyedBy === 'PERIOD_END' ? period.endDate : period.payDate;
  for (let i = state.editions.length - 1; i >= 0; i--) {
    const edition = state.editions[i];
    if (edition !== undefined && edition.effectiveFrom <= date) return edition;
  }
  return refuse(
    'JURISDICTION_NOT_SUPPORTED',
    `${state.name} has no confirmed withholding rules for ${date}; the first are from ${state.editions[0]?.effectiveFrom}.`,
    'Use a later date, or add the earlier edition to the jurisdiction.',
    'period',
  );
}
