import { type AttributeMap, type AttributeValue, membersOf, typeOf } from './AttributeValue.ts';
import { compareNumbers } from './decimal.ts';

/** Whether two normalized values are the same value: sets without regard to order, maps to key order. */
export function valuesEqual(a: AttributeValue, b: AttributeValue): boolean {
  const type = typeOf(a);
  if (type !== typeOf(b)) return false;
  if (a.L && b.L) {
    const other = b.L;
    return a.L.length === other.length && a.L.every((value, i) => valuesEqual(value, other[i] as AttributeValue));
  }
  if (a.M && b.M) return mapsEqual(a.M, b.M);
  const members = membersOf(a);
  if (members) {
    const others = new Set(membersOf(b));
    return members.length === others.size && members.every((member) => others.has(member));
  }
  return a[type] === b[type];
}

/**
 * The order of two values that have one (both N, both S by UTF-8 bytes, or both B by bytes), as for `Array.sort`;
 * undefined for any other pair, which makes every comparison false.
 */
export function compareValues(a: AttributeValue, b: AttributeValue): number | undefined {
  if (a.N !== undefined && b.N !== undefined) return compareNumbers(a.N, b.N);
  if (a.S !== undefined && b.S !== undefined) return Buffer.compare(Buffer.from(a.S), Buffer.from(b.S));
  if (a.B !== undefined && b.B !== undefined) {
    return Buffer.compare(Buffer.from(a.B, 'base64'), Buffer.from(b.B, 'base64'));
  }
  return undefined;
}

function mapsEqual(a: AttributeMap, b: AttributeMap): boolean {
  const names = Object.keys(a);
  return (
    names.length === Object.keys(b).length &&
    names.every((name) => Object.hasOwn(b, name) && valuesEqual(a[name] as AttributeValue, b[name] as AttributeValue))
  );
}
