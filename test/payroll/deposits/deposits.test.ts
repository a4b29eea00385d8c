import { expect, test } from 'vitest';
import { cents } from '../../../payroll/money.ts';
import { dueDeposits } from '../../../payroll/deposits/dueDeposits.ts';
import { type DepositSchedule, federalDeposits } from '../../../payroll/deposits/federalDeposits.ts';
import { unemploymentDeposits } from '../../../payroll/deposits/unemploymentDeposits.ts';

/* When what was withheld is owed. Dates of 2026; sources: Pub. 15 (2026), section 11; Instructions for Form 940. */

const paid = (...days: [string, number][]) =>
  days.map(([payDate, dollars]) => ({ payDate, amountCents: cents(dollars * 100) }));

const due = (schedule: DepositSchedule, ...days: [string, number][]) =>
  federalDeposits(paid(...days), schedule).map(
    ({ rule, dueDate, amountCents }) => `${rule} ${dueDate} ${amountCents / 100}`,
  );

test.each<[string, DepositSchedule, [string, number][], string[]]>([
  [
    'a month by the 15th of the next',
    'MONTHLY',
    [
      ['2026-05-08', 10],
      ['2026-05-22', 20],
    ],
    ['MONTHLY 2026-06-15 30'],
  ],
  ['the 15th on a Saturday: the Monday after', 'MONTHLY', [['2026-07-10', 10]], ['MONTHLY 2026-08-17 10']],
  ['December is due in January', 'MONTHLY', [['2026-12-31', 10]], ['MONTHLY 2027-01-15 10']],
  ['paid on Wednesday to Friday: the next Wednesday', 'SEMIWEEKLY', [['2026-05-08', 10]], ['SEMIWEEKLY 2026-05-13 10']],
  ['paid on Saturday to Tuesday: the next Friday', 'SEMIWEEKLY', [['2026-05-11', 10]], ['SEMIWEEKLY 2026-05-15 10']],
  ['a holiday on the Monday adds a day', 'SEMIWEEKLY', [['2026-05-22', 10]], ['SEMIWEEKLY 2026-05-28 10']],
  ['Emancipation Day counts, though banks are open', 'SEMIWEEKLY', [['2026-04-13', 10]], ['SEMIWEEKLY 2026-04-20 10']],
  ['Thanksgiving', 'SEMIWEEKLY', [['2026-11-24', 10]], ['SEMIWEEKLY 2026-11-30 10']],
  [
    'two pays of one period are one deposit',
    'SEMIWEEKLY',
    [
      ['2026-05-06', 10],
      ['2026-05-08', 5],
    ],
    ['SEMIWEEKLY 2026-05-13 15'],
  ],
  [
    'a period in two quarters is two deposits',
    'SEMIWEEKLY',
    [
      ['2026-09-30', 10],
      ['2026-10-01', 20],
    ],
    ['SEMIWEEKLY 2026-10-07 10', 'SEMIWEEKLY 2026-10-07 20'],
  ],
  [
    '100,000 on one day: the next business day',
    'SEMIWEEKLY',
    [['2026-05-08', 100_000]],
    ['NEXT_DAY 2026-05-11 100000'],
  ],
  ['a cent less is not', 'SEMIWEEKLY', [['2026-05-08', 99_999.99]], ['SEMIWEEKLY 2026-05-13 99999.99']],
  [
    '100,000 within a period, with what was paid before in it',
    'SEMIWEEKLY',
    [
      ['2026-05-06', 60_000],
      ['2026-05-07', 40_000],
      ['2026-05-08', 10],
    ],
    ['NEXT_DAY 2026-05-08 100000', 'SEMIWEEKLY 2026-05-13 10'],
  ],
  [
    'not over two periods',
    'SEMIWEEKLY',
    [
      ['2026-05-08', 60_000],
      ['2026-05-11', 60_000],
    ],
    ['SEMIWEEKLY 2026-05-13 60000', 'SEMIWEEKLY 2026-05-15 60000'],
  ],
  [
    'a monthly depositor is semiweekly after such a day',
    'MONTHLY',
    [
      ['2026-05-08', 60_000],
      ['2026-05-15', 60_000],
      ['2026-05-22', 10],
      ['2026-06-05', 20],
    ],
    ['NEXT_DAY 2026-05-18 120000', 'SEMIWEEKLY 2026-05-28 10', 'SEMIWEEKLY 2026-06-10 20'],
  ],
  [
    'reversed pay comes off its day',
    'MONTHLY',
    [
      ['2026-05-08', 10],
      ['2026-05-08', -4],
    ],
    ['MONTHLY 2026-06-15 6'],
  ],
  [
    'more than the day had comes off the next one',
    'SEMIWEEKLY',
    [
      ['2026-05-08', -4],
      ['2026-05-15', 10],
    ],
    ['SEMIWEEKLY 2026-05-20 6'],
  ],
])('%s', (_case, schedule, days, expected) => {
  expect(due(schedule, ...days)).toEqual(expected);
});

test('federal unemployment tax is carried until it is over 500', () => {
  const deposits = unemploymentDeposits(
    paid(['2026-02-06', 400], ['2026-05-08', 100], ['2026-08-07', 0.01], ['2026-11-06', 30]),
  );
  expect(deposits.map(({ periodStartDate, dueDate, amountCents }) => [periodStartDate, dueDate, amountCents])).toEqual([
    ['2026-01-01', '2026-11-02', 500_01], // 31 October is a Saturday
    ['2026-10-01', '2027-02-01', 30_00], // 31 January is a Sunday
  ]);
  expect(unemploymentDeposits(paid(['2026-02-06', 500]))).toMatchObject([
    { dueDate: '2027-02-01', amountCents: 500_00 },
  ]);
});

test('nothing is said of when a state is paid, nor of federal tax without a schedule', () => {
  const taxes = new Map([
    ['US_941', paid(['2026-05-08', 10])],
    ['CA_WITHHOLDING', paid(['2026-05-08', 3], ['2026-08-07', 4])],
  ]);
  expect(dueDeposits(taxes, undefined)).toMatchObject([
    { authority: 'CA_WITHHOLDING', rule: 'OTHER', dueDate: undefined, amountCents: 300, periodEndDate: '2026-06-30' },
    { authority: 'US_941', rule: 'OTHER', dueDate: undefined, amountCents: 1000 },
    { authority: 'CA_WITHHOLDING', rule: 'OTHER', amountCents: 400, periodEndDate: '2026-09-30' },
  ]);
  expect(dueDeposits(taxes, 'MONTHLY')[0]).toMatchObject({ authority: 'US_941', dueDate: '2026-06-15' });
});
