import type { AttributeMap, AttributeValue } from '../AttributeValue.ts';
import { AwsError } from '../../AwsError.ts';
import { normalizeValue } from '../normalizeValue.ts';
import { unsupported } from '../../unsupported.ts';
import { validationException } from '../validationException.ts';
import type { Condition } from './Condition.ts';
import { parseCondition } from './parseCondition.ts';
import type { BoundExpression, DocumentPath, ExpressionKind, ParsedExpression } from './ParsedExpression.ts';
import { parseProjection } from './parseProjection.ts';
import { parseUpdate } from './parseUpdate.ts';
import type { Update } from './Update.ts';

/** More texts than a service has expressions; beyond it the cache starts anew instead of growing with generated ones. */
const MAX_CACHED_EXPRESSIONS = 2_000;
const cache = new Map<string, ParsedExpression<unknown>>();

/** The members of a request (or of one element of a transaction) that hold expressions. */
export interface ExpressionInput {
  ConditionExpression?: string;
  FilterExpression?: string;
  KeyConditionExpression?: string;
  ProjectionExpression?: string;
  UpdateExpression?: string;
  ExpressionAttributeNames?: Record<string, string>;
  ExpressionAttributeValues?: Record<string, AttributeValue>;
}

/**
 * The expressions of one request with the placeholders that they share: parses (or takes from the cache), resolves,
 * and refuses placeholders that are undefined, malformed or unused. Ask for the expressions, then call `finish`.
 */
export class RequestExpressions {
  readonly #input: ExpressionInput;
  readonly #names: Record<string, string>;
  readonly #values: AttributeMap;
  readonly #used = new Set<string>();
  #hasExpression = false;

  constructor(input: ExpressionInput) {
    this.#input = input;
    this.#names = input.ExpressionAttributeNames ?? {};
    this.#values = normalizedValues(input.ExpressionAttributeValues);
    checkNames(input.ExpressionAttributeNames);
  }

  condition(
    kind: 'ConditionExpression' | 'FilterExpression' | 'KeyConditionExpression',
  ): BoundExpression<Condition> | undefined {
    return this.#bind(kind, (text) => parseCondition(kind, text));
  }

  /** The document paths of the ProjectionExpression, if there is one. */
  projection(): readonly DocumentPath[] | undefined {
    return this.#bind('ProjectionExpression', parseProjection)?.paths;
  }

  update(): BoundExpression<Update> | undefined {
    return this.#bind('UpdateExpression', parseUpdate);
  }

  /** Refuses placeholders that no expression used. */
  finish(): void {
    const { ExpressionAttributeNames: names, ExpressionAttributeValues: values } = this.#input;
    if (names) this.#requireUsed('ExpressionAttributeNames', names);
    if (values) this.#requireUsed('ExpressionAttributeValues', values);
  }

  #bind<Root>(
    kind: ExpressionKind,
    parse: (text: string) => ParsedExpression<Root>,
  ): BoundExpression<Root> | undefined {
    const text = this.#input[kind];
    if (text === undefined) return undefined;
    if (typeof text !== 'string') {
      throw new AwsError('SerializationException', 'Start of structure or map found where not expected.');
    }
    this.#hasExpression = true;
    const parsed = cached(kind, text, parse);
    for (const name of parsed.names) {
      if (!Object.hasOwn(this.#names, name)) {
        throw validationException(
          `Invalid ${kind}: An expression attribute name used in the document path is not defined; attribute name: ${name}`,
        );
      }
      this.#used.add(name);
    }
    for (const name of parsed.values) {
      if (!Object.hasOwn(this.#values, name)) {
        throw validationException(
          `Invalid ${kind}: An expression attribute value used in expression is not defined; attribute value: ${name}`,
        );
      }
      this.#used.add(name);
    }
    const paths = parsed.names.length === 0 ? parsed.paths : parsed.paths.map((path) => this.#resolve(path));
    const bound = { root: parsed.root, paths, values: this.#values };
    for (const check of parsed.checks) check(bound);
    return bound;
  }

  #resolve(path: DocumentPath): DocumentPath {
    return path.map((step) =>
      typeof step === 'string' && step.startsWith('#') ? (this.#names[step] as string) : step,
    );
  }

  #requireUsed(member: 'ExpressionAttributeNames' | 'ExpressionAttributeValues', placeholders: object): void {
    if (!this.#hasExpression) throw validationException(`${member} can only be specified when using expressions`);
    const unused = Object.keys(placeholders).filter((placeholder) => !this.#used.has(placeholder));
    if (unused.length > 0) {
      throw validationException(`Value provided in ${member} unused in expressions: keys: {${unused.join(', ')}}`);
    }
  }
}

function cached<Root>(
  kind: ExpressionKind,
  text: string,
  parse: (text: string) => ParsedExpression<Root>,
): ParsedExpression<Root> {
  const key = kind + text;
  const known = cache.get(key);
  if (known) return known as ParsedExpression<Root>;
  const parsed = parse(text);
  if (cache.size >= MAX_CACHED_EXPRESSIONS) cache.clear();
  cache.set(key, parsed);
  return parsed;
}

function normalizedValues(values: Record<string, AttributeValue> | undefined): AttributeMap {
  if (values === undefined) return {};
  const normalized: AttributeMap = {};
  for (const key in values) {
    if (!/^:[A-Za-z0-9_]+$/.test(key)) {
      throw validationException(`ExpressionAttributeValues contains invalid key: Syntax error; key: "${key}"`);
    }
    try {
      normalized[key] = normalizeValue(values[key] as AttributeValue);
    } catch (error) {
      if (!(error instanceof AwsError) || error.code !== 'ValidationException') throw error;
      throw validationException(`ExpressionAttributeValues contains invalid value: ${error.message} for key ${key}`);
    }
  }
  if (Object.keys(normalized).length === 0) throw validationException('ExpressionAttributeValues must not be empty');
  return normalized;
}

function checkNames(names: Record<string, string> | undefined): void {
  if (names === undefined) return;
  const entries = Object.entries(names);
  if (entries.length === 0) throw validationException('ExpressionAttributeNames must not be empty');
  for (const [key, name] of entries) {
    if (!/^#[A-Za-z0-9_]+$/.test(key)) {
      throw validationException(`ExpressionAttributeNames contains invalid key: Syntax error; key: "${key}"`);
    }
    if (name === '') {
      throw validationException(`ExpressionAttributeNames contains invalid value: Empty attribute name for key ${key}`);
    }
    // Setting it would change the prototype of the object that holds the item, and the attribute would be lost.
    if (name === '__proto__') unsupported('an attribute named __proto__ in an expression');
  }
}
