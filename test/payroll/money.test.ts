import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  allocate,
  bracketTax,
  cents,
  formatMoney,
  mulDiv,
  mulRate,
  parseMoney,
  withinCap,
  type Rounding,
} from '../../payroll/money.ts';

const amount = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });

/** The same quotient in whole-number arithmetic without limits. */
function exact(numerator: bigint, denominator: bigint, rounding: Rounding): number {
  const magnitude = numerator < 0n ? -numerator : numerator;
  const twice = (magnitude % denominator) * 2n;
  const up = rounding === 'HALF_UP' && twice >= denominator;
  const rounded = magnitude / denominator + (up ? 1n : 0n);
  return Number(numerator < 0n ? -rounded : rounded) + 0;
}

describe('multiplying money', () => {
  test.each([
    // case                                   cents    ppm      rounding   result
    ['a half cent rounds up', 100_250, 62_000, 'HALF_UP', 6_216],
    ['down drops the half cent', 100_250, 62_000, 'DOWN', 6_215],
    ['halves round away from zero when negative', -100_250, 62_000, 'HALF_UP', -6_216],
    ['nothing is never minus nothing', -1, 1, 'DOWN', 0],
    ['an amount beyond the safe product stays exact', 999_999_999_999, 999_999, 'HALF_UP', 999_998_999_999],
  ] as const)('%s', (_case, money, ppm, rounding, result) => {
    expect(mulRate(cents(money), ppm, rounding)).toBe(result);
  });

  test('the fast path and whole-number arithmetic always agree', () => {
    const rounding = fc.constantFrom<Rounding>('HALF_UP', 'DOWN');
    fc.assert(
      fc.property(
        amount,
        fc.integer({ min: 0, max: 10_000_000 }),
        fc.integer({ min: 10_000, max: 260_000_000 }),
        rounding,
        (a, n, d, how) => {
          expect(mulDiv(cents(a), n, d, how)).toBe(exact(BigInt(a) * BigInt(n), BigInt(d), how));
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('one bracket of an annual table is exact to the single rounding', () => {
    const positive = fc.integer({ min: 0, max: 60_000_000_000 });
    fc.assert(
      fc.property(
        positive,
        positive,
        fc.integer({ min: 0, max: 370_000 }),
        positive,
        fc.integer({ min: 1, max: 260 }),
        (plus, over, rate, minus, n) => {
          const numerator = BigInt(plus - minus) * 1_000_000n + BigInt(over) * BigInt(rate);
          const tax = numerator <= 0n ? 0 : exact(numerator, 1_000_000n * BigInt(n), 'HALF_UP');
          expect(bracketTax(cents(plus), cents(over), rate, cents(minus), n, 'HALF_UP')).toBe(tax);
        },
      ),
      { numRuns: 2_000 },
    );
  });

  test('a number that is not whole cents stops the calculation', () => {
    expect(() => cents(0.5)).toThrow('not a whole number');
    expect(() => cents(2 ** 53)).toThrow('not a whole number');
  });
});

describe('splitting money', () => {
  test('parts always add up, and none without weight gets any', () => {
    const weights = fc
      .array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 8 })
      .filter((w) => w.some((x) => x > 0));
    fc.assert(
      fc.property(amount, weights, (total, shares) => {
        const parts = allocate(cents(total), shares);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(total);
        parts.forEach((part, i) => shares[i] === 0 && expect(part).toBe(0));
      }),
    );
  });

  test('odd cents go to the earliest parts', () => {
    expect(allocate(cents(100), [1, 1, 1])).toEqual([34, 33, 33]);
  });
});

test.each([
  // wages, year to date, cap -> taxed now
  [2_000_00, 0, 7_000_00, 2_000_00],
  [2_000_00, 6_000_00, 7_000_00, 1_000_00],
  [2_000_00, 7_000_00, 7_000_00, 0],
  [2_000_00, 9_000_00, 7_000_00, 0],
])('a cap leaves %d after %d of %d: %d', (wages, before, cap, taxed) => {
  expect(withinCap(cents(wages), cents(before), cents(cap))).toBe(taxed);
});

describe('reading and writing money', () => {
  test.each([
    ['1234.50', 123_450],
    ['0', 0],
    ['0.1', 10],
    ['-0.00', 0],
    ['10000000000.00', 1_000_000_000_000],
  ])('%s is %d cents', (text, value) => {
    expect(parseMoney(text)).toEqual({ ok: true, value });
  });

  test.each(['1.234', '1e3', '', ' 1', '1,000.00', '+1', '-1.00', '10000000000.01', 'NaN', '.5', '1.', '٣'])(
    '"%s" is refused',
    (text) => {
      const parsed = parseMoney(text);
      expect(parsed.ok ? 'accepted' : parsed.error.type).toBe('INVALID_AMOUNT');
    },
  );

  test('a sign is allowed where it is asked for', () => {
    expect(parseMoney('-1.00', 'ANY')).toEqual({ ok: true, value: -100 });
  });

  test('writing and reading gives the same amount', () => {
    fc.assert(
      fc.property(amount, (a) => {
        expect(parseMoney(formatMoney(a), 'ANY')).toEqual({ ok: true, value: a });
      }),
    );
  });
});
