import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addPostings } from '../../../payroll/ledger/addPostings.ts';
import { journalLinesOf } from '../../../payroll/ledger/journalLines.ts';
import { paidPostings } from '../../../payroll/ledger/paidPostings.ts';
import type { Postings } from '../../../payroll/ledger/Postings.ts';
import { postingsOf } from '../../../payroll/ledger/postingsOf.ts';
import { cents } from '../../../payroll/money.ts';
import { reversePayslip } from '../../../payroll/reversePayslip.ts';
import { payFacts, payslipOf } from '../payFacts.ts';
import { randomPayFacts, seededRandom } from '../randomPayFacts.ts';

const payslipsOf = (count: number, seed: number) => {
  const random = seededRandom(seed);
  return Array.from({ length: count }, (_, i) => payslipOf(randomPayFacts(random, i)));
};
const seeds = fc.integer({ min: 0, max: 2 ** 31 });
const sumOf = (postings: Postings) => Object.values(postings).reduce((sum, amount) => sum + amount, 0);

describe('debits equal credits', () => {
  test('of every payslip, and its employer cost is all that leaves', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const payslip of payslipsOf(20, seed)) {
          const postings = postingsOf(payslip);
          expect(sumOf(postings)).toBe(0);
          const debits = Object.values(postings).filter((amount) => amount > 0);
          const { reimbursementsCents, employerTaxesCents } = payslip.totals;
          expect(debits.reduce((sum, amount) => sum + amount, 0)).toBe(
            payslip.grossCents + reimbursementsCents + employerTaxesCents,
          );
        }
      }),
      { numRuns: 25 },
    );
  });

  test('of every prefix of a run, in whatever order its payslips and segments are added', () => {
    fc.assert(
      fc.property(seeds, fc.integer({ min: 1, max: 29 }), (seed, cut) => {
        const entries = payslipsOf(30, seed).map(postingsOf);
        let soFar: Postings = {};
        for (const entry of entries) {
          soFar = addPostings([soFar, entry]);
          expect(sumOf(soFar)).toBe(0);
        }
        const bySegments = addPostings([addPostings(entries.slice(cut)), addPostings(entries.slice(0, cut))]);
        expect(bySegments).toEqual(soFar);
      }),
      { numRuns: 25 },
    );
  });

  test('an entry whose debits are not its credits is never posted, not even beside one that makes up for it', () => {
    const payslip = payslipOf(payFacts());
    expect(() => postingsOf({ ...payslip, netPayCents: cents(payslip.netPayCents + 1) })).toThrow('debits');
    expect(() => addPostings([{ '5000': cents(1) }, { '2100': cents(-1) }])).toThrow('debits');
  });
});

test('a reversal takes back exactly what was posted', () => {
  for (const payslip of payslipsOf(500, 11)) {
    expect(addPostings([postingsOf(payslip), postingsOf(reversePayslip(payslip))])).toEqual({});
  }
});

test('a salary of 2,000.00 in Texas, as a bookkeeper writes it', () => {
  const payslip = payslipOf(payFacts({ payInputs: { earnings: [{ type: 'REIMBURSEMENT', amountCents: 40_00 }] } }));
  const lines = journalLinesOf(postingsOf(payslip)).map((line) =>
    'debitCents' in line ? [line.account, line.debitCents, 0] : [line.account, 0, line.creditCents],
  );
  expect(lines).toEqual([
    // account               debit     credit
    ['5000', 2_000_00, 0],
    ['5100', 219_00, 0], // 124.00 + 29.00 + FUTA 12.00 + Texas 54.00
    ['5200', 40_00, 0],
    ['2100', 0, payslip.netPayCents],
    ['2200-TX_UNEMPLOYMENT', 0, 54_00],
    ['2200-US_940', 0, 12_00],
    ['2200-US_941', 0, payslip.totals.taxesCents + 124_00 + 29_00],
  ]);
});

describe('when money leaves', () => {
  const payslips = payslipsOf(40, 5);
  const posted = addPostings(payslips.map(postingsOf));
  const netPayCents = payslips.reduce((sum, payslip) => sum + payslip.netPayCents, 0);

  test('net pay is no longer owed, and each source of cash has less', () => {
    const checks = cents(100_00);
    const paid = paidPostings([
      { method: 'DIRECT_DEPOSIT', fundingAccountId: 'fund_1', amountCents: cents(netPayCents - 300_00) },
      { method: 'DIRECT_DEPOSIT', fundingAccountId: 'fund_2', amountCents: cents(200_00) },
      { method: 'CHECK', amountCents: checks },
    ]);
    expect(paid).toEqual({
      '1000-fund_1': 300_00 - netPayCents,
      '1000-fund_2': -200_00,
      '1010': -100_00,
      '2100': netPayCents,
    });
    expect(addPostings([posted, paid])).not.toHaveProperty('2100');
  });

  test('a payment that comes back is owed again, until it is paid again', () => {
    const payment = { method: 'DIRECT_DEPOSIT', fundingAccountId: 'fund_1', amountCents: cents(75_00) } as const;
    const returned = paidPostings([{ ...payment, amountCents: cents(-75_00) }]);
    expect(returned).toEqual({ '2100': -75_00, '1000-fund_1': 75_00 });
    expect(addPostings([returned, paidPostings([payment])])).toEqual({});
  });
});

test('a segment of 100 employees from every state fits beside its counts in one item: under 4 KB', () => {
  const postings = addPostings(payslipsOf(100, 3).map(postingsOf));
  expect(JSON.stringify(postings).length).toBeLessThan(4_096);
});
