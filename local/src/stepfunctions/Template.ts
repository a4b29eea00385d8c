import { type Bindings, type Expression, UnsupportedResult } from './Expression.ts';
import { StatesError } from './StatesError.ts';

/** Where an evaluation happens, for AWS's message and for the `EvaluationFailed` event. */
export interface EvaluationSite {
  readonly stateName: string;
  readonly enteredEventId: number;
}

/** A failed evaluation: `States.QueryEvaluationError` with the field it happened in. */
export class EvaluationError extends StatesError {
  readonly location: string;
  /** Whether a history shows it: on its way out of nested states it is met more than once. */
  isRecorded = false;

  constructor(cause: string, location: string) {
    super('States.QueryEvaluationError', cause);
    this.location = location;
  }
}

/** Begins the cause of every error that AWS raises on a state's behalf. */
export function whileExecuting({ stateName, enteredEventId }: EvaluationSite): string {
  return `An error occurred while executing the state '${stateName}' (entered at the event id #${enteredEventId}).`;
}

/** A JSON value of the definition with expressions at any depth. `field` is its place, for example `Arguments`. */
export class Template {
  readonly field: string;
  readonly #root: Node;

  constructor(field: string, root: Node) {
    this.field = field;
    this.#root = root;
  }

  async evaluate(bindings: Bindings, site: EvaluationSite): Promise<unknown> {
    return evaluateNode(this.#root, this.field, bindings, site);
  }

  /** The expression that a template consists of, or `undefined` for any other template. */
  get expression(): Expression | undefined {
    return this.#root.kind === 'EXPRESSION' ? this.#root.expression : undefined;
  }

  /** Evaluates where AWS wants a certain JSON type, refusing another in AWS's words. */
  async evaluateAs<Type extends keyof JsonTypes>(
    type: Type,
    bindings: Bindings,
    site: EvaluationSite,
  ): Promise<JsonTypes[Type]> {
    const value = await this.evaluate(bindings, site);
    const found = jsonTypeOf(value);
    if (found === type) return value as JsonTypes[Type];
    const source = this.expression?.source ?? JSON.stringify(value);
    throw new EvaluationError(
      `${whileExecuting(site)} The JSONata expression '${source}' specified for the field '${this.field}' returned an unexpected result type. Expected '${type}', but was '${found}' for value: ${JSON.stringify(value)}`,
      this.field,
    );
  }
}

interface JsonTypes {
  array: unknown[];
  number: number;
  string: string;
  boolean: boolean;
}

function jsonTypeOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** A template's parts; a part without expressions is one constant. */
export type Node =
  | { readonly kind: 'CONSTANT'; readonly value: unknown }
  | { readonly kind: 'EXPRESSION'; readonly expression: Expression }
  | { readonly kind: 'ARRAY'; readonly items: readonly Node[] }
  | { readonly kind: 'OBJECT'; readonly members: readonly (readonly [string, Node])[] };

async function evaluateNode(node: Node, field: string, bindings: Bindings, site: EvaluationSite): Promise<unknown> {
  switch (node.kind) {
    case 'CONSTANT':
      return node.value;
    case 'EXPRESSION':
      return evaluateExpression(node.expression, field, bindings, site);
    case 'ARRAY': {
      const items: unknown[] = [];
      for (const [index, item] of node.items.entries()) {
        items.push(await evaluateNode(item, `${field}[${index}]`, bindings, site));
      }
      return items;
    }
    case 'OBJECT': {
      const object: Record<string, unknown> = {};
      for (const [name, member] of node.members) {
        object[name] = await evaluateNode(member, `${field}/${name}`, bindings, site);
      }
      return object;
    }
  }
}

async function evaluateExpression(
  expression: Expression,
  field: string,
  bindings: Bindings,
  site: EvaluationSite,
): Promise<unknown> {
  const about = () =>
    `${whileExecuting(site)} The JSONata expression '${expression.source}' specified for the field '${field}'`;
  let value: unknown;
  try {
    value = await expression.evaluate(bindings);
  } catch (thrown) {
    if (thrown instanceof UnsupportedResult) {
      throw new EvaluationError(`${about()} returned an unsupported result type.`, field);
    }
    throw new EvaluationError(`${about()} threw an error during evaluation. ${(thrown as Error).message}`, field);
  }
  if (value === undefined) throw new EvaluationError(`${about()} returned nothing (undefined).`, field);
  return value;
}
