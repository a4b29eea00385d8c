import type { SubscriptionFilter, SubscriptionFilterEntry } from './Evaluation.ts';

type Group = readonly SubscriptionFilterEntry[];

/**
 * `util.transform.toSubscriptionFilter`. Every operator of a field, every member of an `or` and every rule is an
 * alternative, so groups multiply out. Null when the filter is not a map, which nothing on AWS explains: guard against it.
 */
export function toSubscriptionFilter(
  filter: unknown,
  ignoredFields: readonly string[] = [],
  rules: Readonly<Record<string, unknown>> = {},
): SubscriptionFilter | null {
  if (!isMap(filter)) return null;
  const alternatives = product([groupsOf(filter, ignoredFields), anyOf(rules)]);
  return {
    filterGroup: alternatives.filter((group) => group.length > 0).map((filters) => ({ filters: [...filters] })),
  };
}

function groupsOf(filter: Readonly<Record<string, unknown>>, ignoredFields: readonly string[]): Group[] {
  const factors = Object.entries(filter).map(([name, operand]): Group[] => {
    const members = () => (Array.isArray(operand) ? operand.filter(isMap) : []);
    if (name === 'and') return product(members().map((member) => groupsOf(member, ignoredFields)));
    if (name === 'or') return orNothing(members().flatMap((member) => groupsOf(member, ignoredFields)));
    return ignoredFields.includes(name) ? [[]] : orNothing(operatorsOf(name, operand));
  });
  return product(factors);
}

function operatorsOf(fieldName: string, operators: unknown): Group[] {
  return isMap(operators) ? Object.entries(operators).map(([operator, value]) => [{ fieldName, operator, value }]) : [];
}

function anyOf(rules: Readonly<Record<string, unknown>>): Group[] {
  return orNothing(Object.entries(rules).flatMap(([name, operators]) => operatorsOf(name, operators)));
}

function orNothing(groups: Group[]): Group[] {
  return groups.length > 0 ? groups : [[]];
}

function product(factors: readonly Group[][]): Group[] {
  return factors.reduce<Group[]>(
    (groups, factor) => groups.flatMap((group) => factor.map((alternative) => [...group, ...alternative])),
    [[]],
  );
}

function isMap(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
