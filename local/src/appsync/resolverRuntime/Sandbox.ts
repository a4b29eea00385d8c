import { compileFunction, constants, createContext, type Context } from 'node:vm';
import { AwsError } from '../../AwsError.ts';
import type { Cloud } from '../../Cloud.ts';
import { unsupported, UnsupportedLocally } from '../../unsupported.ts';
import { FieldError } from '../FieldError.ts';
import { restrictBuiltIns } from './restrictBuiltIns.ts';
import { dynamodbModule } from './dynamodbModule.ts';
import { EarlyReturn } from './EarlyReturn.ts';
import type { Evaluation } from './Evaluation.ts';
import { extensionsOf } from './extensionsOf.ts';
import { COUNT_IN, COUNT_OF, HandlerCode, MODULES } from './HandlerCode.ts';
import { realmFactory, type HandlerContext, type HandlerInfo, type RealmFactory } from './realmFactory.ts';
import { utilOf } from './utilOf.ts';

const MAX_LOOP_ITERATIONS = 1_000;

export type Handler = (context: unknown) => unknown;

/** The two handlers of a resolver or function. */
export interface Handlers {
  request: Handler;
  response: Handler;
}

/** A handler's outcome: a value, and where a pipeline goes on when the handler left early. */
export interface Returned {
  value: unknown;
  early?: 'END' | 'NEXT';
}

/**
 * The APPSYNC_JS runtime of one API: a realm of its own in which the handlers of all its resolvers run, one at a time.
 * `log` gets what handlers write with `console`.
 */
export class Sandbox {
  readonly #realm: Context;
  readonly #factory: RealmFactory;
  readonly #modules: Readonly<Record<string, unknown>>;
  #current: Evaluation | undefined;
  #iterations = 0;

  constructor(cloud: Cloud, log: (line: string) => void) {
    // An ordinary global object: the intercepted one of a contextified object makes every global look-up slow.
    this.#realm = createContext(constants.DONT_CONTEXTIFY, {
      name: 'APPSYNC_JS',
      codeGeneration: { strings: false, wasm: false },
    });
    this.#factory = realmFactory(this.#realm);
    restrictBuiltIns(this.#realm, {
      random: () => cloud.random(),
      log: (level, values) => log(`${level} ${this.#place()}: ${values.map((value) => print(value)).join(' ')}`),
    });
    const current = () => this.#evaluation();
    const util = utilOf(cloud, current);
    const extensions = extensionsOf(current);
    const runtime = {
      earlyReturn: (value: unknown, options?: { skipTo?: 'END' | 'NEXT' }) => {
        // eslint-disable-next-line @typescript-eslint/only-throw-error -- a jump, not an error: it needs no stack
        throw new EarlyReturn(value, options?.skipTo ?? 'NEXT');
      },
    };
    this.#modules = {
      '@aws-appsync/utils': this.#module({ util, extensions, runtime }),
      '@aws-appsync/utils/dynamodb': this.#module(dynamodbModule),
    };
    Object.assign(this.#realm, this.#modules['@aws-appsync/utils']);
  }

  /** Throws `BadRequestException` for code that AppSync would not deploy. */
  compile(code: string): Handlers {
    const { body, imports } = new HandlerCode(code);
    const missing = imports.find((specifier) => !Object.hasOwn(this.#modules, specifier));
    if (missing?.startsWith('@aws-appsync/utils/')) unsupported(`the APPSYNC_JS module ${missing}`);
    if (missing !== undefined) {
      throw new AwsError('BadRequestException', `The code contains one or more errors. '${missing}' is not bundled.`);
    }
    const strict = '"use strict";';
    try {
      const handlersOf = compileFunction(strict + body, [MODULES, COUNT_OF, COUNT_IN], {
        parsingContext: this.#realm,
        filename: 'code.js',
        columnOffset: -strict.length,
      }) as (...parts: unknown[]) => Handlers;
      return handlersOf(this.#modules, this.#countOf, this.#countIn);
    } catch (error) {
      throw new AwsError('BadRequestException', `The code contains one or more errors. ${(error as Error).message}`);
    }
  }

  /** A deep copy that belongs to the realm; `undefined` members are left out. */
  copy(value: unknown): unknown {
    return this.#factory.copy(value);
  }

  info(info: HandlerInfo): unknown {
    return this.#factory.info(info);
  }

  /**
   * Runs one handler. Throws `FieldError` for `util.error`, `util.unauthorized` and failures of the code itself, the
   * latter with their place in it.
   */
  run(handler: Handler, parts: HandlerContext, evaluation: Evaluation): Returned {
    this.#current = evaluation;
    this.#iterations = 0;
    try {
      return { value: handler(this.#factory.context(parts)) ?? null };
    } catch (thrown) {
      if (thrown instanceof EarlyReturn) return { value: thrown.value ?? null, early: thrown.skipTo };
      if (thrown instanceof FieldError || thrown instanceof UnsupportedLocally) throw thrown;
      throw new FieldError(messageWithPlace(thrown), 'Code');
    } finally {
      this.#current = undefined;
    }
  }

  #module(members: object): unknown {
    const factory = this.#factory;
    const module = factory.copy({}) as Record<string, unknown>;
    for (const [name, member] of Object.entries(members)) {
      module[name] =
        typeof member === 'function' ? factory.wrap(member as () => unknown) : this.#module(member as object);
    }
    return Object.freeze(module);
  }

  #evaluation(): Evaluation {
    if (!this.#current) throw new Error('util was used while no handler runs');
    return this.#current;
  }

  #place(): string {
    return this.#current ? `${this.#current.typeName}.${this.#current.fieldName}` : 'code.js';
  }

  #count(): void {
    this.#iterations += 1;
    if (this.#iterations > MAX_LOOP_ITERATIONS) {
      throw new RangeError(`The maximum number of loop iterations, ${MAX_LOOP_ITERATIONS}, has been exceeded.`);
    }
  }

  readonly #countOf = (iterable: Iterable<unknown>): Iterable<unknown> => this.#counted(iterable);
  readonly #countIn = (holder: object | null | undefined): Iterable<unknown> =>
    this.#counted(Object.keys(holder ?? {}));

  *#counted(iterable: Iterable<unknown>): Generator<unknown> {
    for (const item of iterable) {
      this.#count();
      yield item;
    }
  }
}

function print(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function messageWithPlace(thrown: unknown): string {
  const { message = String(thrown), stack = '' } = thrown as Partial<Error>;
  const place = /code\.js:\d+:\d+/.exec(stack)?.[0];
  return place ? `${place}: ${message}` : message;
}
