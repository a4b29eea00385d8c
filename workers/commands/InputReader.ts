import { isValidDate } from '../../payroll/dates.ts';
import { type ErrorCode, type PayrollError, type Refusal, refuse, type Result, succeed } from '../../payroll/errors.ts';
import { parseMoney } from '../../payroll/money.ts';

type Given<Value> = Value | null | undefined;

const DECIMAL_TWO = /^\d{1,3}(\.\d{1,2})?$/;
const DECIMAL_FOUR = /^\d{1,3}(\.\d{1,4})?$/;
const ID = /^[\w.-]{1,40}$/;
const WEEK_HUNDREDTHS = 168_00;
const WHOLE_PPM = 1_000_000;

/**
 * Reads the texts of an input into the engine's units, each with the path of its field. What cannot be read counts as
 * absent, and the first refusal of all decides the answer: mappings read straight on and ask once, at their end.
 */
export class InputReader {
  #error: PayrollError<ErrorCode> | undefined;

  /** The value that was put together, or the first refusal on the way to it. */
  resultOf<Value>(value: Value): Result<Value, ErrorCode> {
    return this.#error ? { ok: false, error: this.#error } : succeed(value);
  }

  refuse(problem: string, resolution: string, field: string): void {
    this.#error ??= refuse('INVALID_INPUT', problem, resolution, field).error;
  }

  /** Takes over what a rule of payroll refused; nothing where it did not. */
  take(refusal: Refusal<ErrorCode> | undefined): void {
    this.#error ??= refusal?.error;
  }

  /** Cents. */
  money(text: Given<string>, field: string): number | undefined {
    if (text === null || text === undefined) return undefined;
    const amount = parseMoney(text);
    if (amount.ok) return amount.value;
    this.#error ??= { ...amount.error, field };
    return undefined;
  }

  /** Cents; absent is refused. The 0 that stands for it is never used, because the refusal is. */
  requiredMoney(text: Given<string>, field: string): number {
    if (text === null || text === undefined) this.refuse(`${field} is absent.`, `Give ${nameOf(field)}.`, field);
    return this.money(text, field) ?? 0;
  }

  /** Parts per million, by the digits: a float would not hit them. */
  percent(text: Given<string>, field: string): number | undefined {
    if (text === null || text === undefined) return undefined;
    const ppm = DECIMAL_FOUR.test(text) ? digitsOf(text, 4) : Infinity;
    if (ppm <= WHOLE_PPM) return ppm;
    this.refuse(
      `${field} "${text}" is not a percentage from 0 to 100 with at most four decimals.`,
      'Write it as "6.25".',
      field,
    );
    return undefined;
  }

  /** Hundredths of hours, at most those of a week. */
  hours(text: Given<string>, field: string): number | undefined {
    if (text === null || text === undefined) return undefined;
    const hundredths = DECIMAL_TWO.test(text) ? digitsOf(text, 2) : Infinity;
    if (hundredths <= WEEK_HUNDREDTHS) return hundredths;
    this.refuse(
      `${field} "${text}" is not a number of hours from 0 to 168 with at most two decimals.`,
      'Write it as "37.5".',
      field,
    );
    return undefined;
  }

  date(text: Given<string>, field: string): string | undefined {
    if (text === null || text === undefined) return undefined;
    const isDate: boolean = isValidDate(text);
    if (isDate) return text;
    this.refuse(`${field} "${text}" is not a date.`, 'Write it as YYYY-MM-DD.', field);
    return undefined;
  }

  state(code: string, field: string): string {
    if (!/^[A-Z]{2}$/.test(code))
      this.refuse(`${field} "${code}" is not a state.`, 'Give the two-letter postal code in capitals.', field);
    return code;
  }

  count(number: Given<number>, field: string, most = 999, least = 0): number | undefined {
    if (number === null || number === undefined) return undefined;
    if (Number.isInteger(number) && number >= least && number <= most) return number;
    this.refuse(
      `${field} is ${number}; it must be a whole number from ${least} to ${most}.`,
      'Correct the number.',
      field,
    );
    return undefined;
  }

  text(text: string, longest: number, field: string): string {
    if (text.trim().length < 1 || text.length > longest)
      this.refuse(
        `${field} has ${text.length} characters; 1 to ${longest} are allowed.`,
        'Give a text within the limit.',
        field,
      );
    return text;
  }

  id(id: string, field: string): string {
    if (!ID.test(id))
      this.refuse(
        `${field} "${id.slice(0, 40)}" is not an id.`,
        'Give 1 to 40 letters, digits, ".", "-" or "_".',
        field,
      );
    return id;
  }

  /** Refuses the second entry of a list that carries the same name as one before it. */
  distinct(names: readonly string[], list: string, member: string): void {
    for (const [index, name] of names.entries())
      if (names.indexOf(name) < index)
        this.refuse(`${member} "${name}" comes twice in ${list}.`, 'Give each one once.', `${list}.${index}.${member}`);
  }
}

const nameOf = (field: string) => field.slice(field.lastIndexOf('.') + 1);

/** "37.5" with two decimals -> 3750. */
function digitsOf(text: string, decimals: number): number {
  const [whole = '0', fraction = ''] = text.split('.');
  return Number(`${whole}${fraction.padEnd(decimals, '0')}`);
}
