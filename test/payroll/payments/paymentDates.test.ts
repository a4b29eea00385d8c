import { describe, expect, test } from 'vitest';
import { effectiveEntryDate } from '../../../payroll/payments/effectiveEntryDate.ts';
import { prenoteLiveDate } from '../../../payroll/payments/prenoteLiveDate.ts';
import { reversalWindow } from '../../../payroll/payments/reversalWindow.ts';

describe('wages settle on the pay date', () => {
  // 2026: 26 November is Thanksgiving, 25 December is a Friday, 1 January 2027 as well.
  test.each([
    // case                                               pay date      today         settles       timing      from          by
    ['two banking days ahead', '2026-11-25', '2026-11-23', '2026-11-25', 'ON_TIME', '2026-11-23', '2026-11-24'],
    ['weeks ahead: the file waits', '2026-11-25', '2026-11-02', '2026-11-25', 'ON_TIME', '2026-11-23', '2026-11-24'],
    ['the last day', '2026-11-25', '2026-11-24', '2026-11-25', 'ON_TIME', '2026-11-23', '2026-11-24'],
    ['a holiday lies between', '2026-11-27', '2026-11-24', '2026-11-27', 'ON_TIME', '2026-11-24', '2026-11-25'],
    [
      'a pay date on a holiday comes before it',
      '2026-12-25',
      '2026-12-21',
      '2026-12-24',
      'ON_TIME',
      '2026-12-22',
      '2026-12-23',
    ],
    [
      'a pay date on a Sunday comes before it',
      '2026-11-22',
      '2026-11-18',
      '2026-11-20',
      'ON_TIME',
      '2026-11-18',
      '2026-11-19',
    ],
    [
      'on the pay date only the same-day way is left',
      '2026-11-25',
      '2026-11-25',
      '2026-11-25',
      'SAME_DAY',
      '2026-11-25',
      '2026-11-25',
    ],
    [
      'on a Sunday before a Monday pay date too',
      '2026-11-30',
      '2026-11-29',
      '2026-11-30',
      'SAME_DAY',
      '2026-11-30',
      '2026-11-30',
    ],
    ['a day late, on a holiday', '2026-11-25', '2026-11-26', '2026-11-30', 'LATE', '2026-11-25', '2026-11-27'],
    ['months late', '2026-03-06', '2026-11-23', '2026-11-24', 'LATE', '2026-11-20', '2026-11-23'],
    [
      'late on the last banking day of the year',
      '2026-12-30',
      '2026-12-31',
      '2027-01-04',
      'LATE',
      '2026-12-30',
      '2026-12-31',
    ],
  ])('%s', (_case, payDate, today, date, timing, submitFromDate, submitByDate) => {
    expect(effectiveEntryDate(payDate, today)).toEqual({
      ok: true,
      value: {
        effectiveEntryDate: date,
        timing,
        submitFromDate,
        submitByDate,
        // One million dollars an entry and 16:45 Eastern are same-day ACH's limits; ten digits are the field's.
        entryLimitCents: timing === 'SAME_DAY' ? 100_000_000 : 9_999_999_999,
        submitByTimeEastern: timing === 'SAME_DAY' ? '16:45' : undefined,
      },
    });
  });

  test.each([
    ['2028-01-03', '2026-11-23', 'PAY_DATE_NOT_SUPPORTED'],
    ['2026-11-25', '2028-01-03', 'PAY_DATE_NOT_SUPPORTED'],
    ['2026-11-31', '2026-11-23', 'INVALID_INPUT'],
  ])('a pay date of %s seen from %s is refused', (payDate, today, type) => {
    expect(effectiveEntryDate(payDate, today)).toMatchObject({ ok: false, error: { type } });
  });
});

describe('a reversal', () => {
  // Settled on Friday 20 November: the fifth banking day after it is Monday 30 November, for Thanksgiving.
  const paid = (errorFoundDate: string) => ({ settlementDate: '2026-11-20', errorFoundDate });

  test.each([
    // case                                               found         today         send by       settles
    ['within 24 hours of finding the error', '2026-11-23', '2026-11-23', '2026-11-24', '2026-11-24'],
    ['on the day after finding it', '2026-11-23', '2026-11-24', '2026-11-24', '2026-11-25'],
    ['never after the fifth banking day', '2026-11-30', '2026-11-30', '2026-11-30', '2026-12-01'],
    ['before the wages have settled, not settling before them', '2026-11-17', '2026-11-17', '2026-11-18', '2026-11-20'],
    ['on a Saturday, processed on Monday', '2026-11-21', '2026-11-21', '2026-11-22', '2026-11-24'],
  ])('may go out %s', (_case, found, today, sendByDate, settles) => {
    expect(reversalWindow(paid(found), today)).toEqual({
      ok: true,
      value: { sendByDate, effectiveEntryDate: settles },
    });
  });

  test.each([
    ['the sixth banking day is too late', '2026-12-01', '2026-12-01', 'until 2026-11-30'],
    ['two days after finding the error is too late', '2026-11-23', '2026-11-25', 'within 24 hours'],
  ])('%s', (_case, found, today, message) => {
    const refusal = reversalWindow(paid(found), today);
    expect(refusal).toMatchObject({ ok: false, error: { type: 'REVERSAL_WINDOW_CLOSED' } });
    expect(refusal.ok ? '' : refusal.error.message).toContain(message);
  });

  test('needs two dates', () => {
    expect(reversalWindow(paid('soon'), '2026-11-23')).toMatchObject({ ok: false, error: { field: 'errorFoundDate' } });
  });
});

test('wages follow a prenote on the third banking day after it settled', () => {
  expect(prenoteLiveDate('2026-11-24')).toEqual({ ok: true, value: '2026-11-30' });
});
