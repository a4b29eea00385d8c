import { expect, test } from 'vitest';
import { decodePayslip } from '../../payroll/payslipCodec.ts';
import { LARGEST_YEAR_BYTES, postingOf } from '../../payroll/postingOf.ts';
import { reversePayslip } from '../../payroll/reversePayslip.ts';
import { addToYearToDate, emptyYearToDate } from '../../payroll/yearToDate.ts';
import { encodeYearToDate } from '../../payroll/yearToDateCodec.ts';
import { amountOf, payFacts, payslipOf } from './payFacts.ts';
import { randomPayFacts, seededRandom } from './randomPayFacts.ts';

/* What posting will do is done once in the calculation: nothing of it is new when the money has left. */

test('of any employee and of the reversal, payslip, entry and year are known before anybody is paid', () => {
  const random = seededRandom(9);
  for (let i = 0; i < 500; i++) {
    const facts = randomPayFacts(random, i);
    const payslip = payslipOf(facts);
    for (const one of [payslip, reversePayslip(payslip)]) {
      const posting = postingOf(one, facts.yearToDate);
      expect(posting.ok && decodePayslip(posting.value.payslip)).toEqual(one);
      expect(posting.ok && Object.values(posting.value.postings).reduce((sum, each) => sum + each, 0)).toBe(0);
    }
  }
});

const withDeductions = (ids: readonly string[]) =>
  payslipOf(
    payFacts({
      employee: { deductions: ids.map((deductionId) => ({ deductionId, type: 'POST_TAX', amountCents: 1_00 })) },
    }),
  );

test.each(['__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', ' ', '\u0000', '|', '#1', '😀', 'é'])(
  'a deduction called %j is posted like any other',
  (id) => {
    const payslip = withDeductions([id]);
    expect(amountOf(payslip, 'POST_TAX')).toBe(1_00);
    expect(postingOf(payslip, emptyYearToDate(2026))).toMatchObject({ ok: true });
    const year = addToYearToDate(emptyYearToDate(2026), payslip);
    expect(Object.entries(year.byDeductionCents)).toEqual([[id, 1_00]]);
  },
);

test('ids that fill the record of a year are refused, with the size and the limit', () => {
  const ids = Array.from({ length: 13 }, (_, i) => `${i}`.padEnd(2_000, 'x'));
  expect(postingOf(withDeductions(ids.slice(0, 12)), emptyYearToDate(2026))).toMatchObject({ ok: true });
  const refused = postingOf(withDeductions(ids), emptyYearToDate(2026));
  expect(refused).toMatchObject({ ok: false, error: { type: 'POSTING_TOO_LARGE', field: 'employee.deductions' } });
  expect(!refused.ok && refused.error.message).toContain(String(LARGEST_YEAR_BYTES));
});

test('a year that grew by other ids in earlier pay counts too', () => {
  let year = emptyYearToDate(2026);
  for (let i = 0; i < 12; i++) year = addToYearToDate(year, withDeductions([`${i}`.padEnd(2_000, 'x')]));
  expect(encodeYearToDate(year).length).toBeLessThan(LARGEST_YEAR_BYTES);
  expect(postingOf(withDeductions(['y'.repeat(2_000)]), year)).toMatchObject({ ok: false });
  expect(postingOf(withDeductions(['0'.padEnd(2_000, 'x')]), year)).toMatchObject({ ok: true });
});

test('what cannot be written throws', () => {
  expect(() => postingOf(withDeductions(['\uD800']), emptyYearToDate(2026))).toThrow();
  const year = { ...emptyYearToDate(2026), grossCents: Number.MAX_SAFE_INTEGER };
  expect(() => postingOf(withDeductions([]), year)).toThrow('whole number of cents');
});
