import { unsupported } from '../unsupported.ts';
import { compileConditions } from './conditions.ts';
import type { Conditions } from './conditions.ts';
import { actionPattern, arnPattern } from './patterns.ts';
import type { Matches } from './patterns.ts';

/** A pattern of a statement, as it was written and as it is asked. */
export interface Pattern {
  readonly text: string;
  readonly matches: Matches;
}

/** A statement of a policy, ready to be asked. It applies when an action, a resource and all conditions match. */
export interface Statement {
  readonly effect: 'Allow' | 'Deny';
  readonly actions: readonly Pattern[];
  readonly resources: readonly Pattern[];
  readonly conditions: Conditions;
  /** Whom a resource's policy speaks of; `*` for everybody. Empty in the policy of an identity. */
  readonly principals: readonly string[];
}

const KNOWN_ELEMENTS = new Set([
  'Sid',
  'Effect',
  'Principal',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Condition',
]);

/**
 * Compiles every statement of a policy document. What is not understood is refused by name, here and not at the first
 * call.
 */
export function compileStatements(document: unknown): Statement[] {
  const { Statement: statements } = document as { Statement: unknown };
  return [statements].flat().map((statement) => compileStatement(statement as Record<string, unknown>));
}

function compileStatement(statement: Record<string, unknown>): Statement {
  for (const element of Object.keys(statement)) {
    if (!KNOWN_ELEMENTS.has(element)) unsupported(`the IAM policy element ${element}`);
  }
  return {
    effect: statement['Effect'] === 'Allow' ? 'Allow' : 'Deny',
    actions: patterns(statement, 'Action', actionPattern),
    // A trust policy has none: it is about the role itself.
    resources: patterns(statement, 'Resource', arnPattern),
    conditions: compileConditions(statement['Condition']),
    principals: principalsOf(statement['Principal']),
  };
}

function patterns(statement: Record<string, unknown>, element: string, compile: (text: string) => Matches): Pattern[] {
  const excepted = statement[`Not${element}`];
  if (excepted === undefined) {
    return textsOf(statement[element]).map((text) => ({ text, matches: compile(text) }));
  }
  const texts = textsOf(excepted);
  const matchers = texts.map(compile);
  const matches: Matches = (value) => !matchers.some((matcher) => matcher(value));
  return [{ text: `all but ${texts.join(', ')}`, matches }];
}

function textsOf(element: unknown): string[] {
  const texts = [element ?? []].flat().map(String);
  for (const text of texts) if (text.includes('${')) unsupported(`the IAM policy variable in ${text}`);
  return texts;
}

function principalsOf(principal: unknown): string[] {
  if (principal === undefined) return [];
  if (typeof principal === 'string') return [principal];
  return Object.entries(principal as Record<string, unknown>).flatMap(([kind, names]) => {
    if (kind === 'Service' || (kind === 'AWS' && names === '*')) return [names].flat().map(String);
    return unsupported(`the IAM principal ${kind} ${JSON.stringify(names)}`);
  });
}
