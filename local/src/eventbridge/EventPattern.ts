import { AwsError } from '../AwsError.ts';
import { invalidPattern } from './invalidPattern.ts';
import { compileValueMatcher, type Scalar, type ValueMatcher } from './compileValueMatcher.ts';

/** Whether part of an event matches; `root` is the whole event, `part` what the path of the pattern has reached. */
type Matcher = (part: unknown, root: unknown) => boolean;

const MAX_PATTERN_CHARACTERS = 2_048;

/**
 * An event pattern, compiled once. It names fields, and for each a list of values of which one must match. Fields are
 * joined with AND, `$or` joins alternatives; an array in the event matches when one of its elements does, and several
 * fields of an array of objects must match in the same element.
 */
export class EventPattern {
  readonly #matches: Matcher;

  /** @throws AwsError `InvalidEventPatternException` */
  constructor(pattern: unknown) {
    if (!isObject(pattern)) throw invalidPattern('Filter is not an object');
    if (JSON.stringify(pattern).length > MAX_PATTERN_CHARACTERS) {
      throw new AwsError(
        'ValidationException',
        `Event pattern must have at most ${MAX_PATTERN_CHARACTERS} characters.`,
      );
    }
    this.#matches = compileFields(pattern, []);
  }

  matches(event: unknown): boolean {
    return this.#matches(event, event);
  }
}

function compileFields(pattern: Record<string, unknown>, path: readonly string[]): Matcher {
  const fields = Object.entries(pattern);
  if (fields.length === 0) throw invalidPattern('Empty objects are not allowed');
  const matchers = fields.map(([name, value]) =>
    name === '$or' && isAlternatives(value)
      ? anyOf(value.map((alternative) => compileFields(alternative, path)))
      : compileField(name, value, path),
  );
  const allOf: Matcher = (part, root) => matchers.every((matches) => matches(part, root));
  return (part, root) => {
    if (!Array.isArray(part) || part.length === 0) return allOf(part, root);
    return part.flat(Infinity).some((element) => allOf(element, root));
  };
}

/** A dotted name means the same as nesting, in patterns as in events. */
function compileField(name: string, value: unknown, path: readonly string[]): Matcher {
  const dot = name.indexOf('.', 1);
  if (dot > 0 && dot < name.length - 1) {
    return compileField(name.slice(0, dot), { [name.slice(dot + 1)]: value }, path);
  }
  const here = [...path, name];
  const matches = Array.isArray(value)
    ? compileLeaf(value, here)
    : isObject(value)
      ? compileFields(value, here)
      : undefined;
  if (!matches) throw invalidPattern(`"${name}" must be an object or an array`);
  return (part, root) => matches(child(part, name), root);
}

function compileLeaf(alternatives: readonly unknown[], path: readonly string[]): Matcher {
  if (alternatives.length === 0) throw invalidPattern('Empty arrays are not allowed');
  return anyOf(
    alternatives.map((alternative): Matcher => {
      if (isObject(alternative) && alternative['exists'] === false && Object.keys(alternative).length === 1) {
        // Absence is asked of the whole event: one array element without the field does not make it absent.
        return (_part, root) => !hasLeaf(root, path, 0);
      }
      const matches = compileValueMatcher(alternative);
      return (part) => someLeaf(part, matches);
    }),
  );
}

function anyOf(matchers: readonly Matcher[]): Matcher {
  return (part, root) => matchers.some((matches) => matches(part, root));
}

/** `$or` is an operator only above a list of patterns; otherwise it is the name of a field. */
function isAlternatives(value: unknown): value is Record<string, unknown>[] {
  return Array.isArray(value) && value.length >= 2 && value.every((item) => isObject(item) && !('exists' in item));
}

/** The field `name` of `part`; `{"a.b": 1}` in an event has a field `a` with a field `b`. */
function child(part: unknown, name: string): unknown {
  if (!isObject(part)) return undefined;
  if (Object.hasOwn(part, name)) return part[name];
  for (const key in part) {
    if (key.startsWith(`${name}.`)) return { [key.slice(name.length + 1)]: part[key] };
  }
  return undefined;
}

function hasLeaf(part: unknown, path: readonly string[], depth: number): boolean {
  if (Array.isArray(part)) return part.some((element) => hasLeaf(element, path, depth));
  const name = path[depth];
  if (name === undefined) return part !== undefined && !isObject(part);
  return hasLeaf(child(part, name), path, depth + 1);
}

function someLeaf(part: unknown, matches: ValueMatcher): boolean {
  if (Array.isArray(part)) return part.some((element) => someLeaf(element, matches));
  return part !== undefined && !isObject(part) && matches(part as Scalar);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
