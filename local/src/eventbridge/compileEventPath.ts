import { unsupported } from '../unsupported.ts';

/** Compiles a path such as `$.detail.items[0].id`; the value is `undefined` where the event has no such field. */
export function compileEventPath(path: string): (event: unknown) => unknown {
  if (path !== '$' && !/^\$([.[][^\s]+)$/.test(path)) unsupported(`the event path ${path}`);
  const steps = [...path.matchAll(/\.([^.[\]]+)|\[(\d+)\]|\['([^']+)'\]/g)];
  if (steps.reduce((length, [text]) => length + text.length, 1) !== path.length) unsupported(`the event path ${path}`);
  const keys = steps.map(([, name, index, quoted]) => name ?? quoted ?? Number(index));
  return (event) => {
    let value: unknown = event;
    for (const key of keys) {
      if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return undefined;
      value = (value as Record<string | number, unknown>)[key];
    }
    return value;
  };
}
