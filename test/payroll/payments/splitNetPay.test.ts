import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cents } from '../../../payroll/money.ts';
import { splitNetPay, type DepositShare, type DepositSplit } from '../../../payroll/payments/splitNetPay.ts';

const fixed = (amount: number): DepositShare => ({ type: 'FIXED', amountCents: cents(amount) });
const percent = (ratePpm: number): DepositShare => ({ type: 'PERCENT', ratePpm });
const remainder: DepositShare = { type: 'REMAINDER' };
const splitsOf = (...shares: DepositShare[]): DepositSplit[] =>
  shares.map((share, i) => ({ split: i + 1, share, accountId: `acct_${i + 1}`, isAccountLive: true }));

function paymentsOf(netPayCents: number, splits: DepositSplit[]) {
  const payments = splitNetPay(cents(netPayCents), splits);
  if (!payments.ok) throw new Error(payments.error.message);
  return payments.value;
}

describe('net pay is divided', () => {
  // Split number and cents of each payment; who gets nothing is not there.
  test.each<[string, number, DepositShare[], [number, number][]]>([
    ['all to one account', 200_000, [remainder], [[1, 200_000]]],
    [
      'a fixed part, then the rest',
      200_000,
      [fixed(50_000), remainder],
      [
        [1, 50_000],
        [2, 150_000],
      ],
    ],
    [
      'a percentage of net pay, rounded down',
      100_001,
      [percent(333_333), remainder],
      [
        [1, 33_333],
        [2, 66_668],
      ],
    ],
    [
      'a percentage counts the fixed part too',
      100_000,
      [fixed(50_000), percent(200_000), remainder],
      [
        [1, 50_000],
        [2, 20_000],
        [3, 30_000],
      ],
    ],
    [
      'fixed parts first, wherever they stand',
      60_000,
      [percent(500_000), fixed(50_000), remainder],
      [
        [1, 10_000],
        [2, 50_000],
      ],
    ],
    [
      'the remainder may stand anywhere',
      60_000,
      [remainder, fixed(10_000)],
      [
        [1, 50_000],
        [2, 10_000],
      ],
    ],
    [
      'short pay cuts the last fixed part',
      70_000,
      [fixed(50_000), fixed(50_000), remainder],
      [
        [1, 50_000],
        [2, 20_000],
      ],
    ],
    ['one cent', 1, [percent(500_000), remainder], [[2, 1]]],
    [
      '100 % leaves nothing over',
      10_000,
      [percent(600_000), percent(400_000), remainder],
      [
        [1, 6_000],
        [2, 4_000],
      ],
    ],
    ['nothing', 0, [fixed(1), remainder], []],
  ])('%s', (_case, netPay, shares, expected) => {
    const payments = paymentsOf(netPay, splitsOf(...shares));
    expect(payments.map(({ split, amountCents }) => [split, amountCents])).toEqual(expected);
    for (const { split, method, accountId } of payments) {
      expect([method, accountId]).toEqual(['DIRECT_DEPOSIT', `acct_${split}`]);
    }
  });

  test('without direct deposits everything is one check', () => {
    expect(paymentsOf(5_000, [])).toEqual([{ split: 1, method: 'CHECK', accountId: undefined, amountCents: 5_000 }]);
    expect(paymentsOf(0, [])).toEqual([]);
  });

  test('an account whose prenote is not through is paid by check, as the same split', () => {
    const [first, second] = splitsOf(fixed(1_000), remainder);
    if (!first || !second) throw new Error('two splits');
    expect(paymentsOf(5_000, [{ ...first, isAccountLive: false }, second])).toEqual([
      { split: 1, method: 'CHECK', accountId: undefined, amountCents: 1_000 },
      { split: 2, method: 'DIRECT_DEPOSIT', accountId: 'acct_2', amountCents: 4_000 },
    ]);
  });
});

describe('splits that contradict each other are refused', () => {
  const numbered = (...numbers: number[]) =>
    numbers.map((split) => ({ split, share: remainder, accountId: 'a', isAccountLive: true }));

  test.each<[string, DepositSplit[]]>([
    ['no remainder', splitsOf(fixed(1))],
    ['two remainders', splitsOf(remainder, remainder)],
    ['more than 100 %', splitsOf(percent(600_000), percent(400_001), remainder)],
    ['0 %', splitsOf(percent(0), remainder)],
    ['a fixed part of nothing', splitsOf(fixed(0), remainder)],
    ['a negative fixed part', splitsOf(fixed(-1), remainder)],
    ['split 0', numbered(0)],
    ['a split number twice', numbered(1, 1)],
    ['split numbers that fall', numbered(2, 1)],
  ])('%s', (_case, splits) => {
    for (const netPay of [100_000, 0, -100_000]) {
      expect(splitNetPay(cents(netPay), splits)).toMatchObject({
        ok: false,
        error: { type: 'DEPOSIT_SPLITS_INVALID' },
      });
    }
  });
});

describe('whatever the splits', () => {
  const share = fc.oneof(
    fc.integer({ min: 1, max: 500_000 }).map(fixed),
    fc.integer({ min: 1, max: 250_000 }).map(percent),
  );
  const anySplits = fc
    .tuple(fc.array(share, { maxLength: 4 }), fc.nat(4), fc.array(fc.boolean(), { minLength: 5, maxLength: 5 }))
    .map(([shares, place, live]) =>
      splitsOf(...shares.toSpliced(place, 0, remainder)).map((split, i) => ({
        ...split,
        isAccountLive: live[i] === true,
      })),
    );
  const netPay = fc.oneof(fc.integer({ min: -2_000_000, max: 2_000_000 }), fc.integer({ min: -1e12, max: 1e12 }));

  test('the payments add up to net pay, none is zero, and all have its sign', () => {
    fc.assert(
      fc.property(netPay, anySplits, (net, splits) => {
        const payments = paymentsOf(net, splits);
        expect(payments.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(net);
        for (const { amountCents } of payments) expect(Math.sign(amountCents)).toBe(Math.sign(net));
      }),
    );
  });

  test('a reversal is the original with the other sign', () => {
    fc.assert(
      fc.property(netPay, anySplits, (net, splits) => {
        const mirrored = paymentsOf(net, splits).map((payment) => ({
          ...payment,
          amountCents: 0 - payment.amountCents,
        }));
        expect(paymentsOf(0 - net, splits)).toEqual(mirrored);
      }),
    );
  });

  test('each split is paid once at most, and no fixed part gets more than it asks for', () => {
    fc.assert(
      fc.property(netPay, anySplits, (net, splits) => {
        const payments = paymentsOf(net, splits);
        expect(new Set(payments.map(({ split }) => split)).size).toBe(payments.length);
        for (const { split, amountCents } of payments) {
          const asked = splits[split - 1]?.share;
          if (asked?.type === 'FIXED') expect(Math.abs(amountCents)).toBeLessThanOrEqual(asked.amountCents);
        }
      }),
    );
  });
});
