import { type Expression as ParsedExpression } from '../Expression.ts';
import { type Node, Template } from '../Template.ts';
import type { Problems } from './Problems.ts';

/** Parses the text of an expression, from a cache where the machine has used it before. */
export type ParseExpression = (source: string) => ParsedExpression;

/** Which members of `$states` mean something in a field. */
export interface Scoping {
  readonly result?: boolean;
  readonly errorOutput?: boolean;
}

/** Fields that exist only in JSONPath state machines. */
const JSONPATH_FIELDS = new Set([
  'InputPath',
  'OutputPath',
  'ResultPath',
  'Parameters',
  'ResultSelector',
  'Result',
  'Variable',
  'ItemsPath',
]);

/** Reads the members of one object of a definition; what nobody asked for by the end is not allowed there. */
export class Fields {
  readonly path: string;
  readonly problems: Problems;
  readonly parse: ParseExpression;
  readonly #object: Readonly<Record<string, unknown>>;
  readonly #seen = new Set<string>(['Comment']);

  constructor(value: unknown, path: string, problems: Problems, parse: ParseExpression) {
    this.path = path;
    this.problems = problems;
    this.parse = parse;
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    if (!isObject) problems.schema('Expected value of type Object', path);
    this.#object = isObject ? (value as Record<string, unknown>) : {};
  }

  take(name: string): unknown {
    this.#seen.add(name);
    return this.#object[name];
  }

  has(name: string): boolean {
    return this.#object[name] !== undefined;
  }

  problem(message: string, name: string): void {
    this.problems.schema(message, `${this.path}/${name}`);
  }

  /** Reports the `names` that are absent. */
  require(...names: string[]): void {
    const missing = names.filter((name) => !this.has(name));
    if (missing.length > 0) this.problems.schema(`These fields are required: [${missing.join(', ')}]`, this.path);
  }

  string(name: string): string | undefined {
    const value = this.take(name);
    if (value === undefined || typeof value === 'string') return value;
    this.problem('Expected value of type String', name);
    return undefined;
  }

  oneOf<Value extends string>(name: string, values: readonly Value[]): Value | undefined {
    const value = this.string(name);
    if (value === undefined || (values as readonly string[]).includes(value)) return value as Value | undefined;
    this.problem(`The field '${name}' should have one of these values: [${values.join(', ')}]`, name);
    return undefined;
  }

  number(
    name: string,
    { min, max = Infinity, isInteger = true }: { min: number; max?: number; isInteger?: boolean },
  ): number | undefined {
    const value = this.take(name);
    if (value === undefined) return undefined;
    if (typeof value !== 'number' || (isInteger && !Number.isInteger(value))) {
      this.problem(`Expected value of type ${isInteger ? 'Integer' : 'Number'}`, name);
      return undefined;
    }
    if (value < min) this.problem(`Minimum value is ${min}`, name);
    if (value > max) this.problem(`Maximum value is ${max}`, name);
    return value;
  }

  array(name: string): unknown[] {
    const value = this.take(name);
    if (value === undefined) return [];
    if (Array.isArray(value)) return value;
    this.problem('Expected value of type Array', name);
    return [];
  }

  object(name: string): Fields | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : this.within(value, name);
  }

  within(value: unknown, name: string): Fields {
    return new Fields(value, `${this.path}/${name}`, this.problems, this.parse);
  }

  /** Any JSON, with expressions at any depth. */
  template(name: string, scoping: Scoping = {}): Template | undefined {
    const value = this.take(name);
    return value === undefined ? undefined : new Template(name, this.#node(value, `${this.path}/${name}`, scoping));
  }

  /** A number or an expression for one. */
  numberTemplate(name: string, range: { min: number; max?: number; isInteger?: boolean }): Template | undefined {
    if (!isExpression(this.#object[name])) this.number(name, range);
    return this.template(name);
  }

  /** A string or an expression for one. */
  stringTemplate(name: string): Template | undefined {
    this.string(name);
    return this.template(name);
  }

  /** Reports every member that nobody read. */
  finish(): void {
    for (const name of Object.keys(this.#object)) {
      if (this.#seen.has(name)) continue;
      const isJsonPath = JSONPATH_FIELDS.has(name) || name.endsWith('Path');
      this.problem(
        isJsonPath ? `Field '${name}' is not supported when 'QueryLanguage' is 'JSONata'` : 'Field is not supported',
        name,
      );
    }
  }

  #node(value: unknown, path: string, scoping: Scoping): Node {
    if (isExpression(value)) return this.#expression(value.slice(2, -2).trim(), path, scoping);
    if (Array.isArray(value)) {
      const items = value.map((item, index) => this.#node(item, `${path}[${index}]`, scoping));
      return items.every(isConstant) ? { kind: 'CONSTANT', value } : { kind: 'ARRAY', items };
    }
    if (typeof value === 'object' && value !== null) {
      const members = Object.entries(value).map(
        ([name, member]) => [name, this.#node(member, `${path}/${name}`, scoping)] as const,
      );
      return members.every(([, member]) => isConstant(member))
        ? { kind: 'CONSTANT', value }
        : { kind: 'OBJECT', members };
    }
    return { kind: 'CONSTANT', value };
  }

  #expression(source: string, path: string, scoping: Scoping): Node {
    try {
      const expression = this.parse(source);
      const { root, result, errorOutput } = expression.uses;
      if (root) this.problems.schema("The JSONata expression is invalid: '$$' is not supported", path);
      if (result && !scoping.result)
        this.problems.schema("The variable '$states.result' is not available in this field", path);
      if (errorOutput && !scoping.errorOutput)
        this.problems.schema("The variable '$states.errorOutput' is not available in this field", path);
      return { kind: 'EXPRESSION', expression };
    } catch (thrown) {
      const { code, message } = thrown as { code?: string; message?: string };
      this.problems.schema(`The JSONata expression is invalid: ${code}: ${message}`, path);
      return { kind: 'CONSTANT', value: null };
    }
  }
}

/** Exactly `{% … %}`: with anything around it a string is a literal. */
function isExpression(value: unknown): value is string {
  return typeof value === 'string' && value.startsWith('{%') && value.endsWith('%}') && value.length >= 4;
}

function isConstant(node: Node): boolean {
  return node.kind === 'CONSTANT';
}
