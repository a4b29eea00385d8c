import { runInContext, type Context } from 'node:vm';

/** What `ctx` is made of, every member already an object of the realm. */
export interface HandlerContext {
  args: unknown;
  source: unknown;
  identity: unknown;
  stash: unknown;
  request: unknown;
  env: unknown;
  info: unknown;
  prev: unknown;
  result?: unknown;
  error?: unknown;
}

/** `ctx.info`; the selection set is worked out only when a handler reads it. */
export interface HandlerInfo {
  fieldName: string;
  parentTypeName: string;
  variables: unknown;
  selectionSetList(): string[];
  selectionSetGraphQL(): string;
}

/** Makes objects of the sandbox's realm, so that their prototypes have what APPSYNC_JS has and nothing else. */
export interface RealmFactory {
  /** A deep copy; functions and `undefined` members are left out. */
  copy(value: unknown): unknown;
  /** A function of the realm whose answers are copied into it. */
  wrap(implementation: (...values: never[]) => unknown): unknown;
  info(info: HandlerInfo): unknown;
  /** Frozen, because APPSYNC_JS refuses to write `ctx`; only the stash may grow. */
  context(parts: HandlerContext): unknown;
}

// The selection set is not enumerable: on AWS, too, it vanishes under JSON.stringify(ctx).
const SOURCE = `((isArray, keys) => {
  const { defineProperty, freeze } = Object;
  const copy = (value) => {
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
    if (isArray(value)) {
      const list = [];
      for (let index = 0; index < value.length; index++) list[index] = copy(value[index]);
      return list;
    }
    const map = {};
    const names = keys(value);
    for (let index = 0; index < names.length; index++) {
      const member = value[names[index]];
      if (member !== undefined) map[names[index]] = copy(member);
    }
    return map;
  };
  const wrap = (implementation) => (...values) => copy(implementation(...values));
  const info = ({ fieldName, parentTypeName, variables, selectionSetList, selectionSetGraphQL }) => {
    const made = { fieldName, parentTypeName, variables };
    defineProperty(made, 'selectionSetList', { get: () => copy(selectionSetList()) });
    defineProperty(made, 'selectionSetGraphQL', { get: () => selectionSetGraphQL() });
    return freeze(made);
  };
  const context = ({ args, source, identity, stash, request, env, info, prev, result, error }) =>
    freeze({ arguments: args, args, source, identity, stash, request, env, info, prev, result, error });
  return { copy, wrap, info, context };
})`;

/** Must run while the realm still has all of V8's built-ins. */
export function realmFactory(realm: Context): RealmFactory {
  const make = runInContext(SOURCE, realm) as (...captured: unknown[]) => RealmFactory;
  return make(Array.isArray, Object.keys);
}
