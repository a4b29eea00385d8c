import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { payPeriodsBetween, type PayPeriod } from '../../payroll/payPeriods.ts';
import { reversePayslip } from '../../payroll/reversePayslip.ts';
import { addToYearToDate, emptyYearToDate, type YearToDate } from '../../payroll/yearToDate.ts';
import { decodeYearToDate, encodeYearToDate } from '../../payroll/yearToDateCodec.ts';
import { payFacts, payslipOf } from './payFacts.ts';

/** The year after `weeks` weekly payslips of a Californian with a health plan, a pension, a commute and a levy. */
function yearAfter(weeks: number): YearToDate {
  let year = emptyYearToDate(2026);
  for (const period of WEEKS_OF_2026.slice(0, weeks)) year = addToYearToDate(year, payslipFor(period, year));
  return year;
}

const payslipFor = (period: PayPeriod, yearToDate: YearToDate) =>
  payslipOf(
    payFacts({
      period,
      yearToDate,
      employee: {
        workState: 'CA',
        birthDate: '1985-01-01',
        compensation: { type: 'SALARY', annualSalaryCents: 156_000_00, isOvertimeExempt: true },
        deductions: [
          { deductionId: 'health', type: 'SECTION_125_HEALTH', amountCents: 120_00 },
          { deductionId: '401k', type: 'TRADITIONAL_401K', ratePpm: 60_000 },
          { deductionId: 'Metro pass|1', type: 'COMMUTER', amountCents: 25_00 },
        ],
      },
    }),
  );

const found = payPeriodsBetween(
  { frequency: 'WEEKLY', anchorDate: '2025-12-22', payDateOffsetDays: 5, holidayRule: 'PREVIOUS_BANKING_DAY' },
  '2025-12-22',
  '2026-12-21',
);
const WEEKS_OF_2026 = (found.ok ? found.value : []).filter(({ payDate }) => payDate.startsWith('2026'));

test.each([0, 1, 2, 12, 53])('after %i weeks the year is read as it was written', (weeks) => {
  const year = yearAfter(weeks);
  expect(decodeYearToDate(encodeYearToDate(year))).toEqual(year);
});

test('in December of a weekly year the text is a fraction of a write unit', () => {
  const year = yearAfter(53);
  expect(WEEKS_OF_2026.length).toBe(53);
  expect(year.taxableCents['US_FUTA']).toBe(7_000_00);
  expect(Buffer.byteLength(encodeYearToDate(year))).toBeLessThan(600);
});

test('a reversal leaves the amounts as they were, and keys that come to nothing', () => {
  const before = yearAfter(5);
  const payslip = payslipFor(WEEKS_OF_2026[5] as PayPeriod, before);
  const after = addToYearToDate(addToYearToDate(before, payslip), reversePayslip(payslip));
  const { commuterByMonthCents, ...amounts } = decodeYearToDate(encodeYearToDate(after));
  const {
    lastRegularTaxableCents: _wages,
    lastRegularPayDate: _payDate,
    commuterByMonthCents: _months,
    ...expected
  } = before;
  expect(amounts).toEqual(expected);
  expect(commuterByMonthCents['2026-02']).toBe(before.commuterByMonthCents['2026-02'] ?? 0);
});

describe('wages that a bonus is aggregated with', () => {
  const weeks = WEEKS_OF_2026.slice(0, 2) as [PayPeriod, PayPeriod];
  const first = payslipFor(weeks[0], emptyYearToDate(2026));
  const afterFirst = addToYearToDate(emptyYearToDate(2026), first);
  const second = payslipFor(weeks[1], afterFirst);
  const afterBoth = addToYearToDate(afterFirst, second);

  test('are gone once the regular payslip that they came from is taken back', () => {
    const year = addToYearToDate(afterBoth, reversePayslip(second));
    expect(year).not.toHaveProperty('lastRegularTaxableCents');
    expect(decodeYearToDate(encodeYearToDate(year))).toEqual(year);
    // The next regular payslip brings them back.
    expect(addToYearToDate(year, second).lastRegularTaxableCents).toEqual(afterBoth.lastRegularTaxableCents);
  });

  test.each([
    ['an earlier regular payslip with the same wages', reversePayslip(first)],
    ['another payslip of the same pay date', reversePayslip({ ...second, lines: second.lines.slice(0, 1) })],
  ])('stay when %s is taken back', (_case, reversal) => {
    expect(addToYearToDate(afterBoth, reversal)).toMatchObject({
      lastRegularTaxableCents: afterBoth.lastRegularTaxableCents,
      lastRegularPayDate: weeks[1].payDate,
    });
  });
});

const CODE = fc.stringMatching(/^[A-Z][A-Z0-9_]{1,12}$/);
const AMOUNT = fc.integer({ min: -1_000_000_000, max: 1_000_000_000 });

/** Any text, and the names that every object inherits. */
const ANY_ID = fc.oneof(
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.constantFrom('__proto__', 'constructor', 'toString', 'valueOf', 'hasOwnProperty', ' ', '|', '#', '&x', '%03'),
);

test('any year is read as it was written, however its deductions are called', () => {
  const ofCode = fc.record({ amount: AMOUNT, taxable: fc.option(AMOUNT), regular: fc.option(AMOUNT) });
  const arbitrary = fc.tuple(
    fc.dictionary(CODE, ofCode, { noNullPrototype: true }),
    fc.dictionary(ANY_ID, AMOUNT, { noNullPrototype: true }),
    fc.dictionary(ANY_ID, AMOUNT, { noNullPrototype: true }),
    fc.constantFrom(undefined, {}, { lastRegularPayDate: '2026-12-24' }),
  );
  fc.assert(
    fc.property(arbitrary, ([codes, byDeductionCents, byOrderCents, lastRegular]) => {
      const entries = Object.entries(codes);
      const of = (member: 'taxable' | 'regular') =>
        Object.fromEntries(
          entries.flatMap(([code, { [member]: amount }]) => (amount === null ? [] : [[code, amount]])),
        );
      const year: YearToDate = {
        ...emptyYearToDate(2026),
        amountsCents: Object.fromEntries(entries.map(([code, { amount }]) => [code, amount])),
        taxableCents: of('taxable'),
        byDeductionCents,
        byOrderCents,
        ...(lastRegular ? { lastRegularTaxableCents: of('regular'), ...lastRegular } : {}),
      };
      expect(decodeYearToDate(encodeYearToDate(year))).toEqual(year);
    }),
  );
});

describe('a year that was written when deductions and orders were one list', () => {
  const read = (text: string) => {
    const { byDeductionCents, byOrderCents } = decodeYearToDate(`1|2026|900000|700000|900000|R01-09|${text}`);
    return { byDeductionCents, byOrderCents };
  };

  test('with deductions alone has them as deductions', () => {
    expect(read('HSA 2500|POST_TAX 1000|#hsa 2500|#constructor 1000')).toEqual({
      byDeductionCents: { hsa: 2500, constructor: 1000 },
      byOrderCents: {},
    });
  });

  test('with orders alone has them as orders', () => {
    expect(read('GARNISHMENT_CREDITOR 6000|GARNISHMENT_STUDENT_LOAN 100|#loan 6000|#__proto__ 100')).toEqual({
      byDeductionCents: {},
      byOrderCents: Object.fromEntries([
        ['loan', 6000],
        ['__proto__', 100],
      ]),
    });
  });

  test('with both has each under its id in either list, no higher than what all of that list come to', () => {
    expect(read('POST_TAX 5000|GARNISHMENT_CREDITOR 6000|#dues 5000|#loan 6000')).toEqual({
      byDeductionCents: { dues: 5000, loan: 5000 },
      byOrderCents: { dues: 5000, loan: 6000 },
    });
  });

  test('with an order and a deduction of one name has what each of the two collected', () => {
    expect(read('POST_TAX 5000|GARNISHMENT_CREDITOR 6000|#loan 11000')).toEqual({
      byDeductionCents: { loan: 5000 },
      byOrderCents: { loan: 6000 },
    });
  });

  test('is written with two lists from its next posting on', () => {
    const year = decodeYearToDate('1|2026|0|0|0||POST_TAX 5000|GARNISHMENT_CREDITOR 6000|#loan 11000');
    expect(encodeYearToDate(year)).toBe('2|2026|0|0|0||POST_TAX 5000|GARNISHMENT_CREDITOR 6000|#loan 5000|&loan 6000');
  });
});

describe('a damaged text is no year to date', () => {
  test.each([
    '',
    '3|2026|1|1|1|',
    '0|2026|1|1|1|',
    '1|2026|1',
    '1|2026|x|1|1|',
    '1|2026|1|1|1||SALARY',
    '1|2026|1|1|1||US_FIT 1 @',
    '1|2026|1|1|1||US_FIT 1 ?2',
  ])('%j', (text) => {
    expect(() => decodeYearToDate(text)).toThrow();
  });
});
