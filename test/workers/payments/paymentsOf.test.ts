import { expect, test } from 'vitest';
import { cents } from '../../../payroll/money.ts';
import type { DirectDeposit, EmployeeRecord } from '../../../table/employee.ts';
import { decodePayments, encodePayments } from '../../../table/payments.ts';
import { paymentsOf } from '../../../workers/calculation/paymentsOf.ts';
import type { Segment } from '../../../workflows/payrollRun.ts';

/* Who is paid by direct deposit, and who by check. */

const PAY_DATE = '2026-11-27';
const LIVE = { fundingAccountId: 'main', sendsPrenotes: false };
const TRIES_OUT = { fundingAccountId: 'main', sendsPrenotes: true };

const deposit = (part: Partial<DirectDeposit>): DirectDeposit => ({
  split: 1,
  accountType: 'CHECKING',
  routingNumber: '021000021',
  last4: '6789',
  sealed: '',
  ...part,
});

function paid(funding: Segment['funding'], directDeposits: DirectDeposit[], netPayCents = 100_000): string {
  const segment = { funding, period: { payDate: PAY_DATE } } as Segment;
  const payments = paymentsOf(segment, { directDeposits } as EmployeeRecord, cents(netPayCents));
  return payments.ok ? encodePayments(payments.value) : payments.error.type;
}

test.each<[string, Segment['funding'], DirectDeposit[], string]>([
  ['no account on record', LIVE, [], '1:C::100000'],
  ['no funding account', undefined, [deposit({})], '1:C::100000'],
  ['an account', LIVE, [deposit({})], '1:D:6789:100000'],
  [
    'a fixed part and the rest',
    LIVE,
    [deposit({ amountCents: 30_000, last4: '1111' }), deposit({ split: 2 })],
    '1:D:1111:30000|2:D:6789:70000',
  ],
  [
    'a third and the rest, odd cents included',
    LIVE,
    [deposit({ ratePpm: 333_333, last4: '1111' }), deposit({ split: 2 })],
    '1:D:1111:33333|2:D:6789:66667',
  ],
  ['an account without prenote', TRIES_OUT, [deposit({})], '1:C::100000'],
  ['a prenote two banking days before', TRIES_OUT, [deposit({ prenotedOn: '2026-11-24' })], '1:C::100000'],
  ['a prenote three banking days before', TRIES_OUT, [deposit({ prenotedOn: '2026-11-23' })], '1:D:6789:100000'],
  [
    'a prenote that came back',
    TRIES_OUT,
    [deposit({ prenotedOn: '2026-11-03', prenoteReturnCode: 'R03' })],
    '1:C::100000',
  ],
])('%s', (_case, funding, deposits, expected) => {
  expect(paid(funding, deposits)).toBe(expected);
});

test('nothing to pay is no payment', () => {
  expect(paid(LIVE, [deposit({})], 0)).toBe('');
});

test('what one entry cannot carry goes by check', () => {
  expect(paid(LIVE, [deposit({})], 9_999_999_999)).toBe('1:D:6789:9999999999');
  expect(paid(LIVE, [deposit({})], 10_000_000_000)).toBe('1:C::10000000000');
});

test('a text of payments reads back as what was written', () => {
  const payments = [
    { split: 1, method: 'DIRECT_DEPOSIT', last4: '0042', amountCents: 5 },
    { split: 2, method: 'CHECK', last4: '', amountCents: -70_001 },
  ] as const;
  expect(decodePayments(encodePayments([...payments]))).toEqual(payments);
  expect(decodePayments(undefined)).toEqual([]);
});
