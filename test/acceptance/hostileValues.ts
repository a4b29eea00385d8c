import {
  getNullableType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from 'graphql';
import { valueOf } from './generateOperation.ts';

/** A member of an argument, however deep: what leads to it, and its type there. */
export interface Place {
  path: readonly string[];
  type: GraphQLInputType;
}

/** Stands in a path for the elements of a list. */
const ELEMENT = '0';

/** An argument and every member below it. */
export function placesOf(type: GraphQLInputType, path: readonly string[] = []): Place[] {
  const bare = getNullableType(type);
  const here = { path, type };
  if (isListType(bare)) return [here, ...placesOf(bare.ofType, [...path, ELEMENT])];
  if (!isInputObjectType(bare)) return [here];
  return [here, ...Object.values(bare.getFields()).flatMap((field) => placesOf(field.type, [...path, field.name]))];
}

/** A valid argument of a type, but for the value at one place. */
export function withValueAt(
  { path, type }: { path: readonly string[]; type: GraphQLInputType },
  value: unknown,
  valid: Readonly<Record<string, unknown>>,
  name = '',
): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return value;
  const bare = getNullableType(type);
  if (isListType(bare)) return [withValueAt({ path: rest, type: bare.ofType }, value, valid, name)];
  if (!isInputObjectType(bare)) throw new Error(`${step} lies in nothing`);
  const member = bare.getFields()[step];
  if (!member) throw new Error(`${bare.name} has no ${step}`);
  const around = valueOf(name, bare, valid) as object;
  return { ...around, [step]: withValueAt({ path: rest, type: member.type }, value, valid, step) };
}

/** Digits like those of a Social Security or an account number, alone and beside letters, where they do not belong. */
export const MISPLACED_NUMBERS: readonly string[] = ['912-34-5678', 'SSN912345678'];

/** Names that every object inherits, texts that look like others, like nothing, like a command or like a number. */
export const HOSTILE_TEXTS: readonly string[] = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  '',
  'x'.repeat(2_000),
  '9'.repeat(40),
  '😀',
  'a\u0000b',
  '\uD800',
  'trailing ',
  '\u0440ayroll', // with a Cyrillic letter
  'a#b/../c',
  '-1',
  '-0.01',
  '1e400',
  ...MISPLACED_NUMBERS,
];

const HOSTILE_NUMBERS = [-2_147_483_648, -1, 0, 1_000_000, 2_147_483_647];
const HOSTILE_DATES = ['0000-01-01', '0001-01-01', '1900-02-28', '9999-12-31', '2026-11-09Z', '2026-11-09+05:30'];
const HOSTILE_INSTANTS = ['0001-01-01T00:00:00Z', '9999-12-31T23:59:59.999999999Z', '2026-11-09T00:00:00+14:00'];
const TOO_MANY = [101, 1_001];

/** What GraphQL lets through to a member of this type, and hardly anybody sends. */
export function hostileValuesOf({ path, type }: Place, valid: Readonly<Record<string, unknown>>): readonly unknown[] {
  return [...(isNonNullType(type) ? [] : [null]), ...ofBareType(path.at(-1) ?? '', getNullableType(type), valid)];
}

function ofBareType(
  name: string,
  type: GraphQLInputType,
  valid: Readonly<Record<string, unknown>>,
): readonly unknown[] {
  if (isListType(type)) {
    const element: unknown = valueOf(name, type.ofType, valid);
    return [[], ...TOO_MANY.map((count) => Array.from({ length: count }, () => element))];
  }
  if (isInputObjectType(type)) return [valueOf(name, type, valid)];
  if (isEnumType(type)) return type.getValues().map((value) => value.name);
  switch (String(type)) {
    case 'Int':
      return HOSTILE_NUMBERS;
    case 'Boolean':
      return [true, false];
    case 'AWSDate':
      return HOSTILE_DATES;
    case 'AWSDateTime':
      return HOSTILE_INSTANTS;
    default:
      return HOSTILE_TEXTS;
  }
}

/** Values of every kind: to each member most of them are of the wrong one, which GraphQL refuses before a worker sees it. */
export const VALUES_OF_EVERY_KIND: readonly unknown[] = [
  7,
  -1.5,
  true,
  'text',
  [],
  [[]],
  [null],
  {},
  JSON.parse('{"__proto__":{"constructor":1}}'),
];
