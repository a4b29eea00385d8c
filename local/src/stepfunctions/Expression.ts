import jsonata from 'jsonata';
import { EXPRESSION_TIME_LIMIT_MS } from './limits.ts';

/** What an expression can see. */
export interface Bindings {
  readonly states: {
    readonly input: unknown;
    readonly context: Readonly<Record<string, unknown>>;
    readonly result?: unknown;
    readonly errorOutput?: unknown;
  };
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Which reserved members of `$states` an expression reads, and whether it reads the forbidden `$$`. */
export interface ExpressionUses {
  readonly root: boolean;
  readonly result: boolean;
  readonly errorOutput: boolean;
}

/** An expression returned a function, which JSON cannot hold. */
export class UnsupportedResult extends Error {}

/** JSONata's own errors are plain objects with a code and a message, not `Error`s. */
interface JsonataFailure {
  code?: string;
  message?: string;
}

const STRAIGHT_PATH = /^\s*\$states((?:\.[A-Za-z_][A-Za-z0-9_]*)+)\s*$/;

/** One JSONata expression, parsed once. Text between `{%` and `%}`. */
export class Expression {
  readonly source: string;
  readonly uses: ExpressionUses;
  readonly #compiled: jsonata.Expression;
  /** Member names of an expression such as `$states.input.runId`, which needs no interpreter. */
  readonly #path: readonly string[] | undefined;
  readonly #nowMs: () => number;
  readonly #tellsTime: boolean;
  /** A recursive function never gives the event loop back: only expressions that define one are watched. */
  readonly #definesFunction: boolean;

  /**
   * Throws JSONata's error when `source` does not parse.
   * @param nowMs what `$millis()` and `$now()` answer: the account's time, which may be virtual
   */
  constructor(
    source: string,
    functions: Readonly<Record<string, (...args: never[]) => unknown>>,
    nowMs: () => number = Date.now,
  ) {
    this.source = source;
    this.#nowMs = nowMs;
    this.#compiled = jsonata(source);
    for (const [name, implementation] of Object.entries(functions)) {
      this.#compiled.registerFunction(name, implementation as (...args: unknown[]) => unknown);
    }
    // AWS leaves $eval out; an undefined binding makes it "a non-function", as there.
    this.#compiled.assign('eval', undefined);
    this.#path = STRAIGHT_PATH.exec(source)?.[1]?.slice(1).split('.');
    const found = { root: false, result: false, errorOutput: false, lambda: false, time: false };
    inspect(this.#compiled.ast(), found);
    this.uses = found;
    this.#definesFunction = found.lambda;
    this.#tellsTime = found.time;
  }

  /**
   * The value, or `undefined` when the expression returns nothing. Throws `UnsupportedResult`, or `Error` with JSONata's
   * code and message.
   */
  async evaluate({ states, variables }: Bindings): Promise<unknown> {
    if (this.#path) {
      const straight = follow(states, this.#path);
      if (straight !== NOT_STRAIGHT) return straight;
    }
    const time = this.#tellsTime ? timeFunctions(this.#nowMs()) : {};
    const bindings: Record<string | symbol, unknown> = { ...time, ...variables, states };
    if (this.#definesFunction) {
      const deadlineMs = performance.now() + EXPRESSION_TIME_LIMIT_MS;
      this.#compiled.assign(ON_EVALUATE as unknown as string, () => {
        if (performance.now() > deadlineMs) throw new Error('Expression evaluation timed out');
      });
    }
    try {
      return plain(await this.#compiled.evaluate(undefined, bindings));
    } catch (thrown) {
      if (thrown instanceof UnsupportedResult) throw thrown;
      const { code, message } = thrown as JsonataFailure;
      throw new Error(code ? `${code}: ${message}` : (message ?? String(thrown)));
    }
  }
}

const ON_EVALUATE = Symbol.for('jsonata.__evaluate_entry');
const NOT_STRAIGHT = Symbol('not straight');

/** Follows plain objects only: an array on the way makes JSONata map and flatten. */
function follow(from: unknown, path: readonly string[]): unknown {
  let value = from;
  for (const name of path) {
    if (value === undefined) return undefined;
    if (typeof value !== 'object' || Array.isArray(value)) return NOT_STRAIGHT;
    if (value === null || !Object.hasOwn(value, name)) return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

interface AstNode {
  type?: string;
  value?: unknown;
  steps?: AstNode[];
}

function inspect(
  node: unknown,
  found: { root: boolean; result: boolean; errorOutput: boolean; lambda: boolean; time: boolean },
): void {
  if (Array.isArray(node)) {
    for (const child of node) inspect(child, found);
    return;
  }
  if (typeof node !== 'object' || node === null) return;
  const { type, value, steps } = node as AstNode;
  if (type === 'variable' && value === '$') found.root = true;
  if (type === 'variable' && (value === 'now' || value === 'millis')) found.time = true;
  if (type === 'lambda') found.lambda = true;
  if (type === 'path' && steps?.[0]?.type === 'variable' && steps[0].value === 'states') {
    if (steps[1]?.value === 'result') found.result = true;
    if (steps[1]?.value === 'errorOutput') found.errorOutput = true;
  }
  for (const child of Object.values(node)) inspect(child, found);
}

const FORMAT_TIME = jsonata('$fromMillis($atMs, $picture, $zone)');

/** JSONata's own read the machine's clock. As there, the time stands still while an expression is evaluated. */
function timeFunctions(atMs: number) {
  return {
    millis: () => atMs,
    now: (picture?: string, zone?: string): Promise<unknown> =>
      FORMAT_TIME.evaluate(undefined, { atMs, picture, zone }) as Promise<unknown>,
  };
}

/**
 * JSONata marks its arrays as sequences; such a mark would change what a later expression makes of them, and would be
 * lost at a checkpoint. Returns `value` itself when there is nothing to strip.
 */
function plain(value: unknown): unknown {
  if (typeof value === 'function') throw new UnsupportedResult();
  if (typeof value !== 'object' || value === null) return value;
  if ('_jsonata_function' in value || '_jsonata_lambda' in value) throw new UnsupportedResult();
  if (Array.isArray(value)) {
    const items = value.map(plain);
    const isMarked = 'sequence' in value || 'outerWrapper' in value;
    return isMarked || items.some((item, index) => item !== value[index]) ? items : value;
  }
  let copy: Record<string, unknown> | undefined;
  for (const [name, member] of Object.entries(value)) {
    const stripped = plain(member);
    if (stripped !== member) (copy ??= { ...value })[name] = stripped;
  }
  return copy ?? value;
}
