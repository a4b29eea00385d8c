import { expect, test } from 'vitest';
import { formatMoney } from '../../clients/dashboard/format/formatMoney.ts';
import { isSameAmount } from '../../clients/dashboard/run/isSameAmount.ts';

test.each([
  // amount                   shown
  ['0.00', '$0.00'],
  ['999.50', '$999.50'],
  ['1000.05', '$1,000.05'],
  ['-1234567.89', '\u2212$1,234,567.89'],
  // beyond what a float keeps to the cent
  ['90071992547409.93', '$90,071,992,547,409.93'],
  // shown as it came rather than as something else
  ['1e3', 'USD 1e3'],
])('%s is shown as %s', (amount, shown) => {
  expect(formatMoney({ amount, currency: 'USD' })).toBe(shown);
});

test.each([
  ['666105.49', true],
  ['$666,105.49', true],
  [' 666 105.49 ', true],
  ['666105.5', false],
  ['666105', false],
  ['-666105.49', false],
  ['', false],
])('"%s" typed for 666105.49: %s', (typed, isSame) => {
  expect(isSameAmount(typed, '666105.49')).toBe(isSame);
});
