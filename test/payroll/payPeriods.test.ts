import { describe, expect, test } from 'vitest';
import { addDays } from '../../payroll/dates.ts';
import { payPeriodOf, payPeriodsBetween, type PaySchedule } from '../../payroll/payPeriods.ts';

const biweekly = (anchorDate: string, payDateOffsetDays: number): PaySchedule => ({
  frequency: 'BIWEEKLY',
  anchorDate,
  payDateOffsetDays,
  holidayRule: 'PREVIOUS_BANKING_DAY',
});

function periodOf(schedule: PaySchedule, startDate: string) {
  const period = payPeriodOf(schedule, startDate);
  if (!period.ok) throw new Error(period.error.message);
  return period.value;
}

describe('pay dates', () => {
  test.each([
    // case                                        start         offset  pay date
    ['an ordinary Friday', '2026-03-02', 5, '2026-03-20'],
    ['Christmas moves to Christmas Eve', '2026-12-07', 5, '2026-12-24'],
    ['4 July 2026 is a Saturday; 3 July is a banking day', '2026-06-15', 6, '2026-07-03'],
    ['a Sunday moves to Friday', '2026-03-02', 7, '2026-03-20'],
  ])('%s', (_case, startDate, offset, payDate) => {
    expect(periodOf(biweekly(startDate, offset), startDate).payDate).toBe(payDate);
  });

  test('a biweekly Thursday schedule from 1 January 2026 loses its first date to 2025 and has 26 in 2026', () => {
    // 1 January is a holiday: wages due then are paid on 31 December 2025, and belong to that year.
    const period = periodOf(biweekly('2026-01-01', 1), '2026-01-01');
    expect(period.payDate).toBe('2026-01-15');
    expect(period.payDatesInYear).toBe(26);
    expect(period.indexInYear).toBe(1);
  });

  test('a Friday schedule from 2 January 2026 gets a 27th pay date, because 1 January 2027 is a holiday', () => {
    const schedule = biweekly('2025-12-20', 0);
    const last = periodOf(schedule, '2026-12-19');
    expect(last.payDate).toBe('2026-12-31');
    expect([last.indexInYear, last.payDatesInYear, last.periodsPerYear]).toEqual([27, 27, 26]);
  });

  test.each(['2027-01-01', '2027-01-02', '2027-01-03'])(
    'wages due on %s are paid on the last banking day of 2026',
    (due) => {
      const start = addDays(due, -13);
      expect(periodOf(biweekly(start, 0), start).payDate).toBe('2026-12-31');
    },
  );

  test('wages due on the first banking day of 2027 need the rules of 2027', () => {
    const refused = payPeriodOf(biweekly('2026-12-22', 0), '2026-12-22');
    expect(refused).toMatchObject({ ok: false, error: { type: 'PAY_DATE_NOT_SUPPORTED' } });
  });

  test('the pay date decides the year, not the work', () => {
    const period = periodOf(biweekly('2025-12-08', 12), '2025-12-08');
    expect(period.payDate).toBe('2026-01-02');
    expect(period.indexInYear).toBe(1);
  });
});

describe('periods', () => {
  const at = (frequency: PaySchedule['frequency'], anchorDate: string): PaySchedule => ({
    frequency,
    anchorDate,
    payDateOffsetDays: 3,
    holidayRule: 'PREVIOUS_BANKING_DAY',
  });

  test.each([
    ['WEEKLY', '2026-01-05', '2026-03-09', '2026-03-15', 52],
    ['BIWEEKLY', '2026-01-05', '2026-03-02', '2026-03-15', 26],
    ['SEMIMONTHLY', '2026-01-01', '2026-02-16', '2026-02-28', 24],
    ['MONTHLY', '2026-01-26', '2026-02-26', '2026-03-25', 12],
  ] as const)('a %s period', (frequency, anchor, startDate, endDate, periodsPerYear) => {
    expect(periodOf(at(frequency, anchor), startDate)).toMatchObject({ startDate, endDate, periodsPerYear });
  });

  test('a date that starts no period names the nearest periods', () => {
    const period = payPeriodOf(at('BIWEEKLY', '2026-01-05'), '2026-01-07');
    expect(period).toMatchObject({
      ok: false,
      error: {
        type: 'PERIOD_NOT_FOUND',
        resolution: 'The nearest are 2026-01-05 to 2026-01-18 and 2026-01-19 to 2026-02-01.',
      },
    });
  });

  test('a year of periods is without gaps, and each is found again by its start', () => {
    const periods = payPeriodsBetween(at('BIWEEKLY', '2026-01-05'), '2026-01-01', '2026-12-01');
    if (!periods.ok) throw new Error(periods.error.message);
    expect(periods.value.length).toBe(24);
    // The first pay date of the year belongs to a period that began in December.
    expect(periods.value.map(({ indexInYear }) => indexInYear)).toEqual(periods.value.map((_, i) => i + 2));
    for (const period of periods.value)
      expect(periodOf(at('BIWEEKLY', '2026-01-05'), period.startDate)).toEqual(period);
  });

  test.each([
    ['a pay date outside the banking calendar', at('MONTHLY', '2026-01-01'), '2027-03-01', 'PAY_DATE_NOT_SUPPORTED'],
    ['a semimonthly anchor on the 5th', at('SEMIMONTHLY', '2026-01-05'), '2026-01-01', 'INVALID_INPUT'],
    ['a monthly anchor on the 31st', at('MONTHLY', '2026-01-31'), '2026-01-01', 'INVALID_INPUT'],
    ['a start that is no date', at('WEEKLY', '2026-01-05'), '2026-02-30', 'INVALID_INPUT'],
  ] as const)('%s is refused', (_case, schedule, startDate, type) => {
    expect(payPeriodOf(schedule, startDate)).toMatchObject({ ok: false, error: { type } });
  });
});
