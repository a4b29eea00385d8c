import { describe, expect, test } from 'vitest';
import { cents } from '../../payroll/money.ts';
import type { LedgerEntryRecord } from '../../table/ledger.ts';
import type { PaymentFileRecord } from '../../table/paymentFile.ts';
import type { RunRecord, RunTotals } from '../../table/payrollRun.ts';
import type { SegmentRecord } from '../../table/runItem.ts';
import { emptySums } from '../../table/runProgress.ts';
import { paymentEntry } from '../../workers/posting/paymentEntry.ts';
import { provePostable } from '../../workers/posting/provePostable.ts';
import { provePostings } from '../../workers/posting/provePostings.ts';

/* A run ends only when the ledger says what was approved, and the files what the ledger says. */

const segment = (number: number, wages: number): SegmentRecord => ({
  ...emptySums(),
  segment: number,
  employeeCount: 1,
  hash: '',
  postings: { '5000': cents(wages), '2200-US_941': cents(-wages / 4), '2100': cents((-wages * 3) / 4) },
});
const entry = (sequence: number, wages: number): LedgerEntryRecord => ({
  companyId: 'acme',
  runId: 'run_1',
  sequence,
  description: '',
  postedAt: '',
  lines: [
    { account: '5000', name: '', debitCents: wages },
    { account: '2100', name: '', creditCents: (wages * 3) / 4 },
    { account: '2200-US_941', name: '', creditCents: wages / 4 },
  ],
});
const totals = { netPayCents: 450_00 } as RunTotals;
const SEGMENTS = [segment(0, 400_00), segment(1, 200_00)];

test('a run is proved that is posted as it was calculated, whatever follows', () => {
  const later = { ...entry(3, 100_00), lines: [{ account: '2100', name: '', debitCents: 450_00 }] };
  expect(() => provePostings(SEGMENTS, [entry(1, 400_00), entry(2, 200_00), later], totals)).not.toThrow();
});

describe('before a run is paid', () => {
  const run = { companyId: 'acme', runId: 'run_1', segmentCount: 2 } as RunRecord;

  test('its entries are made as they will be posted, and proved', () => {
    expect(() => provePostable(run, SEGMENTS, totals)).not.toThrow();
  });

  test.each<[string, SegmentRecord[], RegExp]>([
    [
      'a segment does not balance',
      [segment(0, 400_00), { ...segment(1, 200_00), postings: { '5000': cents(1) } }],
      /debits/,
    ],
    [
      'an account has no name',
      [{ ...segment(0, 600_00), postings: { '9': cents(1), '8': cents(-1) } }],
      /chart of accounts/,
    ],
    ['net pay is not what was calculated', [segment(0, 400_00)], /net pay payable/],
  ])('it stops when %s', (_case, segments, message) => {
    expect(() => provePostable(run, segments, totals)).toThrow(
      expect.objectContaining({ name: 'PayrollAssertionFailed', message: expect.stringMatching(message) }),
    );
  });
});

test('a segment in which nobody has pay needs no entry', () => {
  const empty = { ...segment(2, 0), postings: {} };
  expect(() => provePostings([...SEGMENTS, empty], [entry(1, 400_00), entry(2, 200_00)], totals)).not.toThrow();
});

test.each<[string, LedgerEntryRecord[], Partial<RunTotals>, RegExp]>([
  ['an entry is missing', [entry(1, 400_00)], {}, /account 2100 in entry 2 is 0/],
  ['an entry says another amount', [entry(1, 400_00), entry(2, 204_00)], {}, /account 2100 in entry 2 is -15300/],
  [
    'an entry says another account',
    [entry(1, 400_00), { ...entry(2, 0), lines: [] }],
    {},
    /account 2100 in entry 2 is 0/,
  ],
  [
    'another net pay was approved',
    [entry(1, 400_00), entry(2, 200_00)],
    { netPayCents: 1 },
    /net pay payable is 45000/,
  ],
])('the run stops when %s', (_case, entries, other, message) => {
  expect(() => provePostings(SEGMENTS, entries, { ...totals, ...other })).toThrow(
    expect.objectContaining({ name: 'PayrollAssertionFailed', message: expect.stringMatching(message) }),
  );
});

describe('the entry of the money', () => {
  const run = { companyId: 'acme', runId: 'run_1', type: 'REGULAR', segmentCount: 2 } as RunRecord;
  const file = (more: Partial<PaymentFileRecord>): PaymentFileRecord =>
    ({
      kind: 'WAGES',
      fundingAccountId: 'main',
      totalCreditCents: 0,
      totalDebitCents: 0,
      ...more,
    }) as PaymentFileRecord;
  const lines = (...of: Parameters<typeof paymentEntry>) =>
    paymentEntry(...of)?.lines.map(({ name: _name, ...line }) => line);

  test('is what the files and the checks pay, behind the entries of the segments', () => {
    const files = [file({ totalCreditCents: 200_00 }), file({ totalCreditCents: 150_00 })];
    const sums = { directDepositCents: 350_00, checkCents: 100_00 };
    expect(paymentEntry(run, sums, files, '')).toMatchObject({ sequence: 3, description: 'Net pay' });
    expect(lines(run, sums, files, '')).toEqual([
      { account: '2100', debitCents: 450_00 },
      { account: '1000-main', creditCents: 350_00 },
      { account: '1010', creditCents: 100_00 },
    ]);
  });

  test('leaves out what is paid again, which has entries of its own', () => {
    const files = [file({ totalCreditCents: 350_00 }), file({ kind: 'RETRY', totalCreditCents: 75_00 })];
    expect(lines(run, { directDepositCents: 350_00, checkCents: 0 }, files, '')).toContainEqual({
      account: '1000-main',
      creditCents: 350_00,
    });
  });

  test('stops the run when the files pay another amount than was approved', () => {
    const files = [file({ totalCreditCents: 350_01 })];
    expect(() => paymentEntry(run, { directDepositCents: 350_00, checkCents: 0 }, files, '')).toThrow(/35001 cents/);
  });

  const reversal: RunRecord = { ...run, type: 'REVERSAL' };

  test('of a reversal is what its file takes back, and the checks; the rest stays owed', () => {
    const sums = { directDepositCents: -350_00, checkCents: -100_00 };
    expect(lines(reversal, sums, [file({ kind: 'REVERSAL', totalDebitCents: 300_00 })], '')).toEqual([
      { account: '1000-main', debitCents: 300_00 },
      { account: '1010', debitCents: 100_00 },
      { account: '2100', creditCents: 400_00 },
    ]);
  });

  test('of a reversal is not there when its window is closed', () => {
    expect(paymentEntry(reversal, { directDepositCents: -350_00, checkCents: 0 }, [], '')).toBeUndefined();
  });
});
