import { unsupported } from '../unsupported.ts';
import { arnPattern, likePattern } from './patterns.ts';
import type { Matches } from './patterns.ts';

/** What is known about a request besides action and resource, by condition key, for example `aws:SourceArn`. */
export type RequestContext = Readonly<Record<string, string | readonly string[]>>;

/** Whether a request fulfils all conditions of a statement. */
export type Conditions = (context: RequestContext) => boolean;

const OPERATORS: Readonly<Record<string, (expected: string) => Matches>> = {
  StringEquals: (expected) => (value) => value === expected,
  StringLike: likePattern,
  // IAM treats the two alike: both take wildcards.
  ArnEquals: arnPattern,
  ArnLike: arnPattern,
  Bool: (expected) => (value) => value.toLowerCase() === expected.toLowerCase(),
};

/**
 * Compiles the `Condition` of a statement. All its operators and keys must hold, and for each key any one of its
 * values. A key that the request does not have fails, except under `ForAllValues`. Unknown operators are refused by
 * name.
 */
export function compileConditions(condition: unknown): Conditions {
  const tests = Object.entries((condition ?? {}) as Record<string, Record<string, unknown>>).flatMap(
    ([operator, keys]) =>
      Object.entries(keys).map(([key, expected]) => compileTest(operator, key, [expected].flat().map(String))),
  );
  return (context) => tests.every((test) => test(context));
}

function compileTest(operator: string, key: string, expected: readonly string[]): Conditions {
  const [, set, comparison = ''] = /^(?:(ForAllValues|ForAnyValue):)?(.*)$/.exec(operator) ?? [];
  const compile = OPERATORS[comparison] ?? unsupported(`the IAM condition operator ${operator}`);
  const alternatives = expected.map(compile);
  const holds = (value: string) => alternatives.some((matches) => matches(value));
  const name = key.toLowerCase();
  return (context) => {
    const values = valuesOf(context, name);
    if (values === undefined) return set === 'ForAllValues';
    return set === 'ForAllValues' ? values.every(holds) : values.some(holds);
  };
}

/** Names of condition keys do not tell upper from lower case. */
function valuesOf(context: RequestContext, name: string): readonly string[] | undefined {
  for (const key in context) {
    const value = context[key];
    if (value !== undefined && key.toLowerCase() === name) return typeof value === 'string' ? [value] : value;
  }
  return undefined;
}
