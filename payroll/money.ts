import { type ErrorCode, refuse, type Result, succeed } from './errors.ts';

/** Whole US cents: always a safe integer. Made by `cents` and by the arithmetic below; nothing else multiplies money. */
export type Cents = number & { readonly unit: 'cents' };

/** How a product is brought back to a whole number. `HALF_UP` rounds halves away from zero; `DOWN` goes towards zero. */
export type Rounding = 'HALF_UP' | 'DOWN';

export const ZERO = 0 as Cents;

/** Rates are integer parts per million: 62_000 is 6.2 %. */
export const PPM = 1_000_000;

/** The largest amount that may enter: ten billion dollars. Far beyond any pay, far inside the safe integers. */
export const LARGEST_AMOUNT_CENTS = 1_000_000_000_000 as Cents;

/** Marks a number as cents. Throws when it is not a safe integer: money that is not whole must stop the calculation. */
export function cents(amount: number): Cents {
  if (!Number.isSafeInteger(amount)) throw new RangeError(`${amount} is not a whole number of cents`);
  return amount as Cents;
}

export function add(a: Cents, b: Cents): Cents {
  return cents(a + b);
}

export function subtract(a: Cents, b: Cents): Cents {
  return cents(a - b);
}

export function minCents(a: Cents, b: Cents): Cents {
  return a < b ? a : b;
}

export function maxCents(a: Cents, b: Cents): Cents {
  return a > b ? a : b;
}

/** Part of `wages` that falls into the room left under a yearly cap; 0 once the cap is used up, never negative. */
export function withinCap(wages: Cents, yearToDate: Cents, cap: Cents): Cents {
  const room = cap - yearToDate;
  if (room <= 0 || wages <= 0) return ZERO;
  return wages < room ? wages : (room as Cents);
}

/** Part of `wages` that lies above a yearly threshold, given what was counted before. */
export function aboveThreshold(wages: Cents, yearToDate: Cents, threshold: Cents): Cents {
  return subtract(wages, withinCap(wages, yearToDate, threshold));
}

/** A whole multiple, for example periods in a year or exemptions on a form. */
export function times(amount: Cents, count: number): Cents {
  return cents(amount * count);
}

/** `amount` x `ratePpm` / 1,000,000, rounded once. */
export function mulRate(amount: Cents, ratePpm: number, rounding: Rounding): Cents {
  return mulDiv(amount, ratePpm, PPM, rounding);
}

/** `amount` x `numerator` / `denominator`, rounded once; `denominator` is positive. */
export function mulDiv(amount: Cents, numerator: number, denominator: number, rounding: Rounding): Cents {
  const product = amount * numerator;
  if (isSafe(product)) return roundedQuotient(product, denominator, rounding);
  return roundedQuotientBig(BigInt(amount) * BigInt(numerator), BigInt(denominator), rounding);
}

/**
 * max(0, plus + over x rate - minus) / divisor, rounded once: one bracket of an annual table brought back to one pay period.
 * @param plus tax at the foot of the bracket, a year  @param over wages above the foot, a year  @param minus credits, a year
 */
export function bracketTax(
  plus: Cents,
  over: Cents,
  ratePpm: number,
  minus: Cents,
  divisor: number,
  rounding: Rounding,
): Cents {
  const fixed = (plus - minus) * PPM;
  const variable = over * ratePpm;
  const numerator = fixed + variable;
  // Sum and products are exact integers as long as each stays below 2^53.
  if (isSafe(fixed) && isSafe(variable) && isSafe(numerator)) {
    return numerator <= 0 ? ZERO : roundedQuotient(numerator, PPM * divisor, rounding);
  }
  const exact = BigInt(plus - minus) * BigInt(PPM) + BigInt(over) * BigInt(ratePpm);
  return exact <= 0n ? ZERO : roundedQuotientBig(exact, BigInt(PPM * divisor), rounding);
}

function isSafe(product: number): boolean {
  return product <= Number.MAX_SAFE_INTEGER && product >= -Number.MAX_SAFE_INTEGER;
}

/** An amount to the whole dollar, half up. Some states print whole-dollar formulas. */
export function roundToDollar(amount: Cents): Cents {
  return cents(mulDiv(amount, 1, 100, 'HALF_UP') * 100);
}

/** An amount up to the next whole dollar. */
export function roundUpToDollar(amount: Cents): Cents {
  return cents(mulDiv(cents(amount + 99), 1, 100, 'DOWN') * 100);
}

/** Splits `total` in the ratio of `weights`. The parts always add up: the cents left over go to the earliest parts that have weight. */
export function allocate(total: Cents, weights: readonly number[]): Cents[] {
  let weightSum = 0;
  for (const weight of weights) {
    if (!Number.isSafeInteger(weight) || weight < 0) throw new RangeError(`${weight} is not a weight`);
    weightSum += weight;
  }
  if (weightSum === 0) throw new RangeError('nothing to allocate to: all weights are 0');
  const parts = weights.map((weight) => mulDiv(total, weight, weightSum, 'DOWN'));
  let left = total - parts.reduce((sum, part) => sum + part, 0);
  const step = left < 0 ? -1 : 1;
  for (let i = 0; left !== 0; i = (i + 1) % parts.length) {
    if (weights[i] === 0) continue;
    parts[i] = cents((parts[i] ?? 0) + step);
    left -= step;
  }
  return parts;
}

/**
 * Integer division of integers below 2^53. The quotient in doubles may be one off near a whole number; the remainder is
 * exact (a difference of safe integers), so it corrects the quotient and decides the rounding.
 */
function roundedQuotient(dividend: number, divisor: number, rounding: Rounding): Cents {
  const negative = dividend < 0;
  const magnitude = negative ? -dividend : dividend;
  let quotient = Math.floor(magnitude / divisor);
  let remainder = magnitude - quotient * divisor;
  if (remainder < 0) {
    quotient -= 1;
    remainder += divisor;
  } else if (remainder >= divisor) {
    quotient += 1;
    remainder -= divisor;
  }
  if (rounding === 'HALF_UP' && remainder * 2 >= divisor) quotient += 1;
  // Adding 0 turns -0 into 0: a payslip never shows a negative zero.
  return ((negative ? -quotient : quotient) + 0) as Cents;
}

function roundedQuotientBig(dividend: bigint, divisor: bigint, rounding: Rounding): Cents {
  const magnitude = dividend < 0n ? -dividend : dividend;
  let quotient = magnitude / divisor;
  const remainder = magnitude % divisor;
  if (rounding === 'HALF_UP' && remainder * 2n >= divisor) quotient += 1n;
  return cents(Number(dividend < 0n ? -quotient : quotient) + 0);
}

const MONEY = /^-?\d{1,16}(\.\d{1,2})?$/;

/**
 * Reads a decimal string such as `"1234.50"`.
 * @returns cents, or `INVALID_AMOUNT` for three decimals, exponents, blanks, a forbidden sign, or more than ten billion dollars
 */
export function parseMoney(text: string, sign: 'NOT_NEGATIVE' | 'ANY' = 'NOT_NEGATIVE'): Result<Cents, ErrorCode> {
  if (!MONEY.test(text)) {
    const fix = 'Send a decimal string with at most two decimals, for example "1234.50".';
    return refuse('INVALID_AMOUNT', `"${text.slice(0, 40)}" is not an amount of money.`, fix);
  }
  const negative = text.startsWith('-');
  const [whole = '0', fraction = ''] = (negative ? text.slice(1) : text).split('.');
  const magnitude = Number(whole) * 100 + Number(fraction.padEnd(2, '0'));
  if (magnitude > LARGEST_AMOUNT_CENTS) {
    const limit = formatMoney(LARGEST_AMOUNT_CENTS);
    return refuse('INVALID_AMOUNT', `${text} is above the largest amount, ${limit}.`, `Send at most ${limit}.`);
  }
  if (negative && magnitude !== 0 && sign === 'NOT_NEGATIVE') {
    return refuse('INVALID_AMOUNT', `${text} is negative; the least amount is 0.00.`, 'Send 0.00 or more.');
  }
  return succeed(cents((negative ? -magnitude : magnitude) + 0));
}

/** `123450` -> `"1234.50"`: no thousands separators, always two decimals. */
export function formatMoney(amount: number): string {
  const magnitude = Math.abs(amount);
  const whole = Math.floor(magnitude / 100);
  const fraction = magnitude - whole * 100;
  return `${amount < 0 ? '-' : ''}${whole}.${fraction < 10 ? '0' : ''}${fraction}`;
}
