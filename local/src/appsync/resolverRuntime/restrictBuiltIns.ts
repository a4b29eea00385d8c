import { runInContext, type Context } from 'node:vm';

/** What APPSYNC_JS 1.0.0 documents; everything else that V8 brings is taken out, so that it fails here as it does on AWS. */
const GLOBALS = new Set([
  ...['Object', 'String', 'Number', 'Boolean', 'Array', 'Math', 'JSON', 'console', 'undefined', 'NaN', 'Infinity'],
]);
const STATIC_MEMBERS: Readonly<Record<string, readonly string[]>> = {
  Object: ['assign', 'entries', 'hasOwn', 'keys', 'values'],
  String: [],
  Number: ['isFinite', 'isNaN'],
  Boolean: [],
  Array: [],
  Math: ['random', 'min', 'max', 'round', 'floor', 'ceil'],
  JSON: ['parse', 'stringify'],
};
/** The language itself calls these when it converts values. */
const CONVERSIONS = ['constructor', 'toString', 'valueOf'];
const METHODS: Readonly<Record<string, readonly string[]>> = {
  Object: [],
  Boolean: [],
  Number: [],
  String: [
    ...['length', 'charAt', 'concat', 'endsWith', 'indexOf', 'lastIndexOf', 'replace', 'replaceAll', 'slice', 'split'],
    ...['startsWith', 'toLowerCase', 'toUpperCase', 'trim', 'trimEnd', 'trimStart'],
  ],
  Array: [
    ...['length', 'concat', 'fill', 'flat', 'indexOf', 'join', 'lastIndexOf', 'pop', 'push', 'reverse', 'shift'],
    ...['slice', 'sort', 'splice', 'unshift', 'forEach', 'map', 'flatMap', 'filter', 'reduce', 'reduceRight', 'find'],
    ...['some', 'every', 'findIndex', 'findLast', 'findLastIndex'],
  ],
};

type Members = Record<string, unknown>;

export interface BuiltInPorts {
  random: () => number;
  log: (level: 'INFO' | 'ERROR', values: readonly unknown[]) => void;
}

/** Takes out of a fresh realm what APPSYNC_JS does not have. What must still see all of V8 captures it before. */
export function restrictBuiltIns(realm: Context, ports: BuiltInPorts): void {
  const global: Members = realm;
  const console = replaceDeviants(realm, ports);
  for (const name of Object.getOwnPropertyNames(global)) {
    if (!GLOBALS.has(name)) Reflect.deleteProperty(global, name);
  }
  const holder = (name: string) => global[name] as Members & { prototype?: Members };
  for (const [name, methods] of Object.entries(METHODS)) prune(holder(name).prototype, [...methods, ...CONVERSIONS]);
  for (const [name, members] of Object.entries(STATIC_MEMBERS)) {
    prune(holder(name), [...members, 'prototype', 'length', 'name']);
    Object.freeze(holder(name));
  }
  global['console'] = console;
}

function prune(holder: Members | undefined, kept: readonly string[]): void {
  if (!holder) return;
  for (const name of Object.getOwnPropertyNames(holder)) {
    if (!kept.includes(name)) Reflect.deleteProperty(holder, name);
  }
}

/**
 * Changes the built-ins that exist on AWS but behave in its own way; returns the console. Written in the realm, so that
 * what it makes belongs there.
 */
function replaceDeviants(realm: Context, ports: BuiltInPorts): unknown {
  const install = runInContext(
    `((random, log, replaced, isJson) => {
      const { sort } = Array.prototype;
      const { parse } = JSON;
      const { apply } = Reflect;
      const Failure = TypeError;
      Array.prototype.sort = function (...rest) {
        if (rest.length > 0) throw new Failure('Array.prototype.sort does not take arguments');
        return apply(sort, this, []);
      };
      String.prototype.replace = function (pattern, text) { return replaced(String(this), pattern, text, ''); };
      String.prototype.replaceAll = function (pattern, text) { return replaced(String(this), pattern, text, 'g'); };
      Math.random = () => random();
      JSON.parse = (text) => (isJson(text) ? parse(text) : '');
      return { log: (...values) => log('INFO', values), error: (...values) => log('ERROR', values) };
    })`,
    realm,
  ) as (...parts: unknown[]) => unknown;
  return install(ports.random, ports.log, replacedAsInJava, isJson);
}

/** AppSync hands patterns to Java's regular expressions, so that `'a.b'.replace('.', '')` removes the first character. */
function replacedAsInJava(text: string, pattern: unknown, replacement: unknown, flags: string): string {
  return text.replace(new RegExp(String(pattern), flags), String(replacement));
}

/** Invalid text parses to an empty string on AWS; it does not throw. */
function isJson(text: unknown): boolean {
  try {
    JSON.parse(String(text));
    return true;
  } catch {
    return false;
  }
}
