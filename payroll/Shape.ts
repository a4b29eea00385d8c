import type { PayrollErrorType } from './errors.ts';
import { isValidDate } from './dates.ts';
import { formatMoney, LARGEST_AMOUNT_CENTS, PPM } from './money.ts';

/** Where a value is not of its shape. The path is filled from the inside out, so that good values cost no texts. */
export type Fault = {
  readonly type: PayrollErrorType;
  /** What is wrong, to be read after the path: `is missing`, `is 7, not a date`. */
  readonly problem: string;
  readonly fix: string;
  readonly path: string[];
};

declare const VALUE: unique symbol;

/** What a JSON value must be. `Value` is the TypeScript type of the values that pass. */
export type Shape<Value> = {
  readonly [VALUE]?: Value;
  /** In words, to be read after "must be". */
  readonly says: string;
  /** The shapes below, by what is added to the path: for docs/payslip-input.md. */
  readonly below: readonly (readonly [path: string, shape: Shape<unknown>, isOptional: boolean])[];
  /** @param isClosed whether members that the shape does not have are faults too */
  readonly faultIn: (value: unknown, isClosed: boolean) => Fault | undefined;
};

/** A member that may be left out. */
export type Optional<Value> = { readonly optional: Shape<Value> };

type MemberShapes<Value> = {
  readonly [Name in keyof Value]-?: undefined extends Value[Name]
    ? Optional<Exclude<Value[Name], undefined>>
    : Shape<Value[Name]>;
};

export const optional = <Value>(shape: Shape<Value>): Optional<Value> => ({ optional: shape });

function shape<Value>(says: string, isGood: (value: unknown) => boolean, type: PayrollErrorType): Shape<Value> {
  const faultIn = (value: unknown): Fault | undefined => (isGood(value) ? undefined : notIn(value, says, type));
  return { says, below: [], faultIn };
}

const notIn = (value: unknown, says: string, type: PayrollErrorType = 'INVALID_INPUT'): Fault =>
  value === null
    ? { type: 'INVALID_INPUT', problem: 'is null', fix: 'Leave out what does not apply.', path: [] }
    : value === undefined
      ? { type, problem: `is missing; it must be ${says}`, fix: 'Add it.', path: [] }
      : { type, problem: `is ${inWords(value)}, and must be ${says}`, fix: 'Correct it.', path: [] };

/** Short texts as they are, long ones by their length, and never what an object says of itself. */
function inWords(value: unknown): string {
  if (typeof value === 'string')
    return value.length <= 40 ? JSON.stringify(value) : `a text of ${value.length} characters`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return Array.isArray(value) ? 'a list' : 'an object';
}

export const flag: Shape<boolean> = shape('true or false', (value) => typeof value === 'boolean', 'INVALID_INPUT');

/** A name that somebody gave. */
export const id: Shape<string> = shape(
  'a text that is not empty',
  (value) => typeof value === 'string' && value !== '',
  'INVALID_INPUT',
);

export const date: Shape<string> = shape('a date, YYYY-MM-DD', isValidDate, 'INVALID_INPUT');

export const whole = (least: number, most: number, unit = ''): Shape<number> =>
  shape(`a whole number from ${least} to ${most}${unit}`, (value) => isWhole(value, least, most), 'INVALID_INPUT');

export const ppm = whole(0, PPM, ' (parts per million)');

export const amount: Shape<number> = shape(
  `whole cents from 0.00 to ${formatMoney(LARGEST_AMOUNT_CENTS)}`,
  (value) => isWhole(value, 0, LARGEST_AMOUNT_CENTS),
  'INVALID_AMOUNT',
);

/** So many of the largest amounts stay whole cents: no list is longer, and no sum of before is larger. */
const MOST_ENTRIES = 1000;
const LARGEST_SUM_CENTS = LARGEST_AMOUNT_CENTS * MOST_ENTRIES;

/** A sum may be negative, after a reversal. */
export const sum: Shape<number> = shape(
  `whole cents, at most ${formatMoney(LARGEST_AMOUNT_CENTS)} times ${MOST_ENTRIES}`,
  (value) => isWhole(value, -LARGEST_SUM_CENTS, LARGEST_SUM_CENTS),
  'INVALID_AMOUNT',
);

function isWhole(value: unknown, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && (value as number) >= least && (value as number) <= most;
}

/** One of the words of a union, all of which are listed: one too many or too few does not compile. */
export function oneOf<Word extends string>(words: Readonly<Record<Word, true>>): Shape<Word> {
  const known = new Set<unknown>(Object.keys(words));
  return shape(`one of ${[...known].join(', ')}`, (value) => known.has(value), 'INVALID_INPUT');
}

/** A text of a form: the test, and what it says of itself. */
export const text = (pattern: RegExp, says: string): Shape<string> =>
  shape(says, (value) => typeof value === 'string' && pattern.test(value), 'INVALID_INPUT');

export function list<Element>(element: Shape<Element>): Shape<readonly Element[]> {
  const says = `a list of at most ${MOST_ENTRIES}`;
  return {
    says,
    below: [['N', element, false]],
    faultIn: (value, isClosed) => {
      if (!Array.isArray(value) || value.length > MOST_ENTRIES) {
        const isLong = Array.isArray(value);
        return isLong
          ? {
              type: 'INVALID_INPUT',
              problem: `has ${value.length} entries, and must be ${says}`,
              fix: 'Shorten it.',
              path: [],
            }
          : notIn(value, says);
      }
      for (let index = 0; index < value.length; index++) {
        const fault = element.faultIn(value[index], isClosed);
        if (fault !== undefined) return within(fault, String(index));
      }
      return undefined;
    },
  };
}

/** An object whose member names are words themselves. */
export function record<Value>(name: Shape<string>, member: Shape<Value>): Shape<Readonly<Record<string, Value>>> {
  const says = `an object by ${name.says}`;
  return {
    says,
    below: [['*', member, false]],
    faultIn: (value, isClosed) => {
      if (!isObject(value)) return notIn(value, says);
      for (const key in value) {
        if (isClosed && name.faultIn(key, isClosed) !== undefined) return notKnown(key, `a name here is ${name.says}`);
        const fault = member.faultIn(value[key], isClosed);
        if (fault !== undefined) return within(fault, key);
      }
      return undefined;
    },
  };
}

/** An object with exactly these members: with one too many or too few for its type it does not compile. */
export function object<Value>(members: MemberShapes<Value>): Shape<Value> {
  const known = Object.entries<Shape<unknown> | Optional<unknown>>(members).map(
    ([name, member]) => [name, 'optional' in member ? member.optional : member, 'optional' in member] as const,
  );
  const byName = new Map(known.map(([name, member, isOptional]) => [name, { member, isOptional }]));
  const required = known.filter(([, , isOptional]) => !isOptional);
  return {
    says: 'an object',
    below: known,
    faultIn: (value, isClosed) => {
      if (!isObject(value)) return notIn(value, 'an object');
      // By the members that are there, because every payslip's facts come through here and most lack most of what they may have.
      let missing = required.length;
      for (const name in value) {
        const expected = byName.get(name);
        if (expected === undefined) {
          if (isClosed) return notKnown(name, 'it is not known');
          continue;
        }
        const held = value[name];
        if (held === undefined && expected.isOptional) continue;
        const fault = expected.member.faultIn(held, isClosed);
        if (fault !== undefined) return within(fault, name);
        if (!expected.isOptional) missing -= 1;
      }
      if (missing === 0) return undefined;
      const lacking = required.find(([name]) => !Object.hasOwn(value, name));
      return (
        lacking && within(lacking[1].faultIn(undefined, isClosed) ?? notIn(undefined, lacking[1].says), lacking[0])
      );
    },
  };
}

/** An object that one of its members tells the kind of. */
export function variants<Value>(tag: string, kinds: Readonly<Record<string, Shape<Value>>>): Shape<Value> {
  const byKind = new Map(Object.entries(kinds));
  const kind = shape<string>(
    `one of ${[...byKind.keys()].join(', ')}`,
    (value) => byKind.has(value as string),
    'INVALID_INPUT',
  );
  return {
    says: `an object whose ${tag} is ${kind.says}`,
    below: [...byKind].flatMap(([name, { below }]) =>
      below.map(([path, member, isOptional]) => [`${path} (${tag} ${name})`, member, isOptional] as const),
    ),
    faultIn: (value, isClosed) => {
      if (!isObject(value)) return notIn(value, 'an object');
      const told = Object.hasOwn(value, tag) ? value[tag] : undefined;
      const fault = kind.faultIn(told, isClosed);
      return fault === undefined ? byKind.get(told as string)?.faultIn(value, isClosed) : within(fault, tag);
    },
  };
}

/** Either this word or a value of the other shape. */
export function wordOr<Word extends string, Value>(word: Word, other: Shape<Value>): Shape<Word | Value> {
  return {
    says: `${word}, or ${other.says}`,
    below: other.below,
    faultIn: (value, isClosed) => {
      if (value === word) return undefined;
      return isObject(value) ? other.faultIn(value, isClosed) : notIn(value, `${word}, or ${other.says}`);
    },
  };
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function within(fault: Fault, name: string): Fault {
  fault.path.unshift(name);
  return fault;
}

const notKnown = (name: string, why: string): Fault => ({
  type: 'INVALID_INPUT',
  problem: `is not a member: ${why}`,
  fix: 'Correct its name, or leave it out.',
  path: [name],
});
