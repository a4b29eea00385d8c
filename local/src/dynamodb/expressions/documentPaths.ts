import type { AttributeMap, AttributeValue } from '../AttributeValue.ts';
import { validationException } from '../validationException.ts';
import { quotedPath } from './operandChecks.ts';
import type { DocumentPath, ExpressionKind } from './ParsedExpression.ts';

/** The value at a document path, or undefined when the item has none there. */
export function valueAt(item: AttributeMap, path: DocumentPath): AttributeValue | undefined {
  let value = member(item, path[0] as string);
  for (let depth = 1; value !== undefined && depth < path.length; depth++) {
    const step = path[depth] as string | number;
    value = typeof step === 'number' ? value.L?.[step] : value.M && member(value.M, step);
  }
  return value;
}

/** Attribute names such as `constructor` must not find what every JavaScript object inherits. */
function member(map: AttributeMap, name: string): AttributeValue | undefined {
  return Object.hasOwn(map, name) ? map[name] : undefined;
}

/** Refuses two paths of which one holds the other, or that read one place both as a map and as a list. */
export function requireDisjointPaths(kind: ExpressionKind, paths: readonly DocumentPath[]): void {
  for (let i = 1; i < paths.length; i++) {
    for (let j = 0; j < i; j++) requireDisjoint(kind, paths[j] as DocumentPath, paths[i] as DocumentPath);
  }
}

function requireDisjoint(kind: ExpressionKind, one: DocumentPath, two: DocumentPath): void {
  const shared = Math.min(one.length, two.length);
  let depth = 0;
  while (depth < shared && one[depth] === two[depth]) depth++;
  const overlap = depth === shared;
  if (!overlap && typeof one[depth] === typeof two[depth]) return;
  throw validationException(
    `Invalid ${kind}: Two document paths ${overlap ? 'overlap' : 'conflict'} with each other; ` +
      `must remove or rewrite one of these paths; path one: ${quotedPath(one)}, path two: ${quotedPath(two)}`,
  );
}
