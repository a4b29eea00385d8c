import { unsupported } from '../../unsupported.ts';
import { FieldError } from '../FieldError.ts';
import type { SubscriptionFilter, SubscriptionFilterEntry } from '../resolverRuntime/Evaluation.ts';

/** Whether a published object (or an invalidation's payload) is one that the subscription asked for. */
export type Matches = (published: Readonly<Record<string, unknown>>) => boolean;

const MAX_FIELDS_PER_GROUP = 5;
const MAX_FILTERS_PER_GROUP = 10;
const MAX_IN_VALUES = 5;
const MAX_CONTAINS_ANY_VALUES = 20;
const MAX_STRING_LENGTH = 256;
const MAX_PATH_LEVELS = 5;

type Test = (actual: unknown, value: never) => boolean;
type Ordered = string | number;

function compare(accepts: (actual: Ordered, value: Ordered) => boolean): Test {
  return (actual: unknown, value: Ordered) =>
    (typeof actual === 'string' || typeof actual === 'number') &&
    typeof actual === typeof value &&
    accepts(actual, value);
}

function contains(actual: unknown, value: unknown): boolean {
  if (Array.isArray(actual)) return actual.includes(value);
  return typeof actual === 'string' && typeof value === 'string' && actual.includes(value);
}

/** Values are compared with their type: the number 1 is not the string '1'. */
const TESTS: Readonly<Record<string, Test>> = {
  eq: (actual: unknown, value: unknown) => actual === value,
  ne: (actual: unknown, value: unknown) => actual !== value,
  le: compare((actual, value) => actual <= value),
  lt: compare((actual, value) => actual < value),
  ge: compare((actual, value) => actual >= value),
  gt: compare((actual, value) => actual > value),
  contains,
  notContains: (actual: unknown, value: unknown) => !contains(actual, value),
  beginsWith: (actual: unknown, value: string) => typeof actual === 'string' && actual.startsWith(value),
  in: (actual: unknown, values: unknown[]) => values.includes(actual),
  notIn: (actual: unknown, values: unknown[]) => !values.includes(actual),
  between: (actual: unknown, [start, end]: [Ordered, Ordered]) =>
    (typeof actual === 'string' || typeof actual === 'number') && actual >= start && actual <= end,
  containsAny: (actual: unknown, values: unknown[]) => values.some((value) => contains(actual, value)),
};
const LIST_OPERATORS = ['in', 'notIn', 'between', 'containsAny'];

/**
 * An enhanced filter as a function: groups are alternatives, the filters of a group must all hold. Throws `FieldError` for
 * what AppSync's limits refuse. Whether an empty filter means everything or nothing is not known: it is refused.
 */
export function compileFilter(filter: SubscriptionFilter | null): Matches {
  if (!filter || !Array.isArray(filter.filterGroup) || filter.filterGroup.length === 0) {
    unsupported('a subscription filter without a filter group');
  }
  const groups = filter.filterGroup.map(({ filters }) => compileGroup(filters));
  return (published) => groups.some((matches) => matches(published));
}

function compileGroup(entries: readonly SubscriptionFilterEntry[]): Matches {
  const fieldNames = new Set(entries.map(({ fieldName }) => fieldName));
  const count = entries.reduce((sum, { operator, value }) => {
    const isList = (operator === 'in' || operator === 'notIn') && Array.isArray(value);
    return sum + (isList ? value.length : 1);
  }, 0);
  limit(fieldNames.size, MAX_FIELDS_PER_GROUP, 'field names in a group');
  limit(count, MAX_FILTERS_PER_GROUP, 'filters in a group');
  const tests = entries.map(compileEntry);
  return (published) => tests.every((matches) => matches(published));
}

function compileEntry({ fieldName, operator, value }: SubscriptionFilterEntry): Matches {
  const test = Object.hasOwn(TESTS, operator) ? TESTS[operator] : undefined;
  if (!test) throw invalid(`operator '${operator}'`);
  if (LIST_OPERATORS.includes(operator) !== Array.isArray(value)) throw invalid(`value of '${operator}'`);
  const values: unknown[] = Array.isArray(value) ? value : [value];
  if (operator === 'in' || operator === 'notIn') limit(values.length, MAX_IN_VALUES, `values of '${operator}'`);
  if (operator === 'containsAny') limit(values.length, MAX_CONTAINS_ANY_VALUES, "values of 'containsAny'");
  if (operator === 'between' && values.length !== 2) throw invalid("value of 'between'");
  for (const member of values) limit(typeof member === 'string' ? member.length : 0, MAX_STRING_LENGTH, 'characters');
  const path = fieldName.split('.');
  limit(path.length, MAX_PATH_LEVELS, 'levels in a field name');
  return (published) => test(valueAt(published, path), value as never);
}

function valueAt(published: unknown, path: readonly string[]): unknown {
  let value = published;
  for (const name of path) {
    if (typeof value !== 'object' || value === null) return null;
    value = (value as Record<string, unknown>)[name];
  }
  return value ?? null;
}

/** Arguments are equality filters on fields of the same name; an omitted one filters nothing, null asks for null. */
export function matchArguments(args: Readonly<Record<string, unknown>>): Matches {
  const wanted = Object.entries(args);
  return (published) => wanted.every(([name, value]) => (published[name] ?? null) === value);
}

function limit(count: number, maximum: number, what: string): void {
  if (count > maximum) throw invalid(`number of ${what}, ${count}; the limit is ${maximum}`);
}

function invalid(what: string): FieldError {
  return new FieldError(`Invalid subscription filter: ${what}.`, 'BadRequestException');
}
