import { AwsError } from '../AwsError.ts';
import type { AttributeMap, AttributeValue } from './AttributeValue.ts';
import { canonicalNumber } from './decimal.ts';
import { validationException } from './validationException.ts';

const MAX_DEPTH = 32;
const INVALID = 'One or more parameter values were invalid:';

/**
 * A value from the wire, checked against DynamoDB's data model, with its numbers in canonical form. Answers the very
 * same object when nothing had to change, which is the common case. Throws ValidationException.
 */
export function normalizeValue(value: AttributeValue, depth = 1): AttributeValue {
  if (depth > MAX_DEPTH) throw validationException('Nesting Levels have exceeded supported limits');
  const type = onlyType(value);
  switch (type) {
    case 'S':
      return requireString(value.S, value);
    case 'B':
      requireBase64(value.B);
      return value;
    case 'N': {
      const text = value.N;
      if (typeof text !== 'string') throw wrongWireType();
      const number = canonicalNumber(text);
      return number === text ? value : { N: number };
    }
    case 'BOOL':
      if (typeof value.BOOL !== 'boolean') throw wrongWireType();
      return value;
    case 'NULL':
      if (value.NULL !== true) {
        throw validationException(`${INVALID} Null attribute value types must have the value of true`);
      }
      return value;
    case 'SS':
      requireSet(value.SS, `${INVALID} An string set  may not be empty`);
      return value;
    case 'NS':
      return normalizeNumberSet(value);
    case 'BS':
      requireSet(value.BS, `${INVALID} Binary sets should not be empty`).forEach(requireBase64);
      return value;
    case 'L':
      return normalizeList(value, depth);
    case 'M': {
      if (!isRecord(value.M)) throw wrongWireType();
      const map = normalizeMap(value.M, depth + 1);
      return map === value.M ? value : { M: map };
    }
    case undefined:
    default:
      throw validationException(
        'Supplied AttributeValue is empty, must contain exactly one of the supported datatypes',
      );
  }
}

/** `normalizeValue` for every attribute of an item, a key or a map. */
export function normalizeMap(map: AttributeMap, depth = 1): AttributeMap {
  let result = map;
  for (const name in map) {
    if (name === '') throw validationException(`${INVALID} Empty attribute name`);
    const value = map[name] as AttributeValue;
    const normal = normalizeValue(value, depth);
    if (normal === value) continue;
    if (result === map) result = { ...map };
    result[name] = normal;
  }
  return result;
}

function onlyType(value: AttributeValue): string | undefined {
  if (!isRecord(value)) throw wrongWireType();
  let only: string | undefined;
  for (const type in value) {
    if (only !== undefined) {
      throw validationException(
        'Supplied AttributeValue has more than one datatypes set, must contain exactly one of the supported datatypes',
      );
    }
    only = type;
  }
  return only;
}

function normalizeNumberSet(value: AttributeValue): AttributeValue {
  const members = requireList(value.NS, `${INVALID} An number set  may not be empty`);
  const canonical = members.map((member) => {
    if (typeof member !== 'string') throw wrongWireType();
    return canonicalNumber(member);
  });
  if (new Set(canonical).size !== canonical.length) throw validationException('Input collection contains duplicates');
  return canonical.every((member, index) => member === members[index]) ? value : { NS: canonical };
}

function normalizeList(value: AttributeValue, depth: number): AttributeValue {
  if (!Array.isArray(value.L)) throw wrongWireType();
  let changed = false;
  const list = value.L.map((element) => {
    const normal = normalizeValue(element, depth + 1);
    changed ||= normal !== element;
    return normal;
  });
  return changed ? { L: list } : value;
}

function requireSet(members: unknown, emptyMessage: string): string[] {
  const list = requireList(members, emptyMessage);
  for (const member of list) if (typeof member !== 'string') throw wrongWireType();
  if (new Set(list).size !== list.length) {
    throw validationException(`${INVALID} Input collection [${list.join(', ')}] contains duplicates`);
  }
  return list;
}

function requireList(members: unknown, emptyMessage: string): string[] {
  if (!Array.isArray(members)) throw wrongWireType();
  if (members.length === 0) throw validationException(emptyMessage);
  return members as string[];
}

function requireString(text: unknown, value: AttributeValue): AttributeValue {
  if (typeof text !== 'string') throw wrongWireType();
  return value;
}

function requireBase64(text: unknown): void {
  if (typeof text !== 'string' || Buffer.from(text, 'base64').toString('base64') !== text) throw wrongWireType();
}

function isRecord(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function wrongWireType(): Error {
  return new AwsError('SerializationException', 'Start of structure or map found where not expected.');
}
