import { canonicalJson } from './canonicalJson.ts';
import { refuse, succeed, type Result } from './errors.ts';
import type { FederalRules } from './jurisdictions/FederalRules.ts';
import type { ReciprocityRules } from './jurisdictions/ReciprocityRules.ts';
import { lawOf } from './jurisdictions/registry.ts';
import type { StateRules } from './jurisdictions/StateRules.ts';
import { sha256Hex } from './sha256Hex.ts';

/**
 * The law of one calendar year as this build knows it. `version` is raised with every change of a figure or a formula, so a
 * recorded payslip names what it was calculated with; `hash` covers all the data and shows a change that forgot to say so.
 */
export type RuleSet = {
  readonly version: string;
  readonly year: number;
  readonly hash: string;
  readonly federal: FederalRules;
  readonly states: Readonly<Record<string, StateRules>>;
  /** Agreements between states; absent in rule set 2026.1, which had them in the states. */
  readonly reciprocity?: ReciprocityRules;
};

/** The version that new runs are frozen with. */
export const CURRENT_RULE_SET_VERSION = '2026.2';

const YEAR_OF_VERSION: Readonly<Record<string, number>> = { '2026.1': 2026, '2026.2': 2026 };

/** Made when first asked for: hashing all the data takes longer than a worker may spend on versions that it does not use. */
const ruleSets = new Map<string, RuleSet>();

function ruleSetFor(version: string, year: number): RuleSet {
  const law = lawOf(version);
  const federal = law.federal.find((rules) => rules.year === year);
  if (federal === undefined) throw new Error(`rule set ${version} has no federal rules for ${year}`);
  // Without a prototype, so that no word but a state's code finds anything.
  const states: Record<string, StateRules> = Object.create(null) as Record<string, StateRules>;
  for (const rules of law.states) if (rules.year === year) states[rules.state] = rules;
  const { reciprocity } = law;
  const hash = sha256Hex(canonicalJson({ version, year, federal, states, reciprocity }));
  return { version, year, hash, federal, states, ...(reciprocity === undefined ? {} : { reciprocity }) };
}

/** @returns the rule set, or `RULE_SET_NOT_FOUND` with the versions that there are */
export function ruleSetOf(version: string): Result<RuleSet> {
  const made = ruleSets.get(version);
  if (made !== undefined) return succeed(made);
  const year = Object.hasOwn(YEAR_OF_VERSION, version) ? YEAR_OF_VERSION[version] : undefined;
  if (year === undefined) {
    return refuse(
      'RULE_SET_NOT_FOUND',
      `Rule set "${version}" is not in this build; it has ${Object.keys(YEAR_OF_VERSION).join(', ')}.`,
      'Use one of these, or deploy a build that carries it.',
      'ruleSetVersion',
    );
  }
  const ruleSet = ruleSetFor(version, year);
  ruleSets.set(version, ruleSet);
  return succeed(ruleSet);
}
