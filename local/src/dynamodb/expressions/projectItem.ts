import type { AttributeMap, AttributeValue } from '../AttributeValue.ts';
import type { DocumentPath } from './ParsedExpression.ts';

/** The parts of an item at `paths`, which must be disjoint; what is absent is left out, lists are closed up. */
export function projectItem(item: AttributeMap, paths: readonly DocumentPath[]): AttributeMap {
  const projected: AttributeMap = {};
  const nested = new Map<string, DocumentPath[]>();
  for (const path of paths) {
    const [name, ...rest] = path as [string, ...DocumentPath];
    const value = Object.hasOwn(item, name) ? item[name] : undefined;
    if (value === undefined) continue;
    if (rest.length === 0) projected[name] = value;
    else nested.set(name, [...(nested.get(name) ?? []), rest]);
  }
  for (const [name, rests] of nested) {
    const part = projectValue(item[name] as AttributeValue, rests);
    if (part !== undefined) projected[name] = part;
  }
  return projected;
}

/** The parts of a list or map; undefined when none of the paths leads anywhere. */
function projectValue(value: AttributeValue, paths: readonly DocumentPath[]): AttributeValue | undefined {
  if (value.M !== undefined) {
    const map = projectItem(
      value.M,
      paths.filter(([step]) => typeof step === 'string'),
    );
    return Object.keys(map).length === 0 ? undefined : { M: map };
  }
  if (value.L === undefined) return undefined;
  const indexes = [...new Set(paths.map(([step]) => step).filter((step) => typeof step === 'number'))];
  const list = indexes
    .sort((a, b) => a - b)
    .flatMap((index) => {
      const element = value.L?.[index];
      if (element === undefined) return [];
      const rests = paths.filter(([step]) => step === index).map(([, ...rest]) => rest);
      const part = rests.some((rest) => rest.length === 0) ? element : projectValue(element, rests);
      return part === undefined ? [] : [part];
    });
  return list.length === 0 ? undefined : { L: list };
}
