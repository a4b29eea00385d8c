import type { Calculation } from './Calculation.ts';
import { refuse, type Refusal } from './errors.ts';
import type { StateEdition, StateRules } from './jurisdictions/StateRules.ts';

/** The edition in force on the date that the state goes by. */
export function editionOf(c: Calculation, state: StateRules): StateEdition | Refusal {
  const { period } = c.facts;
  const date = state.keyedBy === 'PERIOD_END' ? period.endDate : period.payDate;
  for (let i = state.editions.length - 1; i >= 0; i--) {
    const edition = state.editions[i];
    if (edition === undefined) continue;
    if (edition.effectiveFrom <= date) return edition;
    if (edition.open === undefined || date < edition.open.fromDate) continue;
    const from = c.facts.employer.taxDecisions?.[edition.open.decision];
    if (from === undefined) return undecided(state, edition, date);
    if (from <= date) return edition;
  }
  return refuse(
    'JURISDICTION_NOT_SUPPORTED',
    `${state.name} has no confirmed withholding rules for ${date}; the first are from ${state.editions[0]?.effectiveFrom}.`,
    'Use a later date, or add the earlier edition to the jurisdiction.',
    'period',
  );
}

function undecided(state: StateRules, edition: StateEdition, date: string): Refusal {
  const { fromDate, decision } = edition.open ?? { fromDate: '', decision: '' };
  return refuse(
    'JURISDICTION_NOT_SUPPORTED',
    `${state.name} changed its withholding after ${fromDate}, and the first day is not confirmed; the date is ${date}.`,
    `Record in the company's tax decisions ${decision} with the day from which you use the new figures (at the latest ${edition.effectiveFrom}).`,
    `employer.taxDecisions.${decision}`,
  );
}
