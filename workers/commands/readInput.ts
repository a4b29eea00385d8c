import { ENUM_VALUES, type Given, INPUT_SHAPES, type InputMember } from '../../clients/generated/inputShapes.ts';
import { isValidDate } from '../../payroll/dates.ts';
import { type ErrorCode, type Refusal, refuse, type Result, succeed } from '../../payroll/errors.ts';
import { listLimitOf, ROWS, textLimitOf } from './inputLimits.ts';
import { quoted } from './quoted.ts';

/**
 * Reads an input by the shape that the contract gives it: null counts as absent, what is absent gets the contract's default,
 * and every id, text, number, date, enum and list is within its limits. The first refusal names the member by its path.
 * @param path where the input lies in the one that was sent, outermost first; empty for the whole
 */
export function readInput<Name extends keyof Given>(
  name: Name,
  value: unknown,
  path = '',
): Result<Given[Name], ErrorCode> {
  try {
    return succeed(readObject(name, value, path) as Given[Name]);
  } catch (error) {
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

/** Leaves the recursion at the first refusal; never leaves this file. */
class Refused extends Error {
  readonly refusal: Refusal<ErrorCode>;
  constructor(field: string, problem: string, resolution: string) {
    super(problem);
    this.refusal = refuse('INVALID_INPUT', problem, resolution, field === '' ? undefined : field);
  }
}

type Shape = Readonly<Record<string, InputMember>>;

function readObject(name: keyof Given, value: unknown, path: string): object {
  if (value === null || typeof value !== 'object' || Array.isArray(value))
    throw new Refused(
      path,
      `${path || name} is ${kindOf(value)}; it must be an object.`,
      `Send the members of ${name}.`,
    );
  const shape: Shape = INPUT_SHAPES[name];
  const unknown = Object.keys(value).find((member) => !Object.hasOwn(shape, member));
  if (unknown !== undefined)
    throw new Refused(
      pathTo(path, unknown.slice(0, 40)),
      `${name} has no member ${quoted(unknown)}.`,
      `Leave it out; the schema lists the members of ${name}.`,
    );
  const read: Record<string, unknown> = {};
  for (const [member, type] of Object.entries(shape)) {
    const given: unknown = Object.hasOwn(value, member)
      ? (value as Readonly<Record<string, unknown>>)[member]
      : undefined;
    const known = readMember(`${name}.${member}`, type, given ?? type.default, pathTo(path, member));
    if (known !== undefined) read[member] = known;
  }
  return read;
}

function readMember(coordinate: string, type: InputMember, given: unknown, path: string): unknown {
  if (given === undefined || given === null) {
    if (type.required) throw new Refused(path, `${path} is absent.`, `Give a value for ${path}.`);
    return undefined;
  }
  if (!type.list) return readValue(coordinate, type.of, given, path);
  if (!Array.isArray(given))
    throw new Refused(path, `${path} is ${kindOf(given)}; it must be a list.`, 'Send a list, even of one.');
  const { least, most } = listLimitOf(coordinate);
  if (given.length < least || given.length > most)
    throw new Refused(
      path,
      `${path} is a list of ${given.length}; it must be a list of ${least} to ${most}.`,
      given.length < least ? 'Name at least one, or leave it out.' : 'Split the list over several calls.',
    );
  if (ROWS.has(coordinate)) return given;
  return given.map((element: unknown, index) => readValue(coordinate, type.of, element, pathTo(path, String(index))));
}

function readValue(coordinate: string, of: string, value: unknown, path: string): unknown {
  if (Object.hasOwn(INPUT_SHAPES, of)) return readObject(of as keyof Given, value, path);
  if (Object.hasOwn(ENUM_VALUES, of)) return readEnum(of as keyof typeof ENUM_VALUES, value, path);
  switch (of) {
    case 'Int':
      if (Number.isInteger(value)) return value;
      throw new Refused(path, `${path} is ${kindOf(value)}; it must be a whole number.`, 'Send a whole number.');
    case 'Boolean':
      if (typeof value === 'boolean') return value;
      throw new Refused(path, `${path} is ${kindOf(value)}; it must be true or false.`, 'Send true or false.');
    case 'AWSDate':
      if (typeof value === 'string' && isValidDate(value)) return value;
      throw new Refused(path, `${path} ${quoted(value)} is not a date.`, 'Write it as YYYY-MM-DD.');
    default:
      return readText(coordinate, of, value, path);
  }
}

function readEnum(name: keyof typeof ENUM_VALUES, value: unknown, path: string): unknown {
  const values: readonly unknown[] = ENUM_VALUES[name];
  if (values.includes(value)) return value;
  throw new Refused(
    path,
    `${path} is ${quoted(value)}; it must be one of ${values.join(', ')}.`,
    `Choose a value of ${name}.`,
  );
}

/** Control characters; a text over several lines may hold tabs and line ends. */
const CONTROL = /[\u0000-\u001f\u007f-\u009f]/;
const CONTROL_IN_LINES = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/;

function readText(coordinate: string, of: string, value: unknown, path: string): string {
  if (typeof value !== 'string')
    throw new Refused(path, `${path} is ${kindOf(value)}; it must be a text.`, 'Send it as a text.');
  const { least, most, alphabet, hasLines, isTrimmed } = textLimitOf(coordinate, of);
  const limit = `a text of ${least} to ${most} ${alphabet ? alphabet.words : 'characters'}`;
  const problem = `${path} is ${quoted(value)}; it must be ${limit}.`;
  if (value.length > most)
    throw new Refused(
      path,
      `${path} has ${value.length} characters; it must be ${limit}.`,
      `Shorten ${path} to at most ${most} characters.`,
    );
  if (value.length < least || (least > 0 && value.trim() === ''))
    throw new Refused(path, problem, `Give a text for ${path}.`);
  if (!value.isWellFormed())
    throw new Refused(path, `${path} holds half a character (a lone surrogate).`, 'Send the text in UTF-8.');
  const control = (hasLines ? CONTROL_IN_LINES : CONTROL).exec(value);
  if (control)
    throw new Refused(
      path,
      `${path} holds a control character, ${codePointOf(control[0])}, at position ${control.index + 1}.`,
      'Remove it: it cannot be seen, printed or sent to a bank.',
    );
  if (alphabet && !alphabet.pattern.test(value)) throw new Refused(path, problem, `Use ${alphabet.words} only.`);
  if (isTrimmed && value !== value.trim())
    throw new Refused(
      path,
      `${path} ${quoted(value)} begins or ends with a space.`,
      'Remove the space: with it, it would be another employee.',
    );
  return value;
}

const pathTo = (path: string, member: string) => (path === '' ? member : `${path}.${member}`);

const codePointOf = (character: string) =>
  `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;

/** What was sent, without its text. */
function kindOf(value: unknown): string {
  if (value === null || value === undefined) return 'absent';
  if (Array.isArray(value)) return `a list of ${value.length}`;
  if (typeof value === 'string') return `a text of ${value.length} characters`;
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return `an ${typeof value}`;
}
