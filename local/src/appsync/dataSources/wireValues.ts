import { FieldError } from '../FieldError.ts';

type Typed = Readonly<Record<string, unknown>>;
export type Item = Record<string, unknown>;

/** Turns a resolver's typed value into DynamoDB's wire form: numbers become strings, `{NULL: null}` becomes true. */
export function toWire(value: unknown): Typed {
  const entries = typeof value === 'object' && value !== null ? Object.entries(value as Typed) : [];
  const [type, content] = entries[0] ?? ['', undefined];
  switch (entries.length === 1 ? type : '') {
    case 'N':
      return { N: String(content) };
    case 'NS':
      return { NS: (content as unknown[]).map(String) };
    case 'NULL':
      return { NULL: true };
    case 'L':
      return { L: (content as unknown[]).map(toWire) };
    case 'M':
      return { M: toWireMap(content as Item) };
    case 'S':
    case 'B':
    case 'BOOL':
    case 'SS':
    case 'BS':
      return { [type]: content };
    default:
      throw new FieldError(
        `Unable to convert ${JSON.stringify(value)} to a DynamoDB attribute value.`,
        'MappingTemplate',
      );
  }
}

export function toWireMap(map: Item): Item {
  const wire: Item = {};
  for (const name of Object.keys(map)) wire[name] = toWire(map[name]);
  return wire;
}

/** Turns an attribute value of DynamoDB's wire into what resolvers see: plain numbers, arrays for sets, null. */
export function fromWire(value: Typed): unknown {
  for (const type in value) {
    const content = value[type];
    switch (type) {
      case 'N':
        return Number(content);
      case 'NULL':
        return null;
      case 'L':
        return (content as Typed[]).map(fromWire);
      case 'M':
        return fromWireMap(content as Record<string, Typed>);
      case 'NS':
        return (content as string[]).map(Number);
      default:
        return content;
    }
  }
  return null;
}

export function fromWireMap(map: Readonly<Record<string, Typed>>): Item {
  const plain: Item = {};
  for (const name of Object.keys(map)) plain[name] = fromWire(map[name] ?? {});
  return plain;
}

/** Null for an item that does not exist. */
export function fromWireItem(item: unknown): Item | null {
  return item ? fromWireMap(item as Record<string, Typed>) : null;
}
