import { validationException } from './validationException.ts';

/**
 * DynamoDB numbers: decimals of up to 38 significant digits between 1E-130 and 9.99...E+125, kept as text in one
 * canonical form (plain notation, no superfluous zeros), so that equal numbers are equal strings.
 * JavaScript numbers appear only where they are exact.
 */

const MAX_DIGITS = 38;
const MAX_EXPONENT = 125;
const MIN_EXPONENT = -130;
const SHORT_INTEGER = /^(?:0|-?[1-9]\d{0,14})$/;
const NUMBER = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d+))?$/;
const ZERO = '0'.charCodeAt(0);
/** Up to this length a decimal has at most 15 digits, which a double tells apart and orders correctly. */
const EXACT_LENGTH = 15;

/** `digits` x 10^`exponent`; digits carry neither leading nor trailing zeros, and are empty for zero. */
interface Decimal {
  negative: boolean;
  digits: string;
  exponent: number;
}

/** The canonical text of a number as a caller wrote it. Throws ValidationException for what DynamoDB would not store. */
export function canonicalNumber(text: string): string {
  if (SHORT_INTEGER.test(text)) return text;
  const { negative, digits, exponent } = parse(text);
  if (digits === '') return '0';
  if (digits.length > MAX_DIGITS) {
    throw validationException(`Attempting to store more than ${MAX_DIGITS} significant digits in a Number`);
  }
  const magnitude = digits.length + exponent - 1;
  if (magnitude > MAX_EXPONENT) {
    throw validationException(
      'Number overflow. Attempting to store a number with magnitude larger than supported range',
    );
  }
  if (magnitude < MIN_EXPONENT) {
    throw validationException(
      'Number underflow. Attempting to store a number with magnitude smaller than supported range',
    );
  }
  return (negative ? '-' : '') + plain(digits, exponent);
}

/** Negative, zero or positive, as for `Array.sort`; both arguments canonical. */
export function compareNumbers(a: string, b: string): number {
  if (a === b) return 0;
  if (a.length <= EXACT_LENGTH && b.length <= EXACT_LENGTH) return Number(a) - Number(b);
  const [x, y] = aligned(a, b);
  return x < y ? -1 : 1;
}

/** Exact sum. Throws when it needs more than 38 digits or leaves the range. */
export function addNumbers(a: string, b: string): string {
  if (isShortInteger(a) && isShortInteger(b)) return String(Number(a) + Number(b));
  const [x, y, exponent] = aligned(a, b);
  return canonicalNumber(`${x + y}e${exponent}`);
}

/** Exact difference `a - b`. Throws as `addNumbers` does. */
export function subtractNumbers(a: string, b: string): string {
  if (b === '0') return a;
  return addNumbers(a, b.startsWith('-') ? b.slice(1) : `-${b}`);
}

/** Bytes whose memcmp order is the numeric order: sign and exponent first, then digit pairs; inverted for negatives. */
export function numberSortKey(canonical: string): Uint8Array {
  const { negative, digits, exponent } = parse(canonical);
  if (digits === '') return Uint8Array.of(0x80);
  const biased = digits.length + exponent + 0x4000;
  const bytes = [0xc0, biased >> 8, biased & 0xff];
  for (let i = 0; i < digits.length; i += 2) bytes.push(Number(digits.slice(i, i + 2).padEnd(2, '0')) + 1);
  if (!negative) return Uint8Array.from(bytes);
  // The closing 0xff puts -1.23 before -1.2, whose digits are a prefix of it.
  return Uint8Array.from([...bytes.map((byte) => 0xff - byte), 0xff]);
}

/** Significant digits of a canonical number: what its storage size is counted from. Sets are counted often: no regex. */
export function significantDigits(canonical: string): number {
  let digits = 0;
  let significant = 0;
  for (let i = 0; i < canonical.length; i++) {
    const code = canonical.charCodeAt(i);
    if (code < ZERO || (code === ZERO && digits === 0)) continue; // sign, point, leading zero
    digits++;
    if (code !== ZERO) significant = digits;
  }
  return significant;
}

function isShortInteger(text: string): boolean {
  return text.length <= EXACT_LENGTH && !text.includes('.');
}

function parse(text: string): Decimal {
  const match = NUMBER.exec(text);
  const whole = match?.[2] ?? '';
  const fraction = match?.[3] ?? '';
  if (!match || whole + fraction === '') {
    throw validationException(`The parameter cannot be converted to a numeric value${text === '' ? '' : `: ${text}`}`);
  }
  const significant = (whole + fraction).replace(/^0+/, '');
  const digits = significant.replace(/0+$/, '');
  const exponent = Number(match[4] ?? 0) - fraction.length + significant.length - digits.length;
  return { negative: match[1] === '-', digits, exponent };
}

function plain(digits: string, exponent: number): string {
  if (exponent >= 0) return digits + '0'.repeat(exponent);
  const point = digits.length + exponent;
  return point > 0 ? `${digits.slice(0, point)}.${digits.slice(point)}` : `0.${'0'.repeat(-point)}${digits}`;
}

/** Both numbers as integers of one common power of ten. */
function aligned(a: string, b: string): [bigint, bigint, number] {
  const x = parse(a);
  const y = parse(b);
  const exponent = Math.min(x.exponent, y.exponent);
  return [scaled(x, exponent), scaled(y, exponent), exponent];
}

function scaled({ negative, digits, exponent }: Decimal, toExponent: number): bigint {
  if (digits === '') return 0n;
  const value = BigInt(digits + '0'.repeat(exponent - toExponent));
  return negative ? -value : value;
}
