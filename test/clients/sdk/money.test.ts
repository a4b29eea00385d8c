import { expect, test } from 'vitest';
import { addMoney, centsOf, compareMoney, formatMoney, moneyOf, subtractMoney } from '../../../clients/sdk/money.ts';

const usd = (amount: string) => ({ amount, currency: 'USD' }) as const;

test.each([
  ['1234.50', 123_450],
  ['0.07', 7],
  ['-12.00', -1_200],
  ['9007199254.99', 900_719_925_499],
])('%s is %d cents, and back', (amount, cents) => {
  expect(centsOf(usd(amount))).toBe(cents);
  expect(moneyOf(cents)).toEqual(usd(amount));
});

test('sums are exact where floating-point numbers are not', () => {
  expect(addMoney(usd('0.10'), usd('0.20'), usd('1.05'))).toEqual(usd('1.35'));
  expect(subtractMoney(usd('1.00'), usd('1.01'))).toEqual(usd('-0.01'));
  expect([usd('10.00'), usd('9.99'), usd('-1.00')].sort(compareMoney).map(({ amount }) => amount)).toEqual([
    '-1.00',
    '9.99',
    '10.00',
  ]);
});

test('what is no amount, or not a whole cent, is refused', () => {
  expect(() => centsOf(usd('1.234'))).toThrow(RangeError);
  expect(() => moneyOf(0.5)).toThrow(RangeError);
});

test('it is written as a locale writes it, to the last digit', () => {
  expect(formatMoney(usd('9007199254740993.07'))).toBe('$9,007,199,254,740,993.07');
  expect(formatMoney(usd('-1234.50'), 'de-DE')).toBe('-1.234,50\u00a0$');
});
