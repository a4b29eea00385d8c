import { canonicalJson } from './canonicalJson.ts';
import { refuse, succeed, type Result } from './errors.ts';
import type { FederalRules } from './jurisdictions/FederalRules.ts';
import { registry } from './jurisdictions/registry.ts';
import type { StateRules } from './jurisdictions/StateRules.ts';
import { sha256Hex } from './sha256Hex.ts';

/**
 * The law of one calendar year as this build knows it. `version` is raised with every change of a figure or a formula, so a
 * recorded payslip names what it was figured with; `hash` covers all the data and shows a change that forgot to say so.
 */
export type RuleSet = {
  readonly version: string;
  readonly year: number;
  readonly hash: string;
  readonly federal: FederalRules;
  readonly states: Readonly<Record<string, StateRules>>;
};

/** The version that new runs are frozen with. */
export const CURRENT_RULE_SET_VERSION = '2026.1';

const YEAR_OF_VERSION: Readonly<Record<string, number>> = { '2026.1': 2026 };

const ruleSets = new Map(
  Object.entries(YEAR_OF_VERSION).map(([version, year]) => [version, ruleSetFor(version, year)]),
);

function ruleSetFor(version: string, year: number): RuleSet {
  const federal = registry.federal.find((rules) => rules.year === year);
  if (federal === undefined) throw new Error(`rule set ${version} has no federal rules for ${year}`);
  // Without a prototype, so that no word but a state's code finds anything.
  const states: Record<string, StateRules> = Object.create(null) as Record<string, StateRules>;
  for (const rules of registry.states) if (rules.year === year) states[rules.state] = rules;
  return { version, year, hash: sha256Hex(canonicalJson({ version, year, federal, states })), federal, states };
}

/** @returns the rule set, or `RULE_SET_NOT_FOUND` with the versions that there are */
export function ruleSetOf(version: string): Result<RuleSet> {
  const ruleSet = ruleSets.get(version);
  if (ruleSet !== undefined) return succeed(ruleSet);
  return refuse(
    'RULE_SET_NOT_FOUND',
    `Rule set "${version}" is not in this build; it has ${[...ruleSets.keys()].join(', ')}.`,
    'Use one of these, or deploy a build that carries it.',
    'ruleSetVersion',
  );
}
