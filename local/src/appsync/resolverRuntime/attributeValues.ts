/** An attribute value as resolvers write it: numbers are JSON numbers and null is `{NULL: null}`, unlike DynamoDB's wire. */
export type TypedValue = Readonly<Record<string, unknown>>;

/** Members of `operations.*` and of `toStringSet` and friends carry their type along instead of being plain data. */
const SET_TYPES = ['SS', 'NS', 'BS'];

/** Types a plain value; what the DynamoDB module's `toStringSet` and its like made stays a set. */
export function toTyped(value: unknown): TypedValue {
  if (value === null || value === undefined) return { NULL: null };
  if (typeof value === 'string') return { S: value };
  if (typeof value === 'number') return { N: value };
  if (typeof value === 'boolean') return { BOOL: value };
  if (Array.isArray(value)) return { L: value.map(toTyped) };
  return { M: toTypedMap(value as Record<string, unknown>) };
}

export function toTypedMap(map: Readonly<Record<string, unknown>>): Record<string, TypedValue> {
  return Object.fromEntries(
    Object.entries(map).flatMap(([name, value]) => (value === undefined ? [] : [[name, setOrTyped(value)]])),
  );
}

/** Types a value where the DynamoDB module allows a set beside plain data. */
export function setOrTyped(value: unknown): TypedValue {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const [[type, members] = [], ...others] = Object.entries(value);
    if (others.length === 0 && SET_TYPES.includes(type ?? '') && Array.isArray(members)) return value as TypedValue;
  }
  return toTyped(value);
}
