import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addNumbers,
  canonicalNumber,
  compareNumbers,
  numberSortKey,
  subtractNumbers,
} from '../../src/dynamodb/decimal.ts';

/** Any number that DynamoDB stores, with few digits often enough for equal and neighbouring ones to meet. */
const decimal = fc
  .tuple(
    fc.boolean(),
    fc.oneof(fc.bigInt({ min: 0n, max: 999n }), fc.bigInt({ min: 0n, max: 10n ** 38n - 1n })),
    fc.oneof(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -92, max: 87 })),
  )
  .map(([negative, digits, exponent]) => canonicalNumber(`${negative ? '-' : ''}${digits}e${exponent}`));

/** Exact arithmetic by another way: everything as a multiple of 10^-130. */
const scaled = (number: string): bigint => {
  const [whole = '', fraction = ''] = number.replace('-', '').split('.');
  const value = BigInt(whole + fraction.padEnd(130, '0'));
  return number.startsWith('-') ? -value : value;
};

test.each([
  ['0012.3400E+2', '1234'],
  ['-0.0', '0'],
  ['.5', '0.5'],
  ['5.', '5'],
  ['1e21', '1000000000000000000000'],
  ['1.234e-5', '0.00001234'],
  ['-1e-3', '-0.001'],
])('%s is kept as %s', (given, canonical) => expect(canonicalNumber(given)).toBe(canonical));

test.each(['', '-', '.', '1e', ' 1', '0x1', 'Infinity', 'NaN', '1'.repeat(39), '1e126', '1e-131'])(
  '%j is no number for DynamoDB',
  (given) => expect(() => canonicalNumber(given)).toThrow(expect.objectContaining({ code: 'ValidationException' })),
);

test('numbers compare, and sort by their keys, as the quantities that they are', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      const expected = Number(scaled(a) > scaled(b)) - Number(scaled(a) < scaled(b));
      expect(Math.sign(compareNumbers(a, b))).toBe(expected);
      expect(Math.sign(Buffer.compare(numberSortKey(a), numberSortKey(b)))).toBe(expected);
    }),
    { numRuns: 2_000 },
  );
});

test('sums and differences are exact, or refused when they need more than 38 digits', () => {
  fc.assert(
    fc.property(decimal, decimal, (a, b) => {
      for (const [operation, expected] of [
        [addNumbers, scaled(a) + scaled(b)],
        [subtractNumbers, scaled(a) - scaled(b)],
      ] as const) {
        const digits = expected.toString().replace('-', '').replace(/0+$/, '').length;
        if (digits > 38) expect(() => operation(a, b)).toThrow('38 significant digits');
        else if (scaled(operation(a, b)) !== expected) expect([a, b, operation(a, b)]).toBe(expected);
      }
    }),
    { numRuns: 2_000 },
  );
});
